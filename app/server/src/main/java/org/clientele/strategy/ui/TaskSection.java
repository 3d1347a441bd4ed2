package org.clientele.strategy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clientele.access.Rights;
import org.clientele.frontend.Card;
import org.clientele.interaction.ui.WorklistSection;
import org.clientele.plugin.Vertical;
import org.clientele.strategy.Task;
import org.clientele.strategy.Tasks;
import org.clientele.strategy.TasksChanged;
import org.springframework.core.annotation.Order;

/** Plays that are to be done, on the worklist. */
@org.springframework.stereotype.Component
@Order(5)
class TaskSection implements WorklistSection {
    private static final int DAYS_AHEAD = 14;
    private static final int MOST = 50;

    private final Tasks tasks;
    private final Rights rights;
    private final Clock clock;

    TaskSection(Tasks tasks, Rights rights, Clock clock) {
        this.tasks = tasks;
        this.rights = rights;
        this.clock = clock;
    }

    @Override
    public Optional<Component> create(Vertical vertical, boolean onlyMine) {
        LocalDate today = LocalDate.now(clock);
        List<Task> open = tasks.openUntil(vertical.key(), today.plusDays(DAYS_AHEAD), onlyMine, MOST + 1);
        if (open.isEmpty()) {
            return Optional.empty();
        }
        StrategyWords words = new StrategyWords(vertical, UI.getCurrent().getLocale());
        Div list = new Div();
        list.addClassName("list");
        long user = rights.user().id();
        open.stream()
                .limit(MOST)
                .forEach(task -> list.add(TaskItem.inWorklist(tasks, words, vertical, task, today, user)));
        boolean more = open.size() > MOST;
        H2 heading = new H2(words.text("strategy.tasks", Math.min(MOST, open.size()) + (more ? "+" : "")));
        heading.addClassName("card-title");
        Card card = new Card(heading, list);
        if (more) {
            Span rest = new Span(words.text("strategy.tasks.more", MOST));
            rest.addClassName("caption");
            card.add(rest);
        }
        return Optional.of(card);
    }

    @Override
    public Class<?> changedBy() {
        return TasksChanged.class;
    }
}
