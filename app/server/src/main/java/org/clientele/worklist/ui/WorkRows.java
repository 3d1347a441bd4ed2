package org.clientele.worklist.ui;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.clientele.worklist.WorkItem;
import org.jspecify.annotations.Nullable;

/**
 * The items as a list box: one is chosen, by mouse or by keys; the list keeps the focus. Items are added at the end as the list is read on.
 */
final class WorkRows extends Div implements Focusable<WorkRows> {
    /** A list box must have something to choose. */
    private static final String EMPTY = "region";

    private final transient WorkWords words;
    private final transient Consumer<WorkItem> whenChosen;
    private final transient List<WorkItem> items = new ArrayList<>();
    private final transient List<Div> rows = new ArrayList<>();
    private final LocalDate today;
    private WorkFilter.Group group = WorkFilter.Group.DAY;
    private String heading = "";
    private int chosen = -1;

    WorkRows(WorkWords words, LocalDate today, Consumer<WorkItem> whenChosen) {
        this.words = words;
        this.today = today;
        this.whenChosen = whenChosen;
        addClassNames("list", "work-rows");
        getElement().setAttribute("role", EMPTY).setAttribute("tabindex", "0");
        getElement().setAttribute("aria-label", getTranslation("worklist.title"));
    }

    void show(List<WorkItem> first, WorkFilter.Group by) {
        removeAll();
        getElement().setAttribute("role", first.isEmpty() ? EMPTY : "listbox");
        items.clear();
        rows.clear();
        heading = "";
        group = by;
        chosen = -1;
        getElement().removeAttribute("aria-activedescendant");
        append(first);
    }

    void append(List<WorkItem> more) {
        for (WorkItem item : more) {
            String above = words.group(group, item, today);
            if (!above.equals(heading)) {
                heading = above;
                H2 title = new H2(above);
                title.addClassName("section-title");
                title.getElement().setAttribute("role", "presentation");
                add(title);
            }
            int place = items.size();
            Div row = row(item, place);
            items.add(item);
            rows.add(row);
            add(row);
        }
    }

    private Div row(WorkItem item, int place) {
        Span customer = new Span(item.customer());
        customer.addClassName("list-item-title");
        Span title = new Span(item.title());
        title.addClassName("list-item-detail");
        Span due = new Span(words.due(item, today));
        due.addClassNames("list-item-detail", item.dueOn().isBefore(today) ? "overdue" : "upcoming");
        Div body = new Div(customer, title, due);
        body.addClassName("list-item-body");
        Div row = new Div(body);
        row.addClassNames("list-item", "task");
        row.setId("work-" + place);
        row.getElement().setAttribute("role", "option").setAttribute("aria-selected", "false");
        row.addClickListener(click -> choose(place));
        return row;
    }

    int size() {
        return items.size();
    }

    int place() {
        return chosen;
    }

    Optional<WorkItem> chosen() {
        return chosen < 0 ? Optional.empty() : Optional.of(items.get(chosen));
    }

    @Nullable
    WorkItem last() {
        return items.isEmpty() ? null : items.getLast();
    }

    /** Where an item stands, or -1. */
    int place(WorkItem item) {
        for (int place = 0; place < items.size(); place++) {
            if (items.get(place).isSame(item)) {
                return place;
            }
        }
        return -1;
    }

    /** Takes the keys without moving the page, as soon as it is in the page: right after loading it is not yet. */
    @Override
    public void focus() {
        getElement().executeJs("""
                const take = frames => this.isConnected && this.offsetParent
                    ? this.focus({preventScroll: true})
                    : frames && requestAnimationFrame(() => take(frames - 1));
                take(60);""");
    }

    /** Chooses as keys do, and brings the item into sight. */
    void step(int wanted) {
        choose(wanted);
        if (chosen >= 0) {
            rows.get(chosen).getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
        }
    }

    /** Chooses an item, the nearest where there are not so many; none of an empty list. */
    void choose(int wanted) {
        if (chosen >= 0) {
            rows.get(chosen).getElement().setAttribute("aria-selected", "false");
        }
        chosen = Math.clamp(wanted, -1, items.size() - 1);
        if (chosen < 0) {
            return;
        }
        Div row = rows.get(chosen);
        row.getElement().setAttribute("aria-selected", "true");
        getElement().setAttribute("aria-activedescendant", "work-" + chosen);
        whenChosen.accept(items.get(chosen));
    }
}
