package org.clientele.survey.ui;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.clientele.common.ui.Translations;
import org.clientele.customer.TimelineEntry;
import org.clientele.customer.TimelineSource;
import org.clientele.plugin.Vertical;
import org.clientele.survey.Invitation;
import org.clientele.survey.Reply;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a customer was asked and answered, on the timeline: on the day of the answer, else on that of the question. */
@Component
@Order(3)
class SurveyTimeline implements TimelineSource {
    private static final String KIND = "survey";

    private final SurveyServices services;
    private final Translations translations;

    SurveyTimeline(SurveyServices services, Translations translations) {
        this.services = services;
        this.translations = translations;
    }

    @Override
    public List<Kind> kinds(Vertical vertical, Locale locale) {
        return List.of(new Kind(KIND, translations.getTranslation("survey.title", locale)));
    }

    @Override
    public List<TimelineEntry> newest(Vertical vertical, long customerId, String kind, int limit, Locale locale) {
        SurveyWords words =
                new SurveyWords(locale, vertical.currency(), services.clock().getZone());
        List<Invitation> asked = services.invitations().ofCustomer(vertical, customerId, limit);
        Map<Long, List<Reply>> replies = services.invitations().replies(vertical, customerId, asked);
        return asked.stream()
                .map(invitation -> entry(words, invitation, replies.getOrDefault(invitation.id(), List.of())))
                .sorted((one, other) -> other.at().compareTo(one.at()))
                .toList();
    }

    private TimelineEntry entry(SurveyWords words, Invitation invitation, List<Reply> replies) {
        Instant at = Objects.requireNonNullElse(invitation.answeredAt(), invitation.invitedAt());
        List<String> lines = new ArrayList<>();
        lines.add(words.state(invitation, services.clock().instant()) + " · " + words.about(invitation.about()));
        lines.addAll(words.answers(invitation.survey(), replies));
        return new TimelineEntry(
                KIND,
                String.valueOf(invitation.id()),
                LocalDateTime.ofInstant(at, services.clock().getZone()),
                "smile",
                invitation.isUnhappy() ? "bad" : null,
                words.text("survey.timeline", words.title(invitation.survey())),
                String.join("\n", lines));
    }
}
