package org.clientele.worklist.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.function.BiConsumer;
import org.clientele.frontend.Tag;
import org.clientele.worklist.NextAction;
import org.clientele.worklist.NextActionKind;
import org.clientele.worklist.RankedAction;
import org.clientele.worklist.WorkAct;
import org.clientele.worklist.WorkItem;

/** One thing to do next: its rank, what it is, why it stands here, and what can be answered. */
final class NextActionItem extends Div {
    private final WorkWords words;
    private final NextAction action;

    NextActionItem(
            WorkWords words,
            RankedAction ranked,
            int rank,
            LocalDate today,
            BiConsumer<NextAction, WorkAct.Kind> acting) {
        this.action = ranked.action();
        this.words = action.kind().isAdvice() ? words.ofAdvice() : words;
        addClassNames("list-item", "task");
        getElement().setAttribute("role", "listitem");
        Tag place = new Tag(String.valueOf(rank));
        WorkItem item = action.item();
        Div body = new Div(title(item));
        body.addClassName("list-item-body");
        if (!item.text().isBlank()) {
            body.add(detail(item.text()));
        }
        if (action.kind() != NextActionKind.CHURN
                || item.owner() != null
                || item.dueOn().isAfter(today)) {
            Span due = detail(words.standing(item, today));
            due.addClassName(item.dueOn().isBefore(today) ? "overdue" : "upcoming");
            body.add(due);
        }
        body.add(detail(words.why(ranked)));
        add(place, body, buttons(acting));
    }

    private Span title(WorkItem item) {
        Span title = new Span();
        title.addClassName("list-item-title");
        String address = action.address();
        if (address == null) {
            title.setText(item.title());
        } else {
            Anchor link = new Anchor(address, item.title());
            link.getElement().setAttribute("router-link", true);
            title.add(link);
        }
        return title;
    }

    private static Span detail(String text) {
        Span detail = new Span(text);
        detail.addClassName("list-item-detail");
        return detail;
    }

    private Div buttons(BiConsumer<NextAction, WorkAct.Kind> acting) {
        Div buttons = new Div();
        buttons.addClassNames("row", "task-actions");
        for (WorkAct.Kind kind : WorkAct.Kind.values()) {
            if (action.item().acts().contains(kind)) {
                Button button = new Button(words.act(kind), click -> acting.accept(action, kind));
                button.setAriaLabel(words.text(
                        "worklist.next.act", words.act(kind), action.item().title()));
                if (kind != WorkAct.Kind.DONE) {
                    button.addThemeVariants(ButtonVariant.TERTIARY);
                }
                buttons.add(button);
            }
        }
        return buttons;
    }
}
