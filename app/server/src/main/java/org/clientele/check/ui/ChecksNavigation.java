package org.clientele.check.ui;

import com.vaadin.flow.router.QueryParameters;
import org.clientele.check.GapQuery;

/** Addresses of the checks of a vertical, for links from every other screen. */
public final class ChecksNavigation {
    private ChecksNavigation() {}

    /** All checks. */
    public static String to(String verticalKey) {
        return "v/" + verticalKey + "/checks";
    }

    /** All checks, with the gaps listed that the query asks for. */
    public static String to(String verticalKey, GapQuery query) {
        String parameters = parameters(query).getQueryString();
        return parameters.isEmpty() ? to(verticalKey) : to(verticalKey) + "?" + parameters;
    }

    static QueryParameters parameters(GapQuery query) {
        return new QueryParameters(query.parameters());
    }
}
