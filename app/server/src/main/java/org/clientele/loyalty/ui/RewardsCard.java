package org.clientele.loyalty.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.clientele.common.ui.ActDialog;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Card;
import org.clientele.frontend.Icon;
import org.clientele.frontend.Tag;
import org.clientele.frontend.Tone;
import org.clientele.loyalty.Reward;

/** What customers get for their points. */
final class RewardsCard extends Card {
    private final transient LoyaltyServices services;
    private final transient LoyaltyWords words;
    private final String verticalKey;

    RewardsCard(LoyaltyServices services, LoyaltyWords words, String verticalKey) {
        super(words.text("loyalty.rewards"));
        this.services = services;
        this.words = words;
        this.verticalKey = verticalKey;
        boolean mayEdit = services.programmes().mayEdit(verticalKey);
        if (mayEdit) {
            actions(new Button(
                    words.text("loyalty.reward.new"),
                    Icon.PLUS.create(),
                    click -> edit(new Reward(Reward.NEW, "", 0, true))));
        }
        List<Reward> rewards = services.programmes().rewards(verticalKey);
        Div list = new Div();
        list.addClassName("list");
        rewards.forEach(reward -> list.add(item(reward, mayEdit)));
        if (rewards.isEmpty()) {
            list.add(new Span(words.text("loyalty.rewards.none")));
        }
        add(list);
    }

    private Div item(Reward reward, boolean mayEdit) {
        Span name = new Span(reward.name());
        name.addClassName("list-item-title");
        Span points = new Span(words.points(reward.points()));
        points.addClassName("list-item-detail");
        Div body = new Div(name, points);
        body.addClassName("list-item-body");
        Div item = new Div(body);
        item.addClassName("list-item");
        if (!reward.offered()) {
            item.add(new Tag(words.text("loyalty.reward.past"), Tone.MUTED));
        }
        if (mayEdit) {
            Button edit = new Button(Icon.PENCIL.create(), click -> edit(reward));
            edit.setAriaLabel(words.text("loyalty.reward.edit", reward.name()));
            item.add(edit);
        }
        return item;
    }

    private void edit(Reward reward) {
        TextField name = new TextField(words.text("loyalty.reward.name"));
        name.setMaxLength(Reward.NAME_LENGTH);
        name.setValue(reward.name());
        name.setWidthFull();
        IntegerField points = new IntegerField(words.text("loyalty.reward.points"));
        points.setWidthFull();
        if (reward.points() > 0) {
            points.setValue((int) reward.points());
        }
        Checkbox offered = new Checkbox(words.text("loyalty.reward.offered"), reward.offered());
        new ActDialog(
                        words.text("loyalty.reward"),
                        words.text("loyalty.form.save"),
                        () -> {
                            long many = points.getValue() == null ? 0 : points.getValue();
                            services.programmes()
                                    .store(
                                            verticalKey,
                                            new Reward(
                                                    reward.id(), name.getValue().strip(), many, offered.getValue()));
                            Messages.done(words.text("loyalty.reward.saved"));
                        },
                        name,
                        points,
                        offered)
                .open();
    }
}
