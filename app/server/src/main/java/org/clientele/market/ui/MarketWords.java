package org.clientele.market.ui;

import static org.clientele.common.AddressParameters.code;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.stream.Collectors;
import org.clientele.common.Money;
import org.clientele.common.Problem;
import org.clientele.common.ui.Formats;
import org.clientele.common.ui.Translations;
import org.clientele.market.Input;
import org.clientele.market.MarketEntry;
import org.clientele.market.Measure;
import org.clientele.market.Quarter;
import org.clientele.market.Result;
import org.clientele.market.Unit;
import org.clientele.plugin.Vertical;
import org.jspecify.annotations.Nullable;

/** The market development board in the words of a language. */
final class MarketWords {
    private static final Translations TEXTS = new Translations();
    private static final int PER_CENT = 2;

    private final Locale locale;
    private final Formats formats;
    private final String currency;

    MarketWords(Vertical vertical, Locale locale) {
        this.locale = locale;
        this.currency = vertical.currency();
        this.formats = new Formats(locale, currency);
    }

    Formats formats() {
        return formats;
    }

    String text(String key, Object... arguments) {
        return TEXTS.getTranslation(key, locale, arguments);
    }

    String measure(Measure measure) {
        return text("market.measure." + code(measure));
    }

    String formula(Measure measure) {
        return text("market.formula." + code(measure));
    }

    String input(Input input) {
        return text("market.input." + code(input));
    }

    /** Of an input or a target. */
    String name(MarketEntry entry) {
        for (Input input : Input.values()) {
            if (input.name().equals(entry.name())) {
                return input(input);
            }
        }
        return text("market.entry.target", measure(Measure.valueOf(entry.name())));
    }

    String quarter(Quarter quarter) {
        return text("market.quarter", String.valueOf(quarter.year()), quarter.number());
    }

    /** "72.4%", "¥12,400", "3.2 h". */
    String value(Unit unit, double value) {
        return switch (unit) {
            case SHARE -> formats.percent(value);
            case POINTS -> formats.decimal(Math.round(value * 10) / 10.0);
            case MONEY -> formats.money(Math.round(value));
            case HOURS -> text("market.hours", formats.decimal(value));
            case COUNT -> formats.whole(Math.round(value));
        };
    }

    String value(Measure measure, Result result) {
        Double value = result.value();
        return value == null ? Formats.MISSING : value(measure.unit(), value);
    }

    /** Why there is no value, and what to do about it. */
    String why(Measure measure, Result result) {
        Result.Why why = result.why();
        if (why == Result.Why.NO_INPUT) {
            return text(
                    "market.why.no-input",
                    measure.inputs().stream().map(this::input).collect(Collectors.joining(text("market.and"))));
        }
        return why == null ? "" : text("market.why." + code(why));
    }

    /** With what a value was computed: "412 ÷ 1,031". */
    String from(Measure measure, Result result) {
        if (result.why() != null) {
            return why(measure, result);
        }
        return text("market.from." + code(measure), above(measure, result.above()), below(measure, result.below()));
    }

    private String above(Measure measure, double above) {
        return switch (measure) {
            case CAC, CLV, SALES_GROWTH -> value(Unit.MONEY, above);
            case RESPONSE_TIME -> value(Unit.HOURS, above);
            default -> value(Unit.COUNT, above);
        };
    }

    private String below(Measure measure, double below) {
        return value(measure == Measure.SALES_GROWTH ? Unit.MONEY : Unit.COUNT, below);
    }

    /** What people type for a unit: per cent, major units. */
    String label(String name, Unit unit) {
        return switch (unit) {
            case SHARE -> text("market.label", name, "%");
            case MONEY -> text("market.label", name, currency);
            case HOURS -> text("market.label", name, text("market.hours.unit"));
            case POINTS, COUNT -> name;
        };
    }

    /** What was typed, as a value; null where nothing was. */
    @Nullable
    Double typed(Unit unit, @Nullable BigDecimal typed) {
        if (typed == null) {
            return null;
        }
        return switch (unit) {
            case SHARE -> typed.movePointLeft(PER_CENT).doubleValue();
            case MONEY -> (double) minor(typed);
            case COUNT -> (double) whole(typed);
            case POINTS, HOURS -> typed.doubleValue();
        };
    }

    /** What was typed of an input, as it is stored. */
    @Nullable
    Long stored(Unit unit, @Nullable BigDecimal typed) {
        if (typed == null) {
            return null;
        }
        return unit == Unit.MONEY ? minor(typed) : whole(typed);
    }

    private long minor(BigDecimal typed) {
        return whole(typed.movePointRight(Money.fractionDigits(currency)));
    }

    private static long whole(BigDecimal typed) {
        try {
            return typed.longValueExact();
        } catch (ArithmeticException unfit) {
            throw new Problem("market.problem.number", typed.toPlainString());
        }
    }

    /** As people type it. */
    BigDecimal typed(Unit unit, double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        return switch (unit) {
            case SHARE ->
                exact.movePointRight(PER_CENT)
                        .setScale(PER_CENT, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
            case MONEY -> BigDecimal.valueOf(Math.round(value), Money.fractionDigits(currency));
            case POINTS, HOURS, COUNT -> exact.stripTrailingZeros();
        };
    }
}
