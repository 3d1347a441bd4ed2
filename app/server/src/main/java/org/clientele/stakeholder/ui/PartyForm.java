package org.clientele.stakeholder.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.LongConsumer;
import org.clientele.access.User;
import org.clientele.common.Problem;
import org.clientele.common.ui.ActDialog;
import org.clientele.common.ui.DateFields;
import org.clientele.common.ui.Messages;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.StrategyDefinition.Relationship;
import org.clientele.stakeholder.Market;
import org.clientele.stakeholder.Stakeholder;
import org.clientele.stakeholder.StakeholderData;
import org.jspecify.annotations.Nullable;

/** Asks for the master data of a party. */
final class PartyForm {
    private final StakeholderServices services;
    private final StakeholderWords words;
    private final Vertical vertical;
    private final TextField name = new TextField();
    private final Select<Market> market = new Select<>();
    private final TextArea about = new TextArea();
    private final Select<Relationship> level;
    private final ComboBox<User> owner;
    private final IntegerField months = new IntegerField();
    private final DatePicker review;

    PartyForm(StakeholderServices services, StakeholderWords words, Vertical vertical) {
        this.services = services;
        this.words = words;
        this.vertical = vertical;
        name.setLabel(words.text("stakeholder.field.name"));
        name.setMaxLength(StakeholderData.NAME_LENGTH);
        name.setWidthFull();
        market.setLabel(words.text("stakeholder.field.market"));
        market.setItems(Market.values());
        market.setItemLabelGenerator(words::market);
        market.setWidthFull();
        about.setLabel(words.text("stakeholder.field.about"));
        about.setMaxLength(StakeholderData.TEXT_LENGTH);
        about.setWidthFull();
        level = level(words);
        owner = owner(services, words, vertical);
        months.setLabel(words.text("stakeholder.field.months"));
        months.setMin(1);
        months.setMax(StakeholderData.MOST_MONTHS);
        months.setStepButtonsVisible(true);
        review = DateFields.create(words.text("stakeholder.field.review"));
        review.setClearButtonVisible(true);
    }

    static Select<Relationship> level(StakeholderWords words) {
        Select<Relationship> level = new Select<>();
        level.setLabel(words.text("stakeholder.field.level"));
        level.setItems(Relationship.values());
        level.setItemLabelGenerator(words::level);
        level.setWidthFull();
        return level;
    }

    static ComboBox<User> owner(StakeholderServices services, StakeholderWords words, Vertical vertical) {
        ComboBox<User> owner = new ComboBox<>(words.text("stakeholder.field.owner"));
        owner.setItems(services.colleagues().in(vertical.key()));
        owner.setItemLabelGenerator(User::displayName);
        owner.setClearButtonVisible(true);
        owner.setWidthFull();
        return owner;
    }

    static void choose(ComboBox<User> owner, @Nullable Long id) {
        owner.getListDataView()
                .getItems()
                .filter(user -> id != null && user.id() == id)
                .findFirst()
                .ifPresent(owner::setValue);
    }

    static @Nullable Long chosen(ComboBox<User> owner) {
        User user = owner.getValue();
        return user == null ? null : (Long) user.id();
    }

    /** @param given the market that is listed, or null */
    void create(@Nullable Market given, LongConsumer whenMade) {
        show(StakeholderData.of(given == null ? Market.SUPPLIER : given, ""));
        open("stakeholder.new", "stakeholder.new.do", () -> {
            long id = services.register().create(vertical, entered(""));
            Messages.done(words.text("stakeholder.new.done", name.getValue()));
            whenMade.accept(id);
        });
    }

    void change(Stakeholder party) {
        show(party.data());
        open("stakeholder.edit", "stakeholder.save", () -> {
            services.register().change(vertical, party, entered(party.data().goals()));
            Messages.done(words.text("stakeholder.saved"));
        });
    }

    private void open(String title, String action, Runnable act) {
        new ActDialog(words.text(title), words.text(action), act, name, market, level, owner, review, months, about)
                .open();
    }

    private void show(StakeholderData data) {
        name.setValue(data.name());
        market.setValue(data.market());
        about.setValue(data.about());
        level.setValue(data.level());
        choose(owner, data.ownerId());
        months.setValue(data.reviewMonths());
        review.setValue(data.nextReview());
    }

    private StakeholderData entered(String goals) {
        Integer every = months.getValue();
        if (every == null) {
            throw new Problem("stakeholder.problem.months", 0, StakeholderData.MOST_MONTHS);
        }
        return new StakeholderData(
                market.getValue(),
                name.getValue(),
                about.getValue(),
                goals,
                level.getValue(),
                chosen(owner),
                every,
                review.getValue());
    }
}
