package org.clientele.stakeholder.ui;

import com.vaadin.flow.router.QueryParameters;
import org.clientele.stakeholder.StakeholderQuery;

/** Addresses of the register of parties. */
public final class StakeholdersNavigation {
    private StakeholdersNavigation() {}

    /** All parties. */
    public static String to(String verticalKey) {
        return "v/" + verticalKey + "/stakeholders";
    }

    /** A party's page. */
    public static String to(String verticalKey, long partyId) {
        return to(verticalKey) + "/" + partyId;
    }

    static String ranking(String verticalKey) {
        return to(verticalKey) + "/ranking";
    }

    static QueryParameters parameters(StakeholderQuery query) {
        return new QueryParameters(query.parameters());
    }
}
