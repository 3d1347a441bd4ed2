package org.clientele.common.ui.condition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field that a customer list can show, filter and sort by, and that a condition can compare.
 *
 * @param id the variable's name
 * @param name in the reader's language
 * @param choices the values it can have, best or first first; empty: any
 */
public record ListField(String id, String name, Kind kind, List<Choice> choices) {
    public ListField {
        choices = List.copyOf(choices);
    }

    /** Decides operators, editors and alignment. */
    public enum Kind {
        TEXT,
        CHOICE,
        SEGMENT,
        OWNER,
        FLAG,
        DATE,
        WHOLE,
        DAYS,
        DECIMAL,
        SHARE,
        MONEY,
        /** What happens, to be counted or summed. */
        ACTIVITY;

        public boolean isNumber() {
            return ordinal() >= WHOLE.ordinal() && this != ACTIVITY;
        }

        public boolean isChosen() {
            return this == CHOICE || this == SEGMENT || this == OWNER;
        }
    }

    /**
     * @param tone colour token, or null
     */
    public record Choice(String id, String name, @Nullable String tone) {}

    /** The name of a value; the value itself where it is none of the choices. */
    public Choice choice(String value) {
        return choices.stream()
                .filter(choice -> choice.id().equals(value))
                .findFirst()
                .orElseGet(() -> new Choice(value, value, null));
    }
}
