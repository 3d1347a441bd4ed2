package org.clientele.interaction.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clientele.interaction.Channel;
import org.clientele.interaction.Direction;
import org.clientele.interaction.Interaction;
import org.clientele.interaction.InteractionData;
import org.clientele.interaction.Outcome;

/** How contacts read in one language. */
record InteractionTexts(Translator translator) {
    /** A text by its key, in the language of whoever made it. */
    @FunctionalInterface
    interface Translator {
        String get(String key, Object... arguments);
    }

    String channel(Channel channel) {
        return value("channel", channel);
    }

    String direction(Direction direction) {
        return value("direction", direction);
    }

    String outcome(Outcome outcome) {
        return value("outcome", outcome);
    }

    /** "Phone, incoming — late delivery". */
    String title(InteractionData data) {
        return translator.get(
                "interaction.item.title", channel(data.channel()), direction(data.direction()), data.subject());
    }

    /** Who, outcome and satisfaction, as far as known. */
    String detail(Interaction interaction) {
        List<String> parts = new ArrayList<>();
        parts.add(interaction.author());
        InteractionData data = interaction.data();
        Outcome outcome = data.outcome();
        if (outcome != null) {
            parts.add(outcome(outcome));
        }
        if (data.satisfaction() != null) {
            parts.add(translator.get("interaction.item.satisfaction", data.satisfaction()));
        }
        return String.join(" · ", parts);
    }

    private String value(String kind, Enum<?> value) {
        return translator.get("interaction." + kind + "."
                + value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
