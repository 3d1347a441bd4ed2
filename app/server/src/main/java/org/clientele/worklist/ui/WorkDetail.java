package org.clientele.worklist.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.clientele.customer.ui.CustomerBeside;
import org.clientele.frontend.Card;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.Icon;
import org.clientele.plugin.Vertical;
import org.clientele.worklist.WorkAct;
import org.clientele.worklist.WorkItem;
import org.clientele.worklist.WorkNote;
import org.clientele.worklist.Worklist;
import org.jspecify.annotations.Nullable;

/** The chosen item with its customer: what to do, what was said about it, who it is for. */
final class WorkDetail extends Div {
    private final transient Worklist worklist;
    private final transient CustomerBeside beside;
    private final transient Vertical vertical;
    private final transient WorkWords words;
    private final transient Clock clock;
    private final transient Consumer<WorkAct.Kind> acting;
    private final Button back;
    private transient @Nullable WorkItem shown;

    WorkDetail(
            Worklist worklist,
            CustomerBeside beside,
            Vertical vertical,
            WorkWords words,
            Clock clock,
            Consumer<WorkAct.Kind> acting,
            Runnable closing) {
        this.worklist = worklist;
        this.beside = beside;
        this.vertical = vertical;
        this.words = words;
        this.clock = clock;
        this.acting = acting;
        addClassNames("stack", "desk-detail");
        getElement().setAttribute("role", "region").setAttribute("aria-label", words.text("worklist.detail"));
        back = new Button(words.text("worklist.back"), Icon.ARROW_LEFT.create(), click -> closing.run());
        back.addClassName("desk-back");
        back.addThemeVariants(ButtonVariant.TERTIARY);
    }

    void clear() {
        shown = null;
        removeAll();
        add(new Card(new EmptyState(Icon.LIST_CHECKS, words.text("worklist.none"), words.text("worklist.none.text"))));
    }

    void show(WorkItem item) {
        if (item.equals(shown)) {
            return;
        }
        shown = item;
        removeAll();
        add(back, work(item));
        if (item.hasCustomer()) {
            add(beside.detail(vertical, item.customerId()));
        }
    }

    private Card work(WorkItem item) {
        LocalDate today = LocalDate.now(clock);
        Optional<String> page = worklist.page(vertical, item);
        H2 title = page.map(address -> new H2(link(address, item.title()))).orElseGet(() -> new H2(item.title()));
        title.addClassName("card-title");
        Span due = new Span(words.due(item, today));
        due.addClassNames("caption", item.dueOn().isBefore(today) ? "overdue" : "upcoming");
        Card card = new Card(title, due);
        card.addClassName("task");
        if (!item.text().isBlank()) {
            Div text = new Div(item.text());
            text.addClassName("pre-line");
            card.add(text);
        }
        card.add(buttons(item));
        List<WorkNote> notes = worklist.notes(vertical, item);
        if (!notes.isEmpty()) {
            card.add(notes(notes));
        }
        return card;
    }

    private static Anchor link(String address, String text) {
        Anchor link = new Anchor(address, text);
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    private Div buttons(WorkItem item) {
        Div buttons = new Div();
        buttons.addClassName("row");
        for (WorkAct.Kind kind : WorkAct.Kind.values()) {
            if (item.acts().contains(kind)) {
                Button button = new Button(words.act(kind), click -> acting.accept(kind));
                if (kind != WorkAct.Kind.DONE) {
                    button.addThemeVariants(ButtonVariant.TERTIARY);
                }
                buttons.add(button);
            }
        }
        return buttons;
    }

    private Div notes(List<WorkNote> notes) {
        Div list = new Div();
        list.addClassName("list");
        for (WorkNote note : notes) {
            Span who = new Span(words.note(note) + " · " + words.formats().dateTime(note.at(), clock.getZone()));
            who.addClassName("list-item-detail");
            Div body = new Div(who);
            body.addClassName("list-item-body");
            if (!note.note().isEmpty()) {
                body.add(new Div(note.note()));
            }
            Div item = new Div(body);
            item.addClassName("list-item");
            list.add(item);
        }
        return list;
    }
}
