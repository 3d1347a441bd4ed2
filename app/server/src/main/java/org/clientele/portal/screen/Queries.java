package org.clientele.portal.screen;

import org.clientele.customer.CustomerFilter;
import org.clientele.customer.CustomerFilter.Op;
import org.clientele.customer.CustomerListQuery;
import org.clientele.plugins.ui.Condition;
import org.clientele.plugins.ui.CustomerQuery;

/** A plugin's queries as the customer list knows them. */
final class Queries {
    private Queries() {}

    static CustomerListQuery of(CustomerQuery query) {
        return CustomerListQuery.ALL
                .withFilters(query.conditions().stream().map(Queries::filter).toList())
                .withSearch(query.search())
                .sortedBy(query.sort(), query.descending());
    }

    private static CustomerFilter filter(Condition condition) {
        return new CustomerFilter.Compare(condition.field(), operator(condition.comparison()), condition.values());
    }

    private static Op operator(Condition.Comparison comparison) {
        return switch (comparison) {
            case EQUAL -> Op.EQ;
            case NOT_EQUAL -> Op.NE;
            case IN -> Op.IN;
            case AT_LEAST -> Op.GTE;
            case AT_MOST -> Op.LTE;
            case ABOVE -> Op.GT;
            case BELOW -> Op.LT;
            case BETWEEN -> Op.BETWEEN;
            case CONTAINS -> Op.CONTAINS;
            case MISSING -> Op.MISSING;
            case PRESENT -> Op.PRESENT;
        };
    }
}
