package org.clientele.loyalty.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.clientele.common.Problem;
import org.clientele.common.ui.ActDialog;
import org.clientele.customer.CustomerFilter;
import org.clientele.customer.CustomerListQuery;
import org.clientele.loyalty.GroupAdjustment;
import org.clientele.loyalty.PointsEntry;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.Texts;

/** Which customers get, or lose, how many points, and why. */
final class GroupDialog {
    private final LoyaltyServices services;
    private final LoyaltyWords words;
    private final Vertical vertical;
    private final Consumer<GroupAdjustment> chosen;
    private final ComboBox<Group> group;
    private final IntegerField many;
    private final TextField reason;

    /** @param chosen goes on with what was chosen; nothing is posted here */
    GroupDialog(LoyaltyServices services, LoyaltyWords words, Vertical vertical, Consumer<GroupAdjustment> chosen) {
        this.services = services;
        this.words = words;
        this.vertical = vertical;
        this.chosen = chosen;
        group = new ComboBox<>(words.text("loyalty.bulk.customers"));
        group.setItems(groups());
        group.setItemLabelGenerator(Group::name);
        group.setRequiredIndicatorVisible(true);
        group.setHelperText(words.text("loyalty.bulk.customers.help"));
        group.setWidthFull();
        many = new IntegerField(words.text("loyalty.bulk.many"));
        many.setHelperText(words.text("loyalty.adjust.help"));
        many.setRequiredIndicatorVisible(true);
        many.setWidthFull();
        reason = new TextField(words.text("loyalty.adjust.reason"));
        reason.setMaxLength(PointsEntry.REASON_LENGTH);
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
    }

    /** Customers as people call them together. */
    private record Group(String name, CustomerListQuery customers) {}

    void open() {
        dialog().open();
    }

    private Dialog dialog() {
        UUID request = UUID.randomUUID();
        return new ActDialog(
                words.text("loyalty.bulk.group"),
                words.text("loyalty.bulk.look"),
                () -> {
                    Group selected = group.getValue();
                    Integer change = many.getValue();
                    if (selected == null) {
                        throw new Problem("loyalty.problem.group");
                    }
                    chosen.accept(new GroupAdjustment(
                            selected.name(),
                            selected.customers(),
                            change == null ? 0 : change,
                            reason.getValue(),
                            request));
                },
                group,
                many,
                reason,
                new Div(words.text("loyalty.bulk.group.text")));
    }

    private List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        services.views()
                .all(vertical)
                .forEach(view -> groups.add(new Group(words.text("loyalty.bulk.view", view.name()), view.list())));
        vertical.definition().models().forEach(model -> model.segments()
                .forEach(segment -> groups.add(new Group(
                        vertical.text(words.locale(), Texts.model(model.id())) + " · "
                                + vertical.text(words.locale(), Texts.segment(model.id(), segment.id())),
                        CustomerListQuery.of(CustomerFilter.segment(model.id(), segment.id()))))));
        groups.add(new Group(words.text("loyalty.bulk.everybody"), CustomerListQuery.ALL));
        return groups;
    }
}
