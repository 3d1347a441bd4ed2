package org.clientele.strategy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.time.Clock;
import java.util.Optional;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.customer.Customer;
import org.clientele.customer.ui.CustomerPanel;
import org.clientele.plugin.Vertical;
import org.clientele.strategy.Tasks;
import org.springframework.core.annotation.Order;

/** Tasks on a customer's page, above the strategies they come from. */
@org.springframework.stereotype.Component
@Order(5)
class TaskPanel implements CustomerPanel {
    private final Tasks tasks;
    private final WordsOfStrategies wordsOf;
    private final Rights rights;
    private final Announcements announcements;
    private final Clock clock;

    TaskPanel(Tasks tasks, WordsOfStrategies wordsOf, Rights rights, Announcements announcements, Clock clock) {
        this.tasks = tasks;
        this.wordsOf = wordsOf;
        this.rights = rights;
        this.announcements = announcements;
        this.clock = clock;
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public Optional<Component> create(Vertical vertical, Customer customer) {
        StrategyWords words = wordsOf.of(vertical, UI.getCurrent().getLocale());
        if (words.applied().all().stream().allMatch(strategy -> strategy.plays().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new CustomerTasks(tasks, vertical, words, rights, announcements, clock, customer));
    }
}
