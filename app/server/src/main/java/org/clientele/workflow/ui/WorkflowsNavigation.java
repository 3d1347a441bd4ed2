package org.clientele.workflow.ui;

import com.vaadin.flow.router.QueryParameters;
import org.clientele.workflow.RunningQuery;

/** Addresses of the running workflows of a vertical, for links from every other screen. */
public final class WorkflowsNavigation {
    private WorkflowsNavigation() {}

    /** All that run. */
    public static String to(String verticalKey) {
        return "v/" + verticalKey + "/workflows";
    }

    /** Those that the query asks for. */
    public static String to(String verticalKey, RunningQuery query) {
        String parameters = parameters(query).getQueryString();
        return parameters.isEmpty() ? to(verticalKey) : to(verticalKey) + "?" + parameters;
    }

    static QueryParameters parameters(RunningQuery query) {
        return new QueryParameters(query.parameters());
    }
}
