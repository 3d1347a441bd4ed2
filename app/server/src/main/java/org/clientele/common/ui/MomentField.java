package org.clientele.common.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** From when something is to apply, by the clock of the house; nothing means at once. */
public final class MomentField extends DateTimePicker {
    /** @param now before which there is nothing to choose */
    public MomentField(Instant now) {
        UI ui = UI.getCurrent();
        setLocale(Translations.isChinese(ui.getLocale()) ? Locale.CHINA : Locale.UK);
        setDatePickerI18n(DateFields.words(ui));
        setAutoOpen(false);
        setLabel(ui.getTranslation("common.moment"));
        setHelperText(ui.getTranslation("common.moment.hint"));
        setMin(LocalDateTime.ofInstant(now, ZoneId.systemDefault()).truncatedTo(ChronoUnit.MINUTES));
        setI18n(new DateTimePickerI18n()
                .setDateLabel(ui.getTranslation("common.moment.day"))
                .setTimeLabel(ui.getTranslation("common.moment.time"))
                .setBadInputErrorMessage(ui.getTranslation("common.moment.bad"))
                .setIncompleteInputErrorMessage(ui.getTranslation("common.moment.unfinished"))
                .setMinErrorMessage(ui.getTranslation("common.moment.past")));
    }

    /** What is written, or null: nothing, or, while the field is invalid, what is no moment. */
    public @Nullable Instant moment() {
        LocalDateTime time = getValue();
        return time == null ? null : time.atZone(ZoneId.systemDefault()).toInstant();
    }
}
