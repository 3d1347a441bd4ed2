package org.clientele.strategy.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.customer.Customer;
import org.clientele.customer.ui.CustomerPanel;
import org.clientele.frontend.Card;
import org.clientele.plugin.Vertical;
import org.clientele.strategy.Task;
import org.clientele.strategy.Tasks;
import org.clientele.strategy.TasksChanged;
import org.jspecify.annotations.Nullable;

/** What is to be done for a customer; follows what others do. */
final class CustomerTasks extends Div implements CustomerPanel.Live {
    private final transient Tasks tasks;
    private final transient Vertical vertical;
    private final transient StrategyWords words;
    private final transient Rights rights;
    private final transient Announcements announcements;
    private final transient Clock clock;
    private transient Customer customer;
    private transient List<Task> shown = List.of();
    private transient Announcements.@Nullable Subscription news;

    CustomerTasks(
            Tasks tasks,
            Vertical vertical,
            StrategyWords words,
            Rights rights,
            Announcements announcements,
            Clock clock,
            Customer customer) {
        this.tasks = tasks;
        this.vertical = vertical;
        this.words = words;
        this.rights = rights;
        this.announcements = announcements;
        this.clock = clock;
        this.customer = customer;
        show(customer);
    }

    @Override
    public void show(Customer changed) {
        customer = changed;
        List<Task> now = tasks.ofCustomer(vertical.key(), changed.id());
        setVisible(!now.isEmpty());
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        removeAll();
        if (now.isEmpty()) {
            return;
        }
        Div list = new Div();
        list.addClassName("list");
        LocalDate today = LocalDate.now(clock);
        long user = rights.user().id();
        now.forEach(task -> list.add(TaskItem.onCustomersPage(tasks, words, vertical, task, today, user)));
        add(new Card(words.text("strategy.customer.tasks", now.size()), list));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        news = announcements.listen(TasksChanged.class, change -> ui.access(() -> follow(change)));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (news != null) {
            news.close();
            news = null;
        }
    }

    private void follow(TasksChanged change) {
        if (change.verticalKey().equals(vertical.key())) {
            show(customer);
        }
    }
}
