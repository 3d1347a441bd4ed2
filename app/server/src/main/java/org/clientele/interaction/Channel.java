package org.clientele.interaction;

/** The way in which customer and house were in touch. */
public enum Channel {
    PHONE,
    WECHAT,
    EMAIL,
    MESSAGE,
    VISIT,
    SHOP,
    EVENT
}
