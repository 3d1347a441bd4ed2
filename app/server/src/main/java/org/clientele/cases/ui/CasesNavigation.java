package org.clientele.cases.ui;

import com.vaadin.flow.router.QueryParameters;
import org.clientele.cases.CaseQuery;
import org.clientele.cases.ServiceCase;

/** Addresses of cases, for links from every other screen. */
public final class CasesNavigation {
    private CasesNavigation() {}

    /** The open cases. */
    public static String to(String verticalKey) {
        return "v/" + verticalKey + "/cases";
    }

    /** Those that the query asks for. */
    public static String to(String verticalKey, CaseQuery query) {
        String parameters = parameters(query).getQueryString();
        return parameters.isEmpty() ? to(verticalKey) : to(verticalKey) + "?" + parameters;
    }

    /** The page of a case. */
    public static String to(String verticalKey, ServiceCase one) {
        return to(verticalKey, one.number());
    }

    /** The page of the case of this number. */
    public static String to(String verticalKey, int number) {
        return to(verticalKey) + "/" + number;
    }

    static QueryParameters parameters(CaseQuery query) {
        return new QueryParameters(query.parameters());
    }
}
