package org.clientele.interaction.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Card;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.Icon;
import org.clientele.frontend.PageHeader;
import org.clientele.interaction.FollowUp;
import org.clientele.interaction.Interaction;
import org.clientele.interaction.InteractionService;
import org.clientele.interaction.InteractionsChanged;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.VerticalPage;

/** What has to be followed up: overdue, today, in the next two weeks. */
@Route("v/:vertical/worklist")
@PermitAll
class WorklistView extends VerticalPage {
    private static final int DAYS_AHEAD = 14;
    private static final int MOST = 500;

    private final InteractionService interactions;
    private final List<WorklistSection> sections;
    private final Clock clock;
    private final InteractionTexts texts = new InteractionTexts((key, arguments) -> getTranslation(key, arguments));
    private final PageHeader header = new PageHeader(getTranslation("interaction.worklist.title"));
    private final RadioButtonGroup<Boolean> onlyMine = new RadioButtonGroup<>();
    private final Div lists = new Div();

    WorklistView(
            Verticals verticals,
            Rights rights,
            Announcements announcements,
            InteractionService interactions,
            List<WorklistSection> sections,
            Clock clock) {
        super(verticals, rights, announcements);
        this.interactions = interactions;
        this.sections = sections;
        this.clock = clock;
        lists.addClassName("stack");
        onlyMine.addClassName("choice");
        onlyMine.setItems(true, false);
        onlyMine.setValue(true);
        onlyMine.setAriaLabel(getTranslation("interaction.worklist.whose"));
        onlyMine.setItemLabelGenerator(
                mine -> getTranslation(mine ? "interaction.worklist.mine" : "interaction.worklist.everybody"));
        onlyMine.addValueChangeListener(change -> refresh());
        header.actions(onlyMine);
        hear(InteractionsChanged.class, change -> refresh());
        sections.forEach(section -> hear(section.changedBy(), change -> refresh()));
    }

    @Override
    protected void show(Vertical vertical, BeforeEnterEvent event) {
        add(header, lists);
        refresh();
    }

    @Override
    protected String title() {
        return getTranslation("interaction.worklist.title");
    }

    private void refresh() {
        if (lists.getParent().isEmpty()) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        List<FollowUp> open =
                interactions.followUpsUntil(vertical().key(), today.plusDays(DAYS_AHEAD), onlyMine.getValue(), MOST);
        List<FollowUp> overdue =
                open.stream().filter(f -> day(f).isBefore(today)).toList();
        List<FollowUp> due = open.stream().filter(f -> day(f).equals(today)).toList();
        List<FollowUp> coming = open.stream().filter(f -> day(f).isAfter(today)).toList();
        header.setSubtitle(getTranslation("interaction.worklist.subtitle", overdue.size(), due.size(), coming.size()));
        List<Component> others = sections.stream()
                .flatMap(section -> section.create(vertical(), onlyMine.getValue()).stream())
                .toList();
        lists.removeAll();
        if (open.isEmpty() && others.isEmpty()) {
            lists.add(new Card(new EmptyState(
                    Icon.LIST_CHECKS,
                    getTranslation("interaction.worklist.empty"),
                    getTranslation("interaction.worklist.empty.text"))));
        }
        showList("interaction.worklist.overdue", overdue);
        showList("interaction.worklist.today", due);
        others.forEach(lists::add);
        showList("interaction.worklist.coming", coming);
    }

    private void showList(String titleKey, List<FollowUp> followUps) {
        if (followUps.isEmpty()) {
            return;
        }
        Div list = new Div();
        list.addClassName("list");
        followUps.forEach(followUp -> list.add(item(followUp)));
        H2 heading = new H2(getTranslation(titleKey) + " · " + followUps.size());
        heading.addClassName("card-title");
        Card card = new Card(heading, list);
        lists.add(card);
    }

    private Div item(FollowUp followUp) {
        Interaction interaction = followUp.interaction();
        Anchor customer =
                new Anchor("v/" + vertical().key() + "/customers/" + interaction.customerId(), followUp.customer());
        customer.getElement().setAttribute("router-link", true);
        customer.addClassName("list-item-title");
        Span subject = new Span(texts.title(interaction.data()));
        subject.addClassName("list-item-detail");
        Span when = new Span(when(followUp) + " · " + texts.detail(interaction));
        when.addClassName("list-item-detail");
        Div body = new Div(customer, new Div(subject), new Div(when));
        body.addClassName("list-item-body");
        Button postpone = new Button(getTranslation("interaction.follow-up.postpone"), click -> postpone(interaction));
        postpone.addThemeVariants(ButtonVariant.TERTIARY);
        Button done = new Button(
                getTranslation("interaction.follow-up.done"), Icon.CHECK.create(), click -> complete(interaction));
        postpone.setVisible(!day(followUp).isAfter(LocalDate.now(clock)));
        Div item = new Div(body, postpone, done);
        item.addClassName("list-item");
        return item;
    }

    private void complete(Interaction interaction) {
        interactions.completeFollowUp(vertical().key(), interaction.id());
        Messages.done(
                getTranslation("interaction.follow-up.done.message"),
                () -> interactions.reopenFollowUp(vertical().key(), interaction.id()));
        refresh();
    }

    private void postpone(Interaction interaction) {
        LocalDate before = interaction.data().followUpOn();
        LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
        interactions.postponeFollowUp(vertical().key(), interaction.id(), tomorrow);
        Messages.done(getTranslation("interaction.follow-up.postponed", format(tomorrow)), () -> {
            if (before != null) {
                interactions.postponeFollowUp(vertical().key(), interaction.id(), before);
            }
        });
        refresh();
    }

    private String when(FollowUp followUp) {
        LocalDate day = day(followUp);
        String key = day.isBefore(LocalDate.now(clock)) ? "interaction.follow-up.overdue" : "interaction.follow-up.due";
        return getTranslation(key, format(day));
    }

    private static LocalDate day(FollowUp followUp) {
        LocalDate day = followUp.interaction().data().followUpOn();
        if (day == null) {
            throw new IllegalStateException(
                    "Interaction " + followUp.interaction().id() + " is listed as follow-up but has no day");
        }
        return day;
    }

    private String format(LocalDate day) {
        return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(getLocale()));
    }
}
