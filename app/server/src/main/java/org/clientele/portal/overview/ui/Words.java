package org.clientele.portal.overview.ui;

import com.vaadin.flow.component.Component;
import java.util.Locale;
import org.clientele.common.ui.Formats;
import org.clientele.common.ui.VerticalFormats;
import org.clientele.engine.column.Value;
import org.clientele.plugin.Vertical;

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

    /** A sum or a count as a headline shows it. */
    String brief(Value value) {
        return switch (value) {
            case Value.Money(long minor, int _) -> formats().moneyShort(minor);
            case Value.Whole(long number) -> formats().whole(number);
            case Value.Decimal(double number) -> formats().decimal(number);
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
