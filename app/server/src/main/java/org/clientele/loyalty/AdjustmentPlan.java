package org.clientele.loyalty;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.clientele.dataimport.file.FileInspection;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a file with adjustments hold.
 *
 * @param customer the column with the customers' numbers
 * @param points the column with the points, negative to take some
 * @param reason the column with reasons; null: {@code common} for all
 * @param day the column with days; null: today for all
 * @param common the reason where the file names none
 */
public record AdjustmentPlan(
        FileInspection file,
        @Nullable String customer,
        @Nullable String points,
        @Nullable String reason,
        @Nullable String day,
        String common) {
    private static final Set<String> CUSTOMERS = Set.of(
            "customer",
            "customer number",
            "customer no",
            "customer id",
            "number",
            "reference",
            "ref",
            "客户",
            "客户编号",
            "客户号",
            "编号",
            "会员号",
            "会员编号");
    private static final Set<String> POINTS =
            Set.of("points", "point", "change", "adjustment", "积分", "积分变动", "积分调整", "调整积分", "变动");
    private static final Set<String> REASONS = Set.of("reason", "note", "remark", "原因", "事由", "理由", "备注", "说明");
    private static final Set<String> DAYS = Set.of("date", "day", "日期", "生效日期");

    /** The plan that the names of the columns suggest. */
    public static AdjustmentPlan propose(FileInspection file) {
        List<String> columns = file.columns();
        return new AdjustmentPlan(
                file,
                named(columns, CUSTOMERS).orElse(null),
                named(columns, POINTS).orElse(null),
                named(columns, REASONS).orElse(null),
                named(columns, DAYS).orElse(null),
                "");
    }

    private static Optional<String> named(List<String> columns, Set<String> names) {
        return columns.stream()
                .filter(column ->
                        names.contains(column.strip().toLowerCase(Locale.ROOT).replace('_', ' ')))
                .findFirst();
    }
}
