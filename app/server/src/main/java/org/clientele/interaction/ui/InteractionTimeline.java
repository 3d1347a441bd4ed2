package org.clientele.interaction.ui;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.clientele.common.ui.Translations;
import org.clientele.customer.TimelineEntry;
import org.clientele.customer.TimelineSource;
import org.clientele.interaction.Interaction;
import org.clientele.interaction.InteractionData;
import org.clientele.interaction.InteractionService;
import org.clientele.plugin.Vertical;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Contacts on a customer's timeline. */
@Component
@Order(1)
class InteractionTimeline implements TimelineSource {
    static final String KIND = "interaction";

    private final InteractionService interactions;
    private final Translations translations;
    private final Clock clock;

    InteractionTimeline(InteractionService interactions, Translations translations, Clock clock) {
        this.interactions = interactions;
        this.translations = translations;
        this.clock = clock;
    }

    @Override
    public List<Kind> kinds(Vertical vertical, Locale locale) {
        return List.of(new Kind(KIND, translations.getTranslation("interaction.timeline", locale)));
    }

    @Override
    public List<TimelineEntry> newest(Vertical vertical, long customerId, String kind, int limit, Locale locale) {
        InteractionTexts texts =
                new InteractionTexts((key, arguments) -> translations.getTranslation(key, locale, arguments));
        return interactions.ofCustomer(vertical.key(), customerId, limit).stream()
                .map(interaction -> entry(interaction, texts))
                .toList();
    }

    private TimelineEntry entry(Interaction interaction, InteractionTexts texts) {
        InteractionData data = interaction.data();
        String notes = data.notes().isEmpty() ? "" : "\n" + data.notes();
        return new TimelineEntry(
                KIND,
                String.valueOf(interaction.id()),
                LocalDateTime.ofInstant(data.happenedAt(), clock.getZone()),
                icon(data),
                interaction.isOpen() ? "warn" : null,
                texts.title(data),
                texts.detail(interaction) + notes);
    }

    private static String icon(InteractionData data) {
        return switch (data.channel()) {
            case PHONE ->
                switch (data.direction()) {
                    case INCOMING -> "phone-incoming";
                    case OUTGOING -> "phone-outgoing";
                };
            case WECHAT, MESSAGE -> "message-circle";
            case EMAIL -> "mail";
            case VISIT -> "map-pin";
            case SHOP -> "store";
            case EVENT -> "calendar";
        };
    }
}
