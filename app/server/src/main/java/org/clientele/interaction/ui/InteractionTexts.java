package org.clientele.interaction.ui;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clientele.interaction.Channel;
import org.clientele.interaction.Direction;
import org.clientele.interaction.Interaction;
import org.clientele.interaction.InteractionData;
import org.clientele.interaction.Outcome;

/** How contacts read in the person's language. */
final class InteractionTexts {
    private InteractionTexts() {}

    static String channel(Component on, Channel channel) {
        return value(on, "channel", channel);
    }

    static String direction(Component on, Direction direction) {
        return value(on, "direction", direction);
    }

    static String outcome(Component on, Outcome outcome) {
        return value(on, "outcome", outcome);
    }

    /** "Phone, incoming — late delivery". */
    static String title(Component on, InteractionData data) {
        return on.getTranslation(
                "interaction.item.title", channel(on, data.channel()), direction(on, data.direction()), data.subject());
    }

    /** Who, outcome and satisfaction, as far as known. */
    static String detail(Component on, Interaction interaction) {
        List<String> parts = new ArrayList<>();
        parts.add(interaction.author());
        InteractionData data = interaction.data();
        Outcome outcome = data.outcome();
        if (outcome != null) {
            parts.add(outcome(on, outcome));
        }
        if (data.satisfaction() != null) {
            parts.add(on.getTranslation("interaction.item.satisfaction", data.satisfaction()));
        }
        return String.join(" · ", parts);
    }

    private static String value(Component on, String kind, Enum<?> value) {
        return on.getTranslation("interaction." + kind + "."
                + value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
