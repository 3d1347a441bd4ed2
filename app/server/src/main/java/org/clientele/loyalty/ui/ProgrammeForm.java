package org.clientele.loyalty.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Objects;
import org.clientele.common.Problem;
import org.clientele.common.ui.ActDialog;
import org.clientele.common.ui.DateFields;
import org.clientele.common.ui.Messages;
import org.clientele.loyalty.Programme;
import org.clientele.loyalty.Programmes;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ActivityDefinition;

/** Asks how points are earned, how long they last and which tiers they lead to, and starts the programme or changes it. */
final class ProgrammeForm {
    private static final int TIER_ROWS = 4;

    private final LoyaltyServices services;
    private final LoyaltyWords words;
    private final String verticalKey;
    private final Programme before;
    private final Select<String> activity = new Select<>();
    private final BigDecimalField rate = new BigDecimalField();
    private final IntegerField months = new IntegerField();
    private final IntegerField window = new IntegerField();
    private final DatePicker from;
    private final TextArea tiers = new TextArea();

    ProgrammeForm(LoyaltyServices services, LoyaltyWords words, Vertical vertical, Programme before) {
        this.services = services;
        this.words = words;
        this.verticalKey = vertical.key();
        this.before = before;
        activity.setLabel(words.text("loyalty.form.activity"));
        activity.setItems(Programmes.earning(vertical.definition()).stream()
                .map(ActivityDefinition::id)
                .toList());
        activity.setItemLabelGenerator(words::activity);
        activity.setValue(before.activity());
        rate.setLabel(words.text("loyalty.form.rate", vertical.currency()));
        rate.setValue(before.pointsPerUnit());
        months.setLabel(words.text("loyalty.form.months"));
        months.setHelperText(words.text("loyalty.form.months.help"));
        months.setValue(before.expireMonths());
        window.setLabel(words.text("loyalty.form.window"));
        window.setHelperText(words.text("loyalty.form.window.help"));
        window.setValue(before.windowDays());
        from = DateFields.create(words.text("loyalty.form.from"));
        from.setValue(before.countedFrom());
        tiers.setLabel(words.text("loyalty.form.tiers"));
        tiers.setHelperText(words.text("loyalty.form.tiers.help"));
        tiers.setMinRows(TIER_ROWS);
        tiers.setValue(new TierLines(words).write(before.tiers()));
    }

    void open() {
        List.<HasSize>of(activity, rate, months, window, from, tiers).forEach(HasSize::setWidthFull);
        String action = words.text(before.running() ? "loyalty.form.save" : "loyalty.start");
        Component warning = new Span(words.text("loyalty.form.effect"));
        new ActDialog(
                        words.text("loyalty.form.title"),
                        action,
                        this::start,
                        activity,
                        rate,
                        months,
                        window,
                        from,
                        tiers,
                        warning)
                .open();
    }

    private void start() {
        if (months.getValue() == null || window.getValue() == null || from.getValue() == null) {
            throw new Problem("loyalty.problem.form");
        }
        services.programmes()
                .start(
                        verticalKey,
                        new Programme(
                                true,
                                Objects.requireNonNull(activity.getValue()),
                                Programme.rate(rate.getValue()),
                                months.getValue(),
                                window.getValue(),
                                from.getValue(),
                                null,
                                new TierLines(words).read(tiers.getValue(), before.tiers())));
        Messages.done(words.text("loyalty.started"));
    }
}
