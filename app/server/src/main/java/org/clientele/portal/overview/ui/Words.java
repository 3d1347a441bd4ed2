package org.clientele.portal.overview.ui;

import com.vaadin.flow.component.Component;
import java.util.Locale;
import org.clientele.common.ui.Formats;
import org.clientele.common.ui.VerticalFormats;
import org.clientele.engine.column.Value;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.Measure;

/** Names and figures of one vertical in the language of a screen. */
final class Words {
    private final Component screen;
    private final VerticalFormats vertical;

    Words(Component screen, Vertical vertical, Locale locale) {
        this.screen = screen;
        this.vertical = new VerticalFormats(vertical.definition(), vertical.texts(), vertical.currency(), locale);
    }

    String text(String key, Object... arguments) {
        return screen.getTranslation(key, arguments);
    }

    VerticalFormats vertical() {
        return vertical;
    }

    Formats formats() {
        return vertical.formats();
    }

    /** A measure as a headline shows it: shares in percent, sums shortened, means in full. */
    String measure(Measure measure, Value value) {
        if (isShare(measure)) {
            return value instanceof Value.Decimal(double share) ? formats().percent(share) : Formats.MISSING;
        }
        return switch (measure.kind()) {
            case SUM, CUSTOMERS -> brief(value);
            case AVERAGE, MEDIAN -> value instanceof Value.Money ? full(value) : vertical.value(field(measure), value);
            default -> full(value);
        };
    }

    private static String field(Measure measure) {
        String field = measure.field();
        return field == null ? "" : field;
    }

    /** Whether a measure is a share of something. */
    static boolean isShare(Measure measure) {
        return switch (measure.kind()) {
            case SHARE, SHARE_OF_TOTAL, SUM_SHARE -> true;
            default -> false;
        };
    }

    /** A sum or a count as a headline shows it. */
    String brief(Value value) {
        return switch (value) {
            case Value.Money(long minor, int _) -> formats().moneyInFigure(minor);
            case Value.Whole(long number) -> formats().whole(number);
            case Value.Decimal(double number) ->
                Math.abs(number) >= 10_000
                        ? formats().wholeShort(Math.round(number))
                        : formats().decimal(number);
            default -> Formats.MISSING;
        };
    }

    /** A sum or a count in full. */
    String full(Value value) {
        return value instanceof Value.Money(long minor, int _) ? formats().money(minor) : brief(value);
    }

    /** The size of a mark; what is negative or unknown has none. */
    static double size(Value value) {
        return Math.max(
                0,
                switch (value) {
                    case Value.Money money -> money.major().doubleValue();
                    case Value.Whole(long number) -> number;
                    case Value.Decimal(double number) -> number;
                    default -> 0;
                });
    }
}
