package org.clientele.cases;

import static org.clientele.common.AddressParameters.code;
import static org.clientele.common.AddressParameters.first;
import static org.clientele.common.AddressParameters.named;
import static org.clientele.common.AddressParameters.order;
import static org.clientele.common.AddressParameters.put;
import static org.clientele.common.AddressParameters.putOrder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.common.AddressParameters.Order;
import org.jspecify.annotations.Nullable;

/**
 * Which cases are listed and in which order, as it stands in an address: {@code ?type=complaint&owner=7&sort=opened:desc}.
 *
 * @param search number of a case, or part of a customer's number or name; empty: all
 * @param type of one type, or null: all
 * @param stage how far they are
 * @param state in one state, or null: all of the stage
 * @param priority of one priority, or null: all
 * @param owner whose they are, or null: anybody's and nobody's
 * @param late only those of which a deadline has passed
 */
public record CaseQuery(
        String search,
        @Nullable CaseType type,
        Stage stage,
        @Nullable CaseState state,
        @Nullable CasePriority priority,
        @Nullable Long owner,
        boolean late,
        Sort sort,
        boolean descending) {
    /** The id of no user: cases that nobody has taken. */
    public static final long NOBODY = -1;

    private static final String NOBODYS = "nobody";

    /** What is open, what is due first at the top. */
    public static final CaseQuery ALL = new CaseQuery("", null, Stage.OPEN, null, null, null, false, Sort.DUE, false);

    /** How far cases are. */
    public enum Stage {
        OPEN,
        DONE,
        ALL
    }

    /** What cases are sorted by; equal ones in the order in which they were opened. */
    public enum Sort {
        /** By the deadline that comes next; what waits for others at the end. */
        DUE,
        OPENED,
        PRIORITY
    }

    public CaseQuery withSearch(String text) {
        return new CaseQuery(text.strip(), type, stage, state, priority, owner, late, sort, descending);
    }

    public CaseQuery withType(@Nullable CaseType one) {
        return new CaseQuery(search, one, stage, state, priority, owner, late, sort, descending);
    }

    /** All states of the stage. */
    public CaseQuery withStage(Stage one) {
        return new CaseQuery(search, type, one, null, priority, owner, late, sort, descending);
    }

    public CaseQuery withState(@Nullable CaseState one) {
        Stage fitting = one == null ? stage : one.isOpen() ? Stage.OPEN : Stage.DONE;
        return new CaseQuery(search, type, fitting, one, priority, owner, late, sort, descending);
    }

    public CaseQuery withPriority(@Nullable CasePriority one) {
        return new CaseQuery(search, type, stage, state, one, owner, late, sort, descending);
    }

    public CaseQuery withOwner(@Nullable Long user) {
        return new CaseQuery(search, type, stage, state, priority, user, late, sort, descending);
    }

    public CaseQuery withLate(boolean only) {
        return new CaseQuery(search, type, stage, state, priority, owner, only, sort, descending);
    }

    public CaseQuery sortedBy(Sort by, boolean backwards) {
        return new CaseQuery(search, type, stage, state, priority, owner, late, by, backwards);
    }

    /** Whether some cases are left out that the usual list shows. */
    public boolean isNarrowed() {
        return !withSearch("").sortedBy(ALL.sort, ALL.descending).equals(ALL) || !search.isEmpty();
    }

    /** The parameters of the address. */
    public Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        put(parameters, "q", search.isEmpty() ? null : search);
        put(parameters, "type", type == null ? null : code(type));
        put(parameters, "stage", stage == ALL.stage ? null : code(stage));
        put(parameters, "state", state == null ? null : code(state));
        put(parameters, "priority", priority == null ? null : code(priority));
        put(parameters, "owner", owner == null ? null : owner == NOBODY ? NOBODYS : owner.toString());
        put(parameters, "late", late ? "yes" : null);
        putOrder(parameters, new Order<>(sort, descending), new Order<>(ALL.sort, ALL.descending));
        return parameters;
    }

    /** Reads the parameters of an address; what cannot be read is left out. */
    public static CaseQuery parse(Map<String, List<String>> parameters) {
        Order<Sort> order = order(parameters, Sort.values(), ALL.sort);
        return new CaseQuery(
                        first(parameters, "q").orElse("").strip(),
                        named(CaseType.values(), first(parameters, "type").orElse(""))
                                .orElse(null),
                        named(Stage.values(), first(parameters, "stage").orElse(""))
                                .orElse(ALL.stage),
                        null,
                        named(
                                        CasePriority.values(),
                                        first(parameters, "priority").orElse(""))
                                .orElse(null),
                        owner(first(parameters, "owner").orElse("")),
                        first(parameters, "late").isPresent(),
                        order.by(),
                        order.descending())
                .withState(named(CaseState.values(), first(parameters, "state").orElse(""))
                        .orElse(null));
    }

    private static @Nullable Long owner(String text) {
        if (text.equals(NOBODYS)) {
            return NOBODY;
        }
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }
}
