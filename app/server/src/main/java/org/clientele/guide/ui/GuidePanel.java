package org.clientele.guide.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.details.Details;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clientele.common.Announcements;
import org.clientele.customer.Customer;
import org.clientele.customer.ui.CustomerPanel;
import org.clientele.guide.GuideTexts;
import org.clientele.guide.Guides;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.GuideDefinition;
import org.springframework.core.annotation.Order;

/** The guides on a customer's page, and in short wherever else a contact is written. */
@org.springframework.stereotype.Component
@Order(10)
class GuidePanel implements CustomerPanel {
    private final Guides guides;
    private final GuideTexts texts;
    private final Announcements announcements;

    GuidePanel(Guides guides, GuideTexts texts, Announcements announcements) {
        this.guides = guides;
        this.texts = texts;
        this.announcements = announcements;
    }

    @Override
    public Place place() {
        return Place.GUIDE;
    }

    @Override
    public Optional<Component> create(Vertical vertical, Customer customer) {
        if (vertical.definition().guides().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(card(vertical, customer));
    }

    /** One line, "Slow: be patient"; everything when it is opened. */
    @Override
    public Optional<Component> brief(Vertical vertical, Customer customer) {
        GuideWords words = words(vertical);
        List<GuideDefinition> open = guides.ofCustomer(vertical.key(), customer).stream()
                .flatMap(group -> group.open().stream())
                .toList();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        String summary = open.stream()
                .map(guide -> words.text(
                        "guide.brief",
                        words.name(guide),
                        words.advice(guide).stream().findFirst().orElse("")))
                .collect(Collectors.joining(words.text("guide.brief.separator")));
        return Optional.of(new Details(summary, card(vertical, customer)));
    }

    private GuideCard card(Vertical vertical, Customer customer) {
        Locale locale = UI.getCurrent().getLocale();
        return new GuideCard(
                guides, vertical.key(), () -> GuideWords.of(texts, vertical, locale), announcements, customer);
    }

    private GuideWords words(Vertical vertical) {
        return GuideWords.of(texts, vertical, UI.getCurrent().getLocale());
    }
}
