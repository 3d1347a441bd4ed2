package org.clientele.loyalty.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.clientele.common.Problem;
import org.clientele.common.ui.ActDialog;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Icon;
import org.clientele.loyalty.PointsEntry;
import org.clientele.loyalty.Reward;

/** What somebody can do with a customer's points; each act can be taken back. */
final class PointsActs {
    private final LoyaltyServices services;
    private final LoyaltyWords words;
    private final String verticalKey;
    private final long customerId;

    PointsActs(LoyaltyServices services, LoyaltyWords words, String verticalKey, long customerId) {
        this.services = services;
        this.words = words;
        this.verticalKey = verticalKey;
        this.customerId = customerId;
    }

    /** As far as the user's rights allow. */
    List<Button> buttons() {
        List<Button> buttons = new ArrayList<>();
        if (services.points().mayRedeem(verticalKey)) {
            buttons.add(new Button(words.text("loyalty.redeem"), Icon.GIFT.create(), click -> redeem()));
        }
        if (services.points().mayAdjust(verticalKey)) {
            buttons.add(new Button(words.text("loyalty.adjust"), Icon.PENCIL.create(), click -> adjust()));
        }
        return buttons;
    }

    void redeem() {
        long balance = services.points()
                .standing(verticalKey, customerId)
                .orElseThrow()
                .balance();
        List<Reward> offered = services.programmes().rewards(verticalKey).stream()
                .filter(Reward::offered)
                .toList();
        Select<Reward> reward = new Select<>();
        reward.setLabel(words.text("loyalty.reward"));
        reward.setItems(offered);
        reward.setItemLabelGenerator(
                one -> one == null ? "" : words.text("loyalty.reward.for", one.name(), words.points(one.points())));
        reward.setItemEnabledProvider(one -> one != null && one.points() <= balance);
        reward.setHelperText(words.text(
                offered.isEmpty() ? "loyalty.reward.none" : "loyalty.redeem.balance", words.points(balance)));
        reward.setWidthFull();
        UUID request = UUID.randomUUID();
        new ActDialog(
                        words.text("loyalty.redeem"),
                        words.text("loyalty.redeem.do"),
                        () -> {
                            if (reward.getValue() == null) {
                                throw new Problem("loyalty.problem.no-reward");
                            }
                            long entry = services.points()
                                    .redeem(
                                            verticalKey,
                                            customerId,
                                            request,
                                            reward.getValue().id());
                            done(
                                    words.text(
                                            "loyalty.redeem.done",
                                            reward.getValue().name()),
                                    entry);
                        },
                        reward)
                .open();
    }

    void adjust() {
        IntegerField many = new IntegerField(words.text("loyalty.adjust.points"));
        many.setHelperText(words.text("loyalty.adjust.help"));
        many.setRequiredIndicatorVisible(true);
        many.setWidthFull();
        TextField reason = new TextField(words.text("loyalty.adjust.reason"));
        reason.setMaxLength(PointsEntry.REASON_LENGTH);
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        UUID request = UUID.randomUUID();
        new ActDialog(
                        words.text("loyalty.adjust"),
                        words.text("loyalty.adjust.do"),
                        () -> {
                            long change = many.getValue() == null ? 0 : many.getValue();
                            long entry = services.points()
                                    .adjust(verticalKey, customerId, request, change, reason.getValue());
                            done(words.text("loyalty.adjust.done", words.change(change)), entry);
                        },
                        many,
                        reason)
                .open();
    }

    /** Takes an entry back by another one. */
    void reverse(long entry) {
        try {
            services.points().reverse(verticalKey, entry);
            Messages.done(words.text("loyalty.reverse.done"));
        } catch (Problem problem) {
            Messages.problem(problem);
        }
    }

    private void done(String text, long entry) {
        Messages.done(text, () -> reverse(entry));
    }
}
