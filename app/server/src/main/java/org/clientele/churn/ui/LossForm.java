package org.clientele.churn.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.clientele.churn.LossReason;
import org.clientele.churn.Losses;
import org.clientele.common.Money;
import org.clientele.common.Problem;
import org.clientele.common.ui.ActDialog;
import org.clientele.common.ui.DateFields;
import org.clientele.common.ui.Messages;
import org.clientele.plugin.Vertical;
import org.jspecify.annotations.Nullable;

/** Asks why and when a customer was lost, and what they brought in a year. */
final class LossForm {
    private final ChurnServices services;
    private final ChurnWords words;
    private final Vertical vertical;
    private final long customerId;
    private final Runnable whenRecorded;
    private final Select<LossReason> reason = new Select<>();
    private final DatePicker day;
    private final BigDecimalField yearly = new BigDecimalField();
    private final TextField note = new TextField();

    LossForm(ChurnServices services, ChurnWords words, Vertical vertical, long customerId, Runnable whenRecorded) {
        this.services = services;
        this.words = words;
        this.vertical = vertical;
        this.customerId = customerId;
        this.whenRecorded = whenRecorded;
        LocalDate today = LocalDate.now(services.clock());
        reason.setLabel(words.text("churn.field.reason"));
        reason.setItems(LossReason.values());
        reason.setItemLabelGenerator(words::reason);
        reason.setWidthFull();
        day = DateFields.create(words.text("churn.field.day"));
        day.setMax(today);
        day.setValue(today);
        day.setWidthFull();
        yearly.setLabel(words.text("churn.field.yearly", vertical.currency()));
        yearly.setHelperText(words.text("churn.field.yearly.help"));
        yearly.setWidthFull();
        long known = services.risks().yearly(vertical, customerId);
        if (known > 0) {
            yearly.setValue(major(vertical, known));
        }
        note.setLabel(words.text("churn.field.note"));
        note.setMaxLength(Losses.NOTE_LENGTH);
        note.setWidthFull();
    }

    static BigDecimal major(Vertical vertical, long minor) {
        return BigDecimal.valueOf(minor, Money.fractionDigits(vertical.currency()));
    }

    /** Null where nothing was entered. */
    static @Nullable Long minor(Vertical vertical, @Nullable BigDecimal major) {
        if (major == null) {
            return null;
        }
        try {
            return major.movePointRight(Money.fractionDigits(vertical.currency()))
                    .longValueExact();
        } catch (ArithmeticException unfit) {
            throw new Problem("churn.problem.money", major.toPlainString(), vertical.currency());
        }
    }

    void open() {
        new ActDialog(
                        words.text("churn.record.title"),
                        words.text("churn.record.do"),
                        this::record,
                        reason,
                        day,
                        yearly,
                        note)
                .open();
    }

    private void record() {
        LossReason why = reason.getValue();
        LocalDate lostOn = day.getValue();
        if (why == null || lostOn == null) {
            throw new Problem("churn.problem.form");
        }
        long id = services.losses()
                .record(vertical, customerId, lostOn, why, minor(vertical, yearly.getValue()), note.getValue());
        whenRecorded.run();
        Messages.done(words.text("churn.recorded"), () -> {
            services.losses().takeBack(vertical, customerId, id);
            whenRecorded.run();
        });
    }
}
