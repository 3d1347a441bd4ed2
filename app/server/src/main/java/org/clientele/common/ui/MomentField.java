package org.clientele.common.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import org.clientele.common.Problem;
import org.jspecify.annotations.Nullable;

/** From when something is to apply, by the clock of the house; nothing means at once. */
public final class MomentField extends DateTimePicker {
    public MomentField() {
        UI ui = UI.getCurrent();
        String unfinished = ui.getTranslation("common.moment.unfinished");
        setLocale(Translations.isChinese(ui.getLocale()) ? Locale.CHINA : Locale.UK);
        setDatePickerI18n(DateFields.words(ui));
        setAutoOpen(false);
        setLabel(ui.getTranslation("common.moment"));
        setHelperText(ui.getTranslation("common.moment.hint"));
        setMin(LocalDateTime.now(ZoneId.systemDefault()).withSecond(0).withNano(0));
        setI18n(new DateTimePickerI18n()
                .setDateLabel(ui.getTranslation("common.moment.day"))
                .setTimeLabel(ui.getTranslation("common.moment.time"))
                .setBadInputErrorMessage(unfinished)
                .setIncompleteInputErrorMessage(unfinished)
                .setMinErrorMessage(ui.getTranslation("common.moment.past")));
    }

    /**
     * What is written.
     *
     * @return null where nothing is
     * @throws Problem where only a day or only a time is, since that does not mean at once
     */
    public @Nullable Instant moment() {
        LocalDateTime time = getValue();
        if (time == null && isInvalid()) {
            throw new Problem("common.moment.unfinished");
        }
        return time == null ? null : time.atZone(ZoneId.systemDefault()).toInstant();
    }
}
