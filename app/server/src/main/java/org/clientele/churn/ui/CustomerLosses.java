package org.clientele.churn.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clientele.churn.Loss;
import org.clientele.churn.LossesChanged;
import org.clientele.churn.WinBack;
import org.clientele.common.Announcements;
import org.clientele.common.Problem;
import org.clientele.common.ui.Messages;
import org.clientele.customer.Customer;
import org.clientele.customer.ui.CustomerPanel;
import org.clientele.frontend.Card;
import org.clientele.frontend.Tag;
import org.clientele.frontend.Tone;
import org.clientele.plugin.Vertical;
import org.jspecify.annotations.Nullable;

/** A customer's losses, and the way to record one; follows what others do. */
final class CustomerLosses extends Div implements CustomerPanel.Live {
    private final transient ChurnServices services;
    private final transient ChurnWords words;
    private final transient Vertical vertical;
    private final long customerId;
    private transient Announcements.@Nullable Subscription news;

    CustomerLosses(ChurnServices services, ChurnWords words, Vertical vertical, long customerId) {
        this.services = services;
        this.words = words;
        this.vertical = vertical;
        this.customerId = customerId;
        setId("customer-losses");
        refresh();
    }

    @Override
    public void show(Customer changed) {
        refresh();
    }

    private void refresh() {
        removeAll();
        List<Loss> losses = services.losses().ofCustomer(vertical, customerId);
        boolean may = services.losses().mayRecord(vertical.key());
        setVisible(may || !losses.isEmpty());
        Card card = new Card(words.text("churn.panel"));
        if (losses.isEmpty()) {
            Span none = new Span(words.text("churn.panel.none"));
            none.addClassName("caption");
            card.add(none);
        }
        Div list = new Div();
        list.addClassName("list");
        losses.forEach(loss -> list.add(item(loss, may)));
        card.add(list);
        if (may) {
            card.add(new Button(
                    words.text("churn.record"),
                    click -> new LossForm(services, words, vertical, customerId, this::refresh).open()));
        }
        add(card);
    }

    private Div item(Loss loss, boolean may) {
        Span title = new Span(words.text(
                "churn.lost.on", words.reason(loss.reason()), words.formats().date(loss.lostOn())));
        title.addClassName("list-item-title");
        Div body = new Div(title, detail(money(loss)));
        body.addClassName("list-item-body");
        if (!loss.note().isEmpty()) {
            body.add(detail(loss.note()));
        }
        body.add(detail(words.text("churn.recorded-by", loss.recordedBy())));
        Optional<LocalDate> active = loss.won() == null
                ? services.risks().activeSince(vertical, customerId, loss.lostOn())
                : Optional.empty();
        active.ifPresent(day ->
                body.add(detail(words.text("churn.won.proposed", words.formats().date(day)))));
        WinBack won = loss.won();
        if (won != null) {
            body.add(new Tag(words.text("churn.won.on", words.formats().date(won.on())), Tone.GOOD));
            body.add(detail(wonBy(won)));
        }
        Div item = new Div(body);
        item.addClassName("list-item");
        if (may) {
            Button back = new Button(words.text("churn.take-back"), click -> takeBack(loss));
            back.addThemeVariants(ButtonVariant.TERTIARY);
            item.add(winning(loss, active.orElse(null)), back);
        }
        return item;
    }

    /** The way to write down that the customer came back, or to take that back. */
    private Button winning(Loss loss, @Nullable LocalDate active) {
        Button button = loss.won() == null
                ? new Button(
                        words.text("churn.won.do"),
                        click -> new WinBackForm(services, words, vertical, loss, active, this::refresh).open())
                : new Button(words.text("churn.won.take-back"), click -> takeBackWin(loss));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    private void takeBackWin(Loss loss) {
        try {
            services.losses().takeBackWin(vertical, customerId, loss.id());
            WinBack won = loss.won();
            Messages.done(words.text("churn.won.taken-back"), () -> {
                if (won != null) {
                    services.losses().winBack(vertical, customerId, loss.id(), won);
                }
                refresh();
            });
        } catch (Problem problem) {
            Messages.problem(problem);
        }
        refresh();
    }

    private String wonBy(WinBack won) {
        Long yearly = won.yearly();
        String money = yearly == null
                ? words.text("churn.won.money.unknown")
                : words.text("churn.won.money", words.formats().money(yearly));
        return won.by().isEmpty() ? money : won.by() + " · " + money;
    }

    private String money(Loss loss) {
        Long yearly = loss.yearly();
        return yearly == null
                ? words.text("churn.money.unknown")
                : words.text("churn.money", words.formats().money(yearly));
    }

    private static Span detail(String text) {
        Span detail = new Span(text);
        detail.addClassName("list-item-detail");
        return detail;
    }

    private void takeBack(Loss loss) {
        try {
            services.losses().takeBack(vertical, customerId, loss.id());
            Messages.done(words.text("churn.taken-back"), () -> again(loss));
        } catch (Problem problem) {
            Messages.problem(problem);
        }
        refresh();
    }

    private void again(Loss loss) {
        services.losses().restore(vertical, loss);
        refresh();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        news = services.announcements().listen(LossesChanged.class, change -> {
            if (change.verticalKey().equals(vertical.key()) && change.customerId() == customerId) {
                ui.access(this::refresh);
            }
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (news != null) {
            news.close();
            news = null;
        }
    }
}
