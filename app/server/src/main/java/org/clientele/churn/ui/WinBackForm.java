package org.clientele.churn.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.BigDecimalField;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.clientele.churn.Loss;
import org.clientele.churn.WinBack;
import org.clientele.common.Problem;
import org.clientele.common.ui.ActDialog;
import org.clientele.common.ui.DateFields;
import org.clientele.common.ui.Messages;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.Texts;
import org.jspecify.annotations.Nullable;

/** Asks when a lost customer came back, by what, and with how much money. */
final class WinBackForm {
    private final ChurnServices services;
    private final ChurnWords words;
    private final Vertical vertical;
    private final Loss loss;
    private final Runnable whenRecorded;
    private final DatePicker day;
    private final BigDecimalField yearly = new BigDecimalField();
    private final ComboBox<String> by = new ComboBox<>();

    /** @param active the day of the first activity since the loss, which is proposed; null: none is known */
    WinBackForm(
            ChurnServices services,
            ChurnWords words,
            Vertical vertical,
            Loss loss,
            @Nullable LocalDate active,
            Runnable whenRecorded) {
        this.services = services;
        this.words = words;
        this.vertical = vertical;
        this.loss = loss;
        this.whenRecorded = whenRecorded;
        LocalDate today = LocalDate.now(services.clock());
        day = DateFields.create(words.text("churn.won.field.day"));
        day.setMin(loss.lostOn());
        day.setMax(today);
        day.setValue(active == null ? today : active);
        day.setWidthFull();
        by.setLabel(words.text("churn.won.field.by"));
        by.setHelperText(words.text("churn.won.field.by.help"));
        by.setItems(plays());
        by.setAllowCustomValue(true);
        by.addCustomValueSetListener(typed -> by.setValue(typed.getDetail()));
        by.setWidthFull();
        yearly.setLabel(words.text("churn.won.field.yearly", vertical.currency()));
        yearly.setHelperText(words.text("churn.won.field.yearly.help"));
        yearly.setWidthFull();
        Long before = loss.yearly();
        if (before != null) {
            yearly.setValue(LossForm.major(vertical, before));
        }
    }

    /** What the plays of strategies that win customers back are called. */
    private List<String> plays() {
        var applied = services.strategies().applied(vertical);
        return applied.all().stream()
                .filter(strategy ->
                        services.risks().isOfLeaving(applied.vertical(), strategy.model(), strategy.segment()))
                .flatMap(strategy -> strategy.plays().stream().map(play -> applied.vertical()
                        .text(words.locale(), Texts.play(strategy.model(), strategy.segment(), play.id()))))
                .distinct()
                .toList();
    }

    void open() {
        new ActDialog(words.text("churn.won.title"), words.text("churn.won.save"), this::record, day, by, yearly)
                .open();
    }

    private void record() {
        LocalDate on = day.getValue();
        if (on == null) {
            throw new Problem("churn.won.problem.form");
        }
        WinBack won = new WinBack(
                on, LossForm.minor(vertical, yearly.getValue()), Objects.requireNonNullElse(by.getValue(), ""));
        services.losses().winBack(vertical, loss.customerId(), loss.id(), won);
        whenRecorded.run();
        Messages.done(words.text("churn.won.recorded"), () -> {
            services.losses().takeBackWin(vertical, loss.customerId(), loss.id());
            whenRecorded.run();
        });
    }
}
