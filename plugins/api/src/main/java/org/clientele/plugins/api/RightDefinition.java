package org.clientele.plugins.api;

import java.util.List;

/**
 * Which roles may do an act in this vertical from the start. A vertical narrows what the portal allows and never widens it;
 * administrators keep every right.
 *
 * @param act what is done
 * @param roles the roles that may do it in this vertical
 */
public record RightDefinition(Act act, List<RoleName> roles) {
    public RightDefinition {
        roles = List.copyOf(roles);
    }

    /** An act that a vertical may narrow. */
    public enum Act {
        EDIT_CUSTOMER,
        LOG_INTERACTION,
        EXPORT_CUSTOMERS,
        IMPORT_DATA,
        /** See attributes that are personal data. */
        SEE_PERSONAL_DATA,
        SEE_REPORTS
    }
}
