package org.clientele.workflow;

import static org.clientele.common.AddressParameters.first;
import static org.clientele.common.AddressParameters.order;
import static org.clientele.common.AddressParameters.put;
import static org.clientele.common.AddressParameters.putOrder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.common.AddressParameters;
import org.clientele.common.AddressParameters.Order;
import org.jspecify.annotations.Nullable;

/**
 * Which runs are listed and in which order, as it stands in an address: {@code ?workflow=grading&step=approve&owner=7&sort=started:desc}.
 *
 * @param search text that number or name of the customer contains; empty: all
 * @param workflow id of a workflow, or null: all
 * @param step id of the step that waits, or null: any
 * @param owner id of the user who looks after the customer, or null: anybody
 */
public record RunningQuery(
        String search,
        @Nullable String workflow,
        @Nullable String step,
        @Nullable Long owner,
        Sort sort,
        boolean descending) {
    /** All, those that wait longest first. */
    public static final RunningQuery ALL = new RunningQuery("", null, null, null, Sort.WAITING, false);

    /** What runs are sorted by; equal ones in the order in which they were started. */
    public enum Sort {
        /** By the day of what happened last. */
        WAITING,
        /** By the day of the start. */
        STARTED,
        CUSTOMER,
        WORKFLOW,
        STEP,
        OWNER;

        /** The word in an address. */
        public String code() {
            return AddressParameters.code(this);
        }
    }

    public RunningQuery withSearch(String text) {
        return new RunningQuery(text.strip(), workflow, step, owner, sort, descending);
    }

    /** Another workflow has other steps, so none is chosen any more. */
    public RunningQuery withWorkflow(@Nullable String id) {
        return new RunningQuery(search, id, null, owner, sort, descending);
    }

    public RunningQuery withStep(@Nullable String id) {
        return new RunningQuery(search, workflow, id, owner, sort, descending);
    }

    public RunningQuery withOwner(@Nullable Long userId) {
        return new RunningQuery(search, workflow, step, userId, sort, descending);
    }

    public RunningQuery sortedBy(Sort by, boolean backwards) {
        return new RunningQuery(search, workflow, step, owner, by, backwards);
    }

    /** Whether some runs may be left out. */
    public boolean isNarrowed() {
        return !search.isEmpty() || workflow != null || step != null || owner != null;
    }

    /** The parameters of the address. */
    public Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        put(parameters, "q", search.isEmpty() ? null : search);
        put(parameters, "workflow", workflow);
        put(parameters, "step", step);
        put(parameters, "owner", owner == null ? null : owner.toString());
        putOrder(parameters, new Order<>(sort, descending), new Order<>(ALL.sort, ALL.descending));
        return parameters;
    }

    /** Reads the parameters of an address; what cannot be read is left out. */
    public static RunningQuery parse(Map<String, List<String>> parameters) {
        Order<Sort> order = order(parameters, Sort.values(), ALL.sort);
        return new RunningQuery(
                first(parameters, "q").orElse("").strip(),
                first(parameters, "workflow").orElse(null),
                first(parameters, "step").orElse(null),
                first(parameters, "owner")
                        .filter(id -> id.matches("\\d{1,18}"))
                        .map(Long::valueOf)
                        .orElse(null),
                order.by(),
                order.descending());
    }
}
