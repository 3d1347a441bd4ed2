package org.clientele.plugins.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The vertical's customers, to read. Everything comes from columns in memory, the newest there are: a page of a million customers by two
 * conditions takes some 20 ms. Conditions that do not fit the vertical fail with {@link IllegalArgumentException}.
 */
public interface ScreenData {
    /** The most customers in a page. */
    int MAX_PAGE = 1_000;

    /** The day as of which metrics, segments and checks are computed. */
    LocalDate asOf();

    /** How many customers there are in the query. */
    int count(CustomerQuery query);

    /**
     * Some customers of the query.
     *
     * @param offset how many are left out at the start
     * @param limit how many are wanted at most, up to {@value #MAX_PAGE}
     */
    List<ScreenCustomer> page(CustomerQuery query, int offset, int limit);

    /** The customer of that id. */
    Optional<ScreenCustomer> customer(long id);

    /** How many of the query's customers are in each segment of the model, best segment first; fails when there is no such model. */
    Map<String, Integer> segmentCounts(String model, CustomerQuery query);

    /** How the query's customers stand by each check of the vertical, in its order. */
    List<CheckTotals> checks(CustomerQuery query);

    /**
     * How the query's customers stand by several checks taken together, so that a customer with three gaps counts as one. Checks that cannot
     * be computed now are left out.
     *
     * @param checks ids of checks; fails with {@link IllegalArgumentException} when the vertical has none of an id
     */
    CheckStanding standing(List<String> checks, CustomerQuery query);

    /**
     * Those of the query's customers who count as {@code outcome} in {@link #standing}; else like {@link #page}.
     *
     * @param checks ids of checks, as for {@link #standing}
     */
    List<ScreenCustomer> standing(
            List<String> checks, CheckFinding.Outcome outcome, CustomerQuery query, int offset, int limit);

    /** How a customer stands by each check that concerns them. */
    List<CheckFinding> findings(long customerId);

    /** Those of the query's customers who do not meet the check; else like {@link #page}. */
    List<ScreenCustomer> gaps(String check, CustomerQuery query, int offset, int limit);
}
