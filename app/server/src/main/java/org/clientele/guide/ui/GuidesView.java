package org.clientele.guide.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.ui.Formats;
import org.clientele.customer.CustomerFilter;
import org.clientele.customer.CustomerList;
import org.clientele.customer.CustomerListQuery;
import org.clientele.customer.CustomerLists;
import org.clientele.customer.ui.CustomersNavigation;
import org.clientele.frontend.Card;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.Icon;
import org.clientele.frontend.PageHeader;
import org.clientele.guide.GuideGroup;
import org.clientele.guide.GuideTexts;
import org.clientele.guide.Guides;
import org.clientele.guide.GuidesChanged;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.VerticalPage;
import org.clientele.plugins.api.GuideDefinition;

/** All guides by group, to learn them or to print them; each leads to the customers it is for. */
@Route("v/:vertical/guides")
@PermitAll
class GuidesView extends VerticalPage {
    private final Guides guides;
    private final GuideTexts texts;
    private final CustomerLists lists;
    private final transient Map<GuideDefinition, Card> cards = new LinkedHashMap<>();

    GuidesView(
            Verticals verticals,
            Rights rights,
            Announcements announcements,
            Guides guides,
            GuideTexts texts,
            CustomerLists lists) {
        super(verticals, rights, announcements);
        this.guides = guides;
        this.texts = texts;
        this.lists = lists;
        hear(GuidesChanged.class, this::follow);
    }

    @Override
    protected String title() {
        return getTranslation("guide.title");
    }

    @Override
    protected void show(Vertical vertical, BeforeEnterEvent event) {
        cards.clear();
        if (vertical.definition().guides().isEmpty()) {
            add(
                    new PageHeader(title()),
                    new EmptyState(Icon.BOOK_OPEN, getTranslation("guide.none"), getTranslation("guide.none.text")));
            return;
        }
        GuideWords words = GuideWords.of(texts, vertical, getLocale());
        add(new PageHeader(title(), getTranslation("guide.subtitle"))
                .actions(new Button(getTranslation("common.print"), Icon.PRINTER.create(), click -> UI.getCurrent()
                        .getPage()
                        .executeJs("window.print()"))));
        guides.groups(vertical.key()).forEach(group -> add(section(words, group)));
    }

    private Section section(GuideWords words, GuideGroup group) {
        H2 heading = new H2(words.group(group.id()));
        heading.addClassName("group-title");
        Div hint =
                new Div(getTranslation(group.attribute() == null ? "guide.group.by-itself" : "guide.group.by-choice"));
        hint.addClassName("caption");
        Div cards = new Div();
        cards.addClassName("cards");
        group.guides().forEach(guide -> cards.add(card(words, guide)));
        Section section = new Section(heading, hint, cards);
        section.addClassName("stack");
        return section;
    }

    private Card card(GuideWords words, GuideDefinition guide) {
        Card card = new Card(words.name(guide));
        card.setId("guide-" + guide.id());
        if (texts.mayWrite(vertical().key())) {
            Button edit = edit(card, guide);
            edit.setAriaLabel(getTranslation("guide.edit", words.name(guide)));
            edit.setTooltipText(getTranslation("guide.edit", words.name(guide)));
            card.actions(edit);
        }
        fill(card, words, guide);
        cards.put(guide, card);
        return card;
    }

    private void fill(Card card, GuideWords words, GuideDefinition guide) {
        words.content(guide).forEach(card::add);
        customers(guide).ifPresent(card::add);
    }

    private Button edit(Card card, GuideDefinition guide) {
        Button edit = new Button(Icon.PENCIL.create());
        edit.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        edit.addClassName("no-print");
        edit.addClickListener(click -> {
            GuideWords words = GuideWords.of(texts, vertical(), getLocale());
            new GuideDialog(texts, words, guide, () -> again(card, guide)).open();
        });
        return edit;
    }

    /** Here or on another node, somebody has worded a card. */
    private void follow(GuidesChanged change) {
        if (change.verticalKey().equals(vertical().key())) {
            cards.forEach((guide, card) -> again(card, guide));
        }
    }

    /** The card as it reads now. */
    private void again(Card card, GuideDefinition guide) {
        card.getChildren()
                .filter(part -> !part.hasClassName("card-head"))
                .toList()
                .forEach(card::remove);
        fill(card, GuideWords.of(texts, vertical(), getLocale()), guide);
    }

    /** How many customers the card is for; nothing where that would give away what is hidden from the user. */
    private Optional<Component> customers(GuideDefinition guide) {
        CustomerListQuery query = CustomerListQuery.of(filter(guide));
        CustomerList list = lists.list(vertical().key(), query, getLocale());
        if (!list.unfit().isEmpty()) {
            return Optional.empty();
        }
        String number = new Formats(getLocale(), vertical().currency()).whole(list.total());
        Anchor link = new Anchor(
                CustomersNavigation.to(vertical().key(), query),
                getTranslation("guide.customers", number, list.total()));
        link.getElement().setAttribute("router-link", true);
        link.addClassNames("card-foot", "no-print");
        return Optional.of(link);
    }

    private static CustomerFilter filter(GuideDefinition guide) {
        return guide.attribute() != null
                ? CustomerFilter.value(guide.attribute(), String.valueOf(guide.value()))
                : CustomerFilter.where(String.valueOf(guide.when()));
    }
}
