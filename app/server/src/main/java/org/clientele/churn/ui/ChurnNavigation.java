package org.clientele.churn.ui;

import com.vaadin.flow.router.QueryParameters;
import org.clientele.churn.ChurnQuery;

/** Addresses of the customers at risk and of the losses. */
public final class ChurnNavigation {
    private ChurnNavigation() {}

    /** Who may be lost. */
    public static String to(String verticalKey) {
        return "v/" + verticalKey + "/churn";
    }

    /** Why customers were lost. */
    public static String losses(String verticalKey) {
        return to(verticalKey) + "/losses";
    }

    static QueryParameters parameters(ChurnQuery query) {
        return new QueryParameters(query.parameters());
    }
}
