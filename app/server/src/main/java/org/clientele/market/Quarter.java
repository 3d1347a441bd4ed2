package org.clientele.market;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Three months of a year; the number counts from 1. */
public record Quarter(int year, int number) implements Comparable<Quarter> {
    private static final int A_YEAR = 4;
    private static final int MONTHS = Month.values().length / A_YEAR;
    private static final Comparator<Quarter> ORDER =
            Comparator.comparing(Quarter::year).thenComparing(Quarter::number);

    public Quarter {
        if (number < 1 || number > A_YEAR) {
            throw new IllegalArgumentException("A quarter is from 1 to 4, not %d".formatted(number));
        }
    }

    /** The one that the day is in. */
    public static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), (day.getMonthValue() - 1) / MONTHS + 1);
    }

    public static Quarter of(YearMonth month) {
        return of(month.atDay(1));
    }

    /** Reads {@code 2026-3}. */
    public static Optional<Quarter> parse(String text) {
        return text.matches("[12]\\d{3}-[1-4]")
                ? Optional.of(new Quarter(Integer.parseInt(text.substring(0, 4)), text.charAt(5) - '0'))
                : Optional.empty();
    }

    /** The first day. */
    public LocalDate from() {
        return LocalDate.of(year, (number - 1) * MONTHS + 1, 1);
    }

    /** The last day. */
    public LocalDate to() {
        return plus(1).from().minusDays(1);
    }

    /** So many later; earlier below nought. */
    public Quarter plus(int quarters) {
        int count = year * A_YEAR + number - 1 + quarters;
        return new Quarter(Math.floorDiv(count, A_YEAR), Math.floorMod(count, A_YEAR) + 1);
    }

    public Quarter yearBefore() {
        return plus(-A_YEAR);
    }

    /** So many that end with this one, the earliest first. */
    public List<Quarter> last(int many) {
        return IntStream.range(0, many).mapToObj(i -> plus(i + 1 - many)).toList();
    }

    @Override
    public int compareTo(Quarter other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return year + "-" + number;
    }
}
