package org.clientele.portal.overview;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import org.clientele.engine.figure.Period;
import org.jspecify.annotations.Nullable;

/**
 * The period somebody looks at. All but {@link Kind#CUSTOM} end on the as-of day.
 *
 * @param custom the days of {@link Kind#CUSTOM}, else null
 */
public record PeriodChoice(Kind kind, @Nullable Period custom) {
    /** What is shown when nobody chose. */
    public static final PeriodChoice USUAL = new PeriodChoice(Kind.YEAR, null);

    public PeriodChoice {
        if ((kind == Kind.CUSTOM) != (custom != null)) {
            throw new IllegalArgumentException("Days belong to a custom period only: %s, %s".formatted(kind, custom));
        }
    }

    /** The periods offered. */
    public enum Kind {
        DAYS_30,
        QUARTER,
        YEAR,
        ALL,
        CUSTOM
    }

    public static PeriodChoice of(Period custom) {
        return new PeriodChoice(Kind.CUSTOM, custom);
    }

    /**
     * The days meant.
     *
     * @param first the day of the first activity, or null when there is none
     */
    Period period(LocalDate asOf, @Nullable LocalDate first) {
        return switch (kind) {
            case DAYS_30 -> new Period(asOf.minusDays(29), asOf);
            case QUARTER -> new Period(asOf.minusMonths(3).plusDays(1), asOf);
            case YEAR -> new Period(asOf.minusYears(1).plusDays(1), asOf);
            case ALL -> new Period(first == null || first.isAfter(asOf) ? asOf : first, asOf);
            case CUSTOM -> within(asOf);
        };
    }

    private Period within(LocalDate asOf) {
        if (custom == null || custom.from().isAfter(asOf)) {
            return new Period(asOf, asOf);
        }
        return custom.to().isAfter(asOf) ? new Period(custom.from(), asOf) : custom;
    }

    /** As it stands in an address. */
    public String text() {
        return custom == null
                ? kind.name().toLowerCase(Locale.ROOT).replace('_', '-')
                : custom.from() + ".." + custom.to();
    }

    /** Reads the text of an address; what cannot be read is the usual period. */
    public static PeriodChoice parse(String text) {
        for (Kind kind : Kind.values()) {
            if (kind != Kind.CUSTOM && new PeriodChoice(kind, null).text().equals(text)) {
                return new PeriodChoice(kind, null);
            }
        }
        String[] days = text.split("\\.\\.", -1);
        try {
            return days.length == 2 ? of(new Period(LocalDate.parse(days[0]), LocalDate.parse(days[1]))) : USUAL;
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            // Written by hand into the address: the usual period answers too.
            return USUAL;
        }
    }
}
