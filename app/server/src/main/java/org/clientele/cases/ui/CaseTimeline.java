package org.clientele.cases.ui;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.clientele.cases.ServiceCase;
import org.clientele.common.ui.Translations;
import org.clientele.customer.TimelineEntry;
import org.clientele.customer.TimelineSource;
import org.clientele.plugin.Vertical;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Cases on a customer's timeline, on the day on which they were opened. */
@Component
@Order(2)
class CaseTimeline implements TimelineSource {
    private static final String KIND = "case";

    private final CaseServices services;
    private final Translations translations;

    CaseTimeline(CaseServices services, Translations translations) {
        this.services = services;
        this.translations = translations;
    }

    @Override
    public List<Kind> kinds(Vertical vertical, Locale locale) {
        return List.of(new Kind(KIND, translations.getTranslation("cases.title", locale)));
    }

    @Override
    public List<TimelineEntry> newest(Vertical vertical, long customerId, String kind, int limit, Locale locale) {
        CaseWords words = new CaseWords(vertical, locale, services.clock().getZone());
        return services.lists().newestOfCustomer(vertical.key(), customerId, limit).stream()
                .map(one -> entry(one, words))
                .toList();
    }

    private TimelineEntry entry(ServiceCase one, CaseWords words) {
        return new TimelineEntry(
                KIND,
                String.valueOf(one.number()),
                LocalDateTime.ofInstant(one.openedAt(), services.clock().getZone()),
                "life-buoy",
                one.state().isOpen() ? "warn" : null,
                words.text("cases.timeline", words.type(one.data().type()), words.title(one)),
                String.join(" · ", words.state(one.state()), words.owner(one)));
    }
}
