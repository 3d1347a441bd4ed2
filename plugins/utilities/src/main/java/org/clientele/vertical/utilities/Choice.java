package org.clientele.vertical.utilities;

import java.util.ArrayList;
import java.util.List;
import org.clientele.plugins.ui.Condition;
import org.clientele.plugins.ui.Condition.Comparison;
import org.clientele.plugins.ui.CustomerQuery;

/**
 * Which customers the board counts.
 *
 * @param group a value of the attribute {@code user_group}, or {@link #ALL}
 * @param grade a segment of the model {@code importance}, or {@link #ALL}
 */
record Choice(String group, String grade) {
    static final String ALL = "";
    static final String GROUP = "user_group";
    static final String IMPORTANCE = "importance";
    static final List<String> GROUPS = List.of("industrial", "commercial", "residential");
    static final List<String> GRADES = List.of("special", "first", "second", "temporary", "ordinary");
    static final Choice EVERYBODY = new Choice(ALL, ALL);

    CustomerQuery query() {
        List<Condition> conditions = new ArrayList<>();
        if (!group.equals(ALL)) {
            conditions.add(Condition.of(GROUP, Comparison.EQUAL, group));
        }
        if (!grade.equals(ALL)) {
            conditions.add(Condition.inSegment(IMPORTANCE, grade));
        }
        return CustomerQuery.of(conditions.toArray(Condition[]::new));
    }
}
