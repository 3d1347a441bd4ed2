package org.clientele.churn.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.clientele.churn.Loss;
import org.clientele.churn.LossesChanged;
import org.clientele.common.Announcements;
import org.clientele.common.Problem;
import org.clientele.common.ui.Messages;
import org.clientele.customer.Customer;
import org.clientele.customer.ui.CustomerPanel;
import org.clientele.frontend.Card;
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
        Div item = new Div(body);
        item.addClassName("list-item");
        if (may) {
            Button back = new Button(words.text("churn.take-back"), click -> takeBack(loss));
            back.addThemeVariants(ButtonVariant.TERTIARY);
            item.add(back);
        }
        return item;
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
        services.losses().record(vertical, customerId, loss.lostOn(), loss.reason(), loss.yearly(), loss.note());
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
