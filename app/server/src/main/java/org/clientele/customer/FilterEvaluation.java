package org.clientele.customer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.clientele.customer.CustomerFilter.Compare;
import org.clientele.customer.CustomerFilter.InSet;
import org.clientele.engine.check.CheckResult;
import org.clientele.engine.check.CheckState;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.CodeColumn;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.DateColumn;
import org.clientele.engine.column.FlagColumn;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.figure.ActivityFigures;
import org.clientele.engine.figure.Period;
import org.clientele.engine.model.MatrixResult;
import org.clientele.engine.model.ModelResult;
import org.clientele.engine.model.RfmResult;
import org.clientele.plugins.api.CheckDefinition;

/**
 * Finds the customers of a snapshot for whom a filter holds. A missing value meets no comparison, not even "is not"; what is hidden from
 * the user cannot be compared at all.
 */
final class FilterEvaluation {
    private final CustomerSnapshot snapshot;
    private final Set<String> hidden;

    FilterEvaluation(CustomerSnapshot snapshot, Set<String> hidden) {
        this.snapshot = snapshot;
        this.hidden = hidden;
    }

    /** The customers' indexes, or nothing when the filter makes no sense for this vertical. */
    Optional<BitSet> select(CustomerFilter filter) {
        try {
            return switch (filter) {
                case Compare compare -> compare(compare);
                case InSet set -> set(set);
                case CustomerFilter.Where where -> Optional.of(where(where.condition()));
            };
        } catch (IllegalArgumentException | DateTimeException unfit) {
            // The address was written by hand, or names a model or a value that this vertical does not have (any more).
            return Optional.empty();
        }
    }

    private BitSet where(String condition) {
        if (PersonalData.mentions(condition, hidden)) {
            throw new IllegalArgumentException("The condition compares what is hidden from the user");
        }
        return snapshot.conditions()
                .once(condition)
                .holding(snapshot.now().customers().size());
    }

    private Optional<BitSet> compare(Compare compare) {
        Column column = snapshot.now().column(compare.subject());
        if (column == null || hidden.contains(compare.subject())) {
            return Optional.empty();
        }
        IntPredicate test =
                switch (compare.op()) {
                    case MISSING -> column::isMissing;
                    case PRESENT -> row -> true;
                    default ->
                        switch (column) {
                            case MeasureColumn measures -> measure(measures, compare);
                            case CodeColumn codes -> code(codes, compare);
                            case FlagColumn flags -> flag(flags, compare);
                        };
                };
        boolean wantsMissing = compare.op() == CustomerFilter.Op.MISSING;
        BitSet found = new BitSet(column.size());
        for (int row = 0; row < column.size(); row++) {
            if (column.isMissing(row) == wantsMissing && test.test(row)) {
                found.set(row);
            }
        }
        return Optional.of(found);
    }

    private static IntPredicate measure(MeasureColumn column, Compare compare) {
        double threshold = number(column, compare.values().getFirst());
        double last = number(column, compare.values().getLast());
        return switch (compare.op()) {
            case GTE -> atLeast(column, threshold);
            case LT -> atLeast(column, threshold).negate();
            case LTE -> atMost(column, threshold);
            case GT -> atMost(column, threshold).negate();
            case EQ -> atLeast(column, threshold).and(atMost(column, threshold));
            case NE -> atLeast(column, threshold).and(atMost(column, threshold)).negate();
            case BETWEEN -> atLeast(column, threshold).and(atMost(column, last));
            default -> throw unfit(compare);
        };
    }

    private static IntPredicate atLeast(MeasureColumn column, double threshold) {
        long least = column.ceilingOrder(threshold);
        return row -> column.order(row) >= least;
    }

    private static IntPredicate atMost(MeasureColumn column, double threshold) {
        long most = column.floorOrder(threshold);
        return row -> column.order(row) <= most;
    }

    private static double number(MeasureColumn column, String text) {
        double number = column instanceof DateColumn ? LocalDate.parse(text).toEpochDay() : Double.parseDouble(text);
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("Not a number to compare with: " + text);
        }
        return number;
    }

    private static IntPredicate code(CodeColumn column, Compare compare) {
        List<String> values = compare.values();
        boolean[] matching = column.dictionary().matching(text -> switch (compare.op()) {
            case EQ, IN -> values.contains(text);
            case NE -> !values.contains(text);
            case CONTAINS ->
                text.toLowerCase(Locale.ROOT).contains(values.getFirst().toLowerCase(Locale.ROOT));
            default -> throw unfit(compare);
        });
        return row -> matching[column.get(row)];
    }

    private static IntPredicate flag(FlagColumn column, Compare compare) {
        boolean wanted = Boolean.parseBoolean(compare.values().getFirst());
        return switch (compare.op()) {
            case EQ -> row -> column.value(row).equals(new org.clientele.engine.column.Value.Flag(wanted));
            case NE -> row -> !column.value(row).equals(new org.clientele.engine.column.Value.Flag(wanted));
            default -> throw unfit(compare);
        };
    }

    private Optional<BitSet> set(InSet set) {
        List<String> arguments = set.arguments();
        return Optional.of(
                switch (set.kind()) {
                    case ACTIVE -> figures().active(set.period()).customers();
                    case REPEAT -> figures().repeatRate(set.period()).customers();
                    case KNOWN -> known(LocalDate.parse(arguments.getFirst()));
                    case JOINED -> joined(set.period());
                    case FIRST -> first(set.period());
                    case WAS -> members(arguments.get(0), arguments.get(1), LocalDate.parse(arguments.get(2)));
                    case MOVED -> moved(arguments, set.period());
                    case CELL -> cell(arguments);
                    case CHECK -> checked(arguments.getFirst(), set.checked());
                    case GAPS -> gaps(arguments.getFirst());
                });
    }

    private ActivityFigures figures() {
        return ActivityFigures.of(
                snapshot.now().data(), snapshot.vertical().definition().primaryActivity());
    }

    private BitSet known(LocalDate day) {
        return snapshot.now().data().present(Math.toIntExact(day.toEpochDay()));
    }

    private BitSet joined(Period period) {
        BitSet joined = known(period.to());
        joined.andNot(known(period.from().minusDays(1)));
        return joined;
    }

    private BitSet first(Period period) {
        ActivityColumns rows =
                snapshot.now().data().activity(snapshot.vertical().definition().primaryActivity());
        int from = Math.toIntExact(period.from().toEpochDay());
        int to = Math.toIntExact(period.to().toEpochDay());
        BitSet found = new BitSet(rows.customers());
        for (int customer = 0; customer < rows.customers(); customer++) {
            int row = rows.start(customer);
            found.set(customer, row < rows.end(customer) && rows.day(row) >= from && rows.day(row) <= to);
        }
        return found;
    }

    private BitSet moved(List<String> arguments, Period period) {
        BitSet moved = members(arguments.get(0), arguments.get(1), period.from());
        moved.and(members(arguments.get(0), arguments.get(2), period.to()));
        return moved;
    }

    private BitSet members(String model, String segment, LocalDate day) {
        ModelResult result = snapshot.result(model, day);
        int ordinal = segment.equals(InSet.NONE) ? ModelResult.NONE : result.ordinal(segment);
        if (ordinal == ModelResult.NONE && !segment.equals(InSet.NONE)) {
            throw new IllegalArgumentException("Model %s has no segment %s".formatted(model, segment));
        }
        return result.members(ordinal);
    }

    private BitSet cell(List<String> arguments) {
        int row = Integer.parseInt(arguments.get(1));
        int column = Integer.parseInt(arguments.get(2));
        return switch (snapshot.now().result(arguments.getFirst())) {
            case RfmResult rfm -> rfm.cell(row, column);
            case MatrixResult matrix -> matrix.cell(row - 1, column - 1);
            default -> throw new IllegalArgumentException("Model %s has no grid".formatted(arguments.getFirst()));
        };
    }

    private BitSet checked(String check, CustomerFilter.Checked outcome) {
        CheckResult result = snapshot.checks().result(check);
        return switch (outcome) {
            case CONCERNED -> result.customersConcerned();
            case MET -> result.customers(CheckState.MET);
            case NOT_MET -> result.customers(CheckState.NOT_MET);
            case NOT_RECORDED -> result.customers(CheckState.NOT_RECORDED);
        };
    }

    private BitSet gaps(String group) {
        List<CheckDefinition> checks = snapshot.checks().checks().stream()
                .filter(check -> group.equals(InSet.NONE) || check.group().equals(group))
                .toList();
        if (checks.isEmpty()) {
            throw new IllegalArgumentException("There are no checks of group " + group);
        }
        BitSet found = new BitSet();
        for (CheckDefinition check : checks) {
            snapshot.checks().find(check.id()).ifPresent(result -> {
                found.or(result.customers(CheckState.NOT_MET));
                found.or(result.customers(CheckState.NOT_RECORDED));
            });
        }
        return found;
    }

    private static IllegalArgumentException unfit(Compare compare) {
        return new IllegalArgumentException("Not for this kind of value: " + compare.text());
    }
}
