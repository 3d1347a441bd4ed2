package org.clientele.worklist.ui;

import com.vaadin.flow.component.Component;
import java.time.Clock;
import java.util.Optional;
import org.clientele.access.Colleagues;
import org.clientele.common.Announcements;
import org.clientele.customer.Customer;
import org.clientele.customer.ui.CustomerPanel;
import org.clientele.plugin.Vertical;
import org.clientele.worklist.NextActions;
import org.clientele.worklist.Worklist;
import org.springframework.core.annotation.Order;

/** What to do next, on top of what stands beside a customer. */
@org.springframework.stereotype.Component
@Order(0)
public class NextActionPanel implements CustomerPanel {
    private final NextActions actions;
    private final Worklist worklist;
    private final Colleagues colleagues;
    private final Announcements announcements;
    private final Clock clock;

    public NextActionPanel(
            NextActions actions, Worklist worklist, Colleagues colleagues, Announcements announcements, Clock clock) {
        this.actions = actions;
        this.worklist = worklist;
        this.colleagues = colleagues;
        this.announcements = announcements;
        this.clock = clock;
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public Optional<Component> create(Vertical vertical, Customer customer) {
        return Optional.of(
                new NextActionsCard(actions, worklist, colleagues, announcements, clock, vertical, customer));
    }
}
