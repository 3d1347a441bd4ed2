package org.clientele.plugins.api;

/** The five layers of a customer's page, from the customer level table (source: S1 客户层次分类表). */
public enum Layer {
    BASIC,
    BEHAVIOUR,
    NEEDS,
    VALUE,
    SEGMENT
}
