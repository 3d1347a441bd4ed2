package org.clientele.strategy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.Optional;
import org.clientele.common.Problem;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Icon;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.PlayDefinition;
import org.clientele.strategy.Task;
import org.clientele.strategy.Tasks;

/** A task as whoever works on it sees it: for whom, what to do and say, by when; and what can be done with it. */
final class TaskItem extends Div {
    private final transient Tasks tasks;
    private final transient StrategyWords words;
    private final String verticalKey;
    private final transient Task task;
    private final LocalDate today;

    private TaskItem(Tasks tasks, StrategyWords words, Vertical vertical, Task task, LocalDate today) {
        this.tasks = tasks;
        this.words = words;
        this.verticalKey = vertical.key();
        this.task = task;
        this.today = today;
        addClassNames("list-item", "task");
    }

    /**
     * For the customer's own page.
     *
     * @param user who looks
     */
    static TaskItem onCustomersPage(
            Tasks tasks, StrategyWords words, Vertical vertical, Task task, LocalDate today, long user) {
        TaskItem item = new TaskItem(tasks, words, vertical, task, today);
        item.fill(user);
        return item;
    }

    private void fill(long user) {
        Div body = new Div();
        body.addClassName("list-item-body");
        FoundPlay.of(words.applied(), task.play()).ifPresent(found -> {
            add(icon(found.play()));
            String what = words.text(
                    "strategy.task.what", words.play(found.strategy(), found.play()), words.segment(found.strategy()));
            body.add(title(what));
            body.add(detail(words.toCustomer(words.playText(found.strategy(), found.play()), task.customerId())));
            String offer = words.offer(found.strategy(), found.play());
            if (!offer.isEmpty()) {
                body.add(detail(words.text("strategy.play.offer", words.toCustomer(offer, task.customerId()))));
            }
        });
        FoundPlay.of(words.applied(), task.play())
                .map(found -> words.quietHours(found.play()))
                .filter(hours -> !hours.isEmpty())
                .ifPresent(hours -> body.add(detail(hours)));
        Span due = detail(words.text("strategy.task.due", words.due(task.dueOn(), today), who(user)));
        due.addClassName(task.dueOn().isBefore(today) ? "overdue" : "upcoming");
        body.add(due);
        add(body, buttons());
    }

    private static Span title(String text) {
        Span title = new Span(text);
        title.addClassName("list-item-title");
        return title;
    }

    private Span icon(PlayDefinition play) {
        Span icon = new Span(StrategyWords.icon(play.channel()).create());
        icon.addClassName("timeline-icon");
        icon.setTitle(words.channel(play.channel()));
        icon.getElement().setAttribute("role", "img").setAttribute("aria-label", words.channel(play.channel()));
        return icon;
    }

    private static Span detail(String text) {
        Span detail = new Span(text);
        detail.addClassName("list-item-detail");
        return detail;
    }

    private String who(long user) {
        Long owner = task.ownerId();
        if (owner == null) {
            return words.text("strategy.task.free");
        }
        return owner == user
                ? words.text("strategy.task.mine")
                : Optional.ofNullable(task.owner()).orElse("");
    }

    private Div buttons() {
        Button postpone = button("strategy.task.postpone", this::postpone);
        Button skip = button("strategy.task.skip", this::skip);
        Button done = new Button(words.text("strategy.task.done"), Icon.CHECK.create(), click -> act(this::done));
        named(done, "strategy.task.done");
        Div buttons = new Div();
        buttons.addClassNames("row", "task-actions");
        if (task.ownerId() == null) {
            buttons.add(button("strategy.task.claim", this::claim));
        }
        buttons.add(postpone, skip, done);
        return buttons;
    }

    private Button button(String key, Runnable work) {
        Button button = new Button(words.text(key), click -> act(work));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        named(button, key);
        return button;
    }

    private void named(Button button, String key) {
        button.setAriaLabel(words.text("strategy.task.act", words.text(key), task.customer()));
    }

    private static void act(Runnable work) {
        try {
            work.run();
        } catch (Problem problem) {
            Messages.problem(problem);
        }
    }

    private void claim() {
        tasks.claim(verticalKey, task);
        Messages.done(words.text("strategy.task.claimed"), () -> act(() -> tasks.release(verticalKey, task.id())));
    }

    private void postpone() {
        LocalDate day = (task.dueOn().isBefore(today) ? today : task.dueOn()).plusDays(1);
        LocalDate back = task.dueOn().isBefore(today) ? today : task.dueOn();
        tasks.postpone(verticalKey, task.id(), day);
        Messages.done(
                words.text("strategy.task.postponed", words.formats().date(day)),
                () -> act(() -> tasks.postpone(verticalKey, task.id(), back)));
    }

    private void skip() {
        new SkipDialog(words.text("strategy.task.skip.title", task.customer()), reason -> {
                    tasks.skip(verticalKey, task, reason);
                    Messages.done(words.text("strategy.task.skipped"), this::reopen);
                })
                .open();
    }

    private void done() {
        tasks.done(verticalKey, task);
        Messages.done(words.text("strategy.task.finished"), this::reopen);
    }

    private void reopen() {
        act(() -> tasks.reopen(verticalKey, task.id()));
    }
}
