package org.clientele.worklist.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.clientele.common.AddressParameters;
import org.clientele.worklist.WorkQuery;
import org.clientele.worklist.WorkQuery.Whose;

/**
 * What the worklist shows, as its address says it.
 *
 * @param whose {@link #MINE}, {@link #ALL}, {@link #FREE} or a user's number
 * @param kinds of these only; empty: of all
 */
record WorkFilter(String whose, When when, Set<String> kinds, Group group) {
    static final String MINE = "mine";
    static final String ALL = "all";
    static final String FREE = "free";
    static final int DAYS_AHEAD = 14;
    static final WorkFilter START = new WorkFilter(MINE, When.OPEN, Set.of(), Group.DAY);

    /** Due when. */
    enum When {
        OPEN,
        OVERDUE,
        TODAY,
        COMING
    }

    /** What stands under one heading. */
    enum Group {
        DAY,
        KIND,
        NONE
    }

    static WorkFilter parse(Map<String, List<String>> parameters) {
        String whose = AddressParameters.first(parameters, "whose").orElse(MINE);
        boolean known = List.of(MINE, ALL, FREE).contains(whose) || whose.matches("\\d{1,18}");
        return new WorkFilter(
                known ? whose : MINE,
                AddressParameters.first(parameters, "when")
                        .flatMap(word -> AddressParameters.named(When.values(), word))
                        .orElse(When.OPEN),
                new TreeSet<>(parameters.getOrDefault("kind", List.of())),
                AddressParameters.first(parameters, "group")
                        .flatMap(word -> AddressParameters.named(Group.values(), word))
                        .orElse(Group.DAY));
    }

    QueryParameters parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        AddressParameters.put(parameters, "whose", whose.equals(MINE) ? null : whose);
        AddressParameters.put(parameters, "when", when == When.OPEN ? null : AddressParameters.code(when));
        if (!kinds.isEmpty()) {
            parameters.put("kind", new ArrayList<>(new TreeSet<>(kinds)));
        }
        AddressParameters.put(parameters, "group", group == Group.DAY ? null : AddressParameters.code(group));
        return new QueryParameters(parameters);
    }

    WorkQuery query(long user, LocalDate today) {
        return query(user, today, when);
    }

    WorkQuery query(long user, LocalDate today, When due) {
        LocalDate end = today.plusDays(DAYS_AHEAD);
        return switch (due) {
            case OPEN -> new WorkQuery(who(user), null, end, null);
            case OVERDUE -> new WorkQuery(who(user), null, today.minusDays(1), null);
            case TODAY -> new WorkQuery(who(user), today, today, null);
            case COMING -> new WorkQuery(who(user), today.plusDays(1), end, null);
        };
    }

    private Whose who(long user) {
        return switch (whose) {
            case MINE -> Whose.mineAndFree(user);
            case ALL -> Whose.EVERYBODY;
            case FREE -> Whose.FREE;
            default -> Whose.of(Long.parseLong(whose));
        };
    }

    WorkFilter of(String person) {
        return new WorkFilter(person, when, kinds, group);
    }

    WorkFilter due(When day) {
        return new WorkFilter(whose, day, kinds, group);
    }

    WorkFilter only(Set<String> chosen) {
        return new WorkFilter(whose, when, chosen, group);
    }

    WorkFilter grouped(Group by) {
        return new WorkFilter(whose, when, kinds, by);
    }
}
