package org.clientele.dataimport;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.clientele.common.Money;
import org.clientele.customer.CsvCells;
import org.clientele.dataimport.Interpretation.Rejection;
import org.clientele.dataimport.TargetField.Role;
import org.clientele.dataimport.file.DateText;
import org.clientele.dataimport.file.DecimalMark;
import org.clientele.dataimport.file.DecimalText;
import org.clientele.dataimport.file.FileFormat;
import org.clientele.dataimport.file.RawRow;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.ImportPreset.Column;
import org.clientele.plugins.api.ImportPreset.Duplicates;
import org.clientele.plugins.api.ImportPreset.Transform;
import org.jspecify.annotations.Nullable;

/** Reads one value of the target from the columns that make it; also for features that take files of their own. */
public final class CellReader {
    private static final int LONGEST_TEXT = 500;
    private static final Set<String> YES = Set.of("true", "yes", "y", "t", "1", "是", "有");
    private static final Set<String> NO = Set.of("false", "no", "n", "f", "0", "否", "无");

    private final Column mapping;
    private final TargetField target;
    private final List<Integer> columns;
    private final DateText dates;
    private final DecimalText decimals;
    private final DecimalText plain = new DecimalText(DecimalMark.POINT);
    private final StandInTexts standIns;
    private final int fractionDigits;

    private CellReader(ImportPlan plan, Column mapping, TargetField target) {
        this.mapping = mapping;
        this.target = target;
        this.columns = mapping.from().stream().map(plan.columns()::indexOf).toList();
        this.dates = new DateText(plan.format().dates());
        this.decimals = new DecimalText(plan.format().decimals());
        this.standIns = new StandInTexts(mapping);
        this.fractionDigits = Money.fractionDigits(plan.currency());
    }

    static CellReader of(ImportPlan plan, Column mapping, @Nullable TargetField target) {
        if (target == null) {
            throw new IllegalArgumentException("The plan maps %s, which %s has no field for; check the plan first"
                    .formatted(mapping.target(), plan.target()));
        }
        return new CellReader(plan, mapping, target);
    }

    /**
     * Reads a column of a file that is no import; a column without a name is numbered.
     *
     * @param columns the file's column names in order
     * @param currency of money, should the type be that
     */
    public static CellReader of(
            FileFormat format, List<String> columns, String column, FieldType type, String currency) {
        Column mapping = PlanProposal.plain(column, column);
        ImportPlan plan = new ImportPlan(
                column, format, columns, List.of(mapping), Duplicates.KEEP, currency, UnknownOwners.UNASSIGNED, null);
        return new CellReader(plan, mapping, new TargetField(column, Role.FIELD, type, "", null, Map.of()));
    }

    String target() {
        return target.id();
    }

    /** The reference whose keys the field holds, or null. */
    @Nullable
    String reference() {
        return target.reference();
    }

    FieldType type() {
        return target.type();
    }

    Role role() {
        return target.role();
    }

    /** The typed value, or null where the file says nothing. */
    public @Nullable Object read(RawRow row) throws Unreadable {
        return switch (mapping.transform()) {
            case STARTS_WITH -> {
                String text = text(row, 0);
                yield standIns.isMissing(text) ? null : text.startsWith(String.valueOf(mapping.argument()));
            }
            case IS_NEGATIVE -> {
                BigDecimal number = number(row, 0);
                yield number == null ? null : number.signum() < 0;
            }
            case MULTIPLY -> product(row);
            case STRIP_FRACTION, NONE -> single(row, text(row, 0));
        };
    }

    /** Fails when the text is longer than allowed. */
    public void requireLength(RawRow row, String text, int longest) throws Unreadable {
        if (text.length() > longest) {
            throw new Unreadable(rejection(row, 0, Reason.TOO_LONG, String.valueOf(longest)));
        }
    }

    /** Why the row is not taken, with the value of this column. */
    public Rejection rejection(RawRow row, Reason reason) {
        return rejection(row, reason, "");
    }

    /** Why the row is not taken, with the value of this column and what the reason needs besides. */
    public Rejection rejection(RawRow row, Reason reason, String detail) {
        return rejection(row, 0, reason, detail);
    }

    private Rejection rejection(RawRow row, int part, Reason reason, String detail) {
        return new Rejection(
                row.number(), columns.get(part) + 1, mapping.from().get(part), text(row, part), reason, detail);
    }

    private String text(RawRow row, int part) {
        return CsvCells.read(row.value(columns.get(part)).strip());
    }

    private @Nullable Object product(RawRow row) throws Unreadable {
        BigDecimal first = number(row, 0);
        BigDecimal second = number(row, 1);
        return first == null || second == null ? null : numeric(row, first.multiply(second));
    }

    private @Nullable Object single(RawRow row, String text) throws Unreadable {
        if (text.isEmpty() || standIns.isMissing(text)) {
            return null;
        }
        String value = standIns.value(text);
        if (value != null) {
            return typed(row, value, plain, true);
        }
        String own = mapping.transform() == Transform.STRIP_FRACTION ? withoutFraction(row, text) : text;
        return typed(row, own, decimals, false);
    }

    /** @param written whether dates are written as definitions write them */
    private Object typed(RawRow row, String text, DecimalText numbers, boolean written) throws Unreadable {
        return switch (target.type()) {
            case TEXT -> checkedText(row, text);
            case CHOICE -> choice(row, text);
            case BOOLEAN -> flag(row, text);
            case DATE ->
                role() == Role.TIME
                        ? time(row, text, written)
                        : time(row, text, written).toLocalDate();
            case INTEGER, DECIMAL, MONEY -> {
                BigDecimal number = numbers.parse(text);
                if (number == null) {
                    throw unreadable(row, 0, Reason.NOT_A_NUMBER);
                }
                yield numeric(row, number);
            }
        };
    }

    private Object numeric(RawRow row, BigDecimal number) throws Unreadable {
        try {
            return switch (target.type()) {
                case MONEY ->
                    number.setScale(fractionDigits, RoundingMode.HALF_UP)
                            .unscaledValue()
                            .longValueExact();
                case DECIMAL -> number.doubleValue();
                default -> {
                    if (number.stripTrailingZeros().scale() > 0) {
                        throw unreadable(row, 0, Reason.NOT_WHOLE);
                    }
                    yield number.longValueExact();
                }
            };
        } catch (ArithmeticException tooLarge) {
            throw unreadable(row, 0, Reason.TOO_LARGE);
        }
    }

    private @Nullable BigDecimal number(RawRow row, int part) throws Unreadable {
        String text = text(row, part);
        if (text.isEmpty() || standIns.isMissing(text)) {
            return null;
        }
        String value = standIns.value(text);
        BigDecimal number = value == null ? decimals.parse(text) : plain.parse(value);
        if (number == null) {
            throw unreadable(row, part, Reason.NOT_A_NUMBER);
        }
        return number;
    }

    private String withoutFraction(RawRow row, String text) throws Unreadable {
        int point = text.indexOf('.');
        if (point <= 0 || !isDigits(text, 0, point) || !isDigits(text, point + 1, text.length())) {
            return text;
        }
        if (text.chars().skip(point + 1L).anyMatch(c -> c != '0')) {
            throw unreadable(row, 0, Reason.NOT_WHOLE);
        }
        return text.substring(0, point);
    }

    private String checkedText(RawRow row, String text) throws Unreadable {
        if (text.indexOf('\0') >= 0) {
            throw unreadable(row, 0, Reason.CONTROL_CHARACTER);
        }
        requireLength(row, text, LONGEST_TEXT);
        return text;
    }

    private String choice(RawRow row, String text) throws Unreadable {
        String value = target.choices().get(text.toLowerCase(Locale.ROOT));
        if (value == null) {
            throw unreadable(row, 0, Reason.NOT_A_CHOICE, standIns.listed());
        }
        return value;
    }

    private boolean flag(RawRow row, String text) throws Unreadable {
        String word = text.toLowerCase(Locale.ROOT);
        if (!YES.contains(word) && !NO.contains(word)) {
            throw unreadable(row, 0, Reason.NOT_YES_OR_NO, standIns.listed());
        }
        return YES.contains(word);
    }

    private LocalDateTime time(RawRow row, String text, boolean written) throws Unreadable {
        LocalDateTime time = written ? StandInTexts.date(text) : dates.parse(text);
        if (time == null) {
            throw unreadable(row, 0, Reason.NOT_A_DATE);
        }
        return time;
    }

    private Unreadable unreadable(RawRow row, int part, Reason reason) {
        return unreadable(row, part, reason, "");
    }

    private Unreadable unreadable(RawRow row, int part, Reason reason, String detail) {
        return new Unreadable(rejection(row, part, reason, detail));
    }

    private static boolean isDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return from < to;
    }

    /** A value that cannot be read; without stack trace, because a file may hold many. */
    public static final class Unreadable extends Exception {
        private final transient Rejection rejection;

        /** What is wrong. */
        public Unreadable(Rejection rejection) {
            super(rejection.reason().key(), null, false, false);
            this.rejection = rejection;
        }

        public Rejection rejection() {
            return rejection;
        }
    }
}
