package org.clientele.plugins.ui;

/** What a person may do in the vertical. */
public enum ScreenRight {
    VIEW_PORTAL,
    EDIT_CUSTOMER,
    LOG_INTERACTION,
    EXPORT_CUSTOMERS,
    IMPORT_DATA,
    MANAGE_SEGMENTS
}
