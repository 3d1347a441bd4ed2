package org.clientele.check.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.check.GapQuery;

/** Addresses of the checks of a vertical, for links from every other screen. */
public final class ChecksNavigation {
    private static final String SHOW = "show";
    private static final String GAPS = "gaps";

    private ChecksNavigation() {}

    /** All checks with their figures. */
    public static String to(String verticalKey) {
        return "v/" + verticalKey + "/checks";
    }

    /** The list of the gaps that the query asks for. */
    public static String to(String verticalKey, GapQuery query) {
        return to(verticalKey) + "?" + parameters(true, query).getQueryString();
    }

    static QueryParameters parameters(boolean listed, GapQuery query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(query.parameters());
        if (listed) {
            parameters.put(SHOW, List.of(GAPS));
        }
        return new QueryParameters(parameters);
    }

    static boolean asksForList(QueryParameters parameters) {
        return parameters.getSingleParameter(SHOW).filter(GAPS::equals).isPresent();
    }
}
