package org.clientele.worklist.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.clientele.access.Colleagues;
import org.clientele.common.Announcements;
import org.clientele.customer.Customer;
import org.clientele.customer.ui.CustomerPanel;
import org.clientele.frontend.Card;
import org.clientele.plugin.Vertical;
import org.clientele.worklist.NextAction;
import org.clientele.worklist.NextActions;
import org.clientele.worklist.RankedAction;
import org.clientele.worklist.WorkAct;
import org.clientele.worklist.WorkItem;
import org.clientele.worklist.Worklist;

/** What to do for a customer, ranked, with the reason for each rank; follows what others do. */
final class NextActionsCard extends Div implements CustomerPanel.Live {
    private static final int FEW = 3;

    private final transient NextActions actions;
    private final transient Worklist worklist;
    private final transient Colleagues colleagues;
    private final transient Announcements announcements;
    private final transient Clock clock;
    private final transient Vertical vertical;
    private transient Customer customer;
    private transient List<RankedAction> shown = List.of();
    private boolean all;
    private final transient List<Announcements.Subscription> news = new ArrayList<>();

    NextActionsCard(
            NextActions actions,
            Worklist worklist,
            Colleagues colleagues,
            Announcements announcements,
            Clock clock,
            Vertical vertical,
            Customer customer) {
        this.actions = actions;
        this.worklist = worklist;
        this.colleagues = colleagues;
        this.announcements = announcements;
        this.clock = clock;
        this.vertical = vertical;
        this.customer = customer;
        setId("next-actions");
        show(customer);
    }

    @Override
    public void show(Customer changed) {
        customer = changed;
        List<RankedAction> now =
                actions.of(vertical, changed.id(), UI.getCurrent().getLocale());
        if (!now.equals(shown) || getComponentCount() == 0) {
            shown = now;
            draw();
        }
    }

    private void draw() {
        removeAll();
        WorkWords words = new WorkWords(
                vertical, worklist.sources(vertical), UI.getCurrent().getLocale());
        Card card = new Card(words.text("worklist.next"));
        add(card);
        if (shown.isEmpty()) {
            Div none = new Div(words.text("worklist.next.none"));
            none.addClassName("caption");
            card.add(none);
            return;
        }
        card.hint(words.text("worklist.next.hint"));
        LocalDate today = LocalDate.now(clock);
        Div list = new Div();
        list.addClassName("list");
        list.getElement().setAttribute("role", "list");
        for (int place = 0; place < (all ? shown.size() : Math.min(FEW, shown.size())); place++) {
            list.add(new NextActionItem(words, shown.get(place), place + 1, today, this::begin));
        }
        card.add(list);
        if (shown.size() > FEW && !all) {
            Button more = new Button(words.text("worklist.next.all", shown.size()), click -> {
                all = true;
                draw();
            });
            more.addThemeVariants(ButtonVariant.TERTIARY);
            card.add(more);
        }
    }

    private void begin(NextAction action, WorkAct.Kind kind) {
        WorkWords words = new WorkWords(
                vertical, worklist.sources(vertical), UI.getCurrent().getLocale());
        new WorkActs(
                        (item, act) -> answer(action, act),
                        action.kind().isAdvice() ? words.ofAdvice() : words,
                        colleagues.in(vertical.key()),
                        LocalDate.now(clock),
                        this::refresh)
                .begin(kind, action.item());
    }

    private Runnable answer(NextAction action, WorkAct act) {
        Runnable back = actions.answer(vertical, action, act);
        return () -> {
            back.run();
            show(customer);
        };
    }

    private void refresh(WorkItem item) {
        show(customer);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        actions.changedBy()
                .forEach(change -> news.add(announcements.listen(change, happened -> ui.access(() -> show(customer)))));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        news.forEach(Announcements.Subscription::close);
        news.clear();
    }
}
