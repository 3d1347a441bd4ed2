package org.clientele.portal.overview.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.LocalDate;
import java.util.Locale;
import org.clientele.common.ui.DateFields;
import org.clientele.engine.figure.Period;
import org.clientele.portal.overview.OverviewPage;
import org.clientele.portal.overview.PeriodChoice;

/** Chooses the period; days of one's own in a dialog. */
final class PeriodPicker extends Select<PeriodChoice.Kind> {
    private final transient OverviewPage page;
    private final SerializableConsumer<String> chosen;

    /** @param chosen hears the choice as it stands in an address */
    PeriodPicker(OverviewPage page, SerializableConsumer<String> chosen) {
        this.page = page;
        this.chosen = chosen;
        setAriaLabel(getTranslation("overview.period"));
        setItems(PeriodChoice.Kind.values());
        setItemLabelGenerator(kind -> getTranslation(key(kind)));
        setValue(page.choice().kind());
        addClassNames("no-print", "period");
        addValueChangeListener(event -> choose(event.getValue()));
    }

    static String key(PeriodChoice.Kind kind) {
        return "overview.period." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void choose(PeriodChoice.Kind kind) {
        if (kind == PeriodChoice.Kind.CUSTOM) {
            askForDays();
        } else {
            chosen.accept(new PeriodChoice(kind, null).text());
        }
    }

    private void askForDays() {
        LocalDate asOf = page.snapshot().asOf();
        DatePicker from = day("overview.period.from", page.period().from(), asOf);
        DatePicker to = day("overview.period.to", page.period().to(), asOf);
        from.addValueChangeListener(event -> to.setMin(event.getValue()));
        Div form = new Div(from, to);
        form.addClassName("form");
        Dialog dialog = new Dialog(getTranslation("overview.period.custom"), form);
        Button show = new Button(getTranslation("overview.period.show"), click -> {
            LocalDate first = from.getValue();
            LocalDate last = to.getValue();
            if (first != null && last != null && !last.isBefore(first) && !last.isAfter(asOf)) {
                dialog.close();
                chosen.accept(PeriodChoice.of(new Period(first, last)).text());
            }
        });
        show.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.getFooter().add(new Button(getTranslation("common.cancel"), click -> dialog.close()), show);
        dialog.addOpenedChangeListener(event -> {
            if (!event.isOpened()) {
                setValue(page.choice().kind());
            }
        });
        dialog.open();
    }

    private DatePicker day(String key, LocalDate value, LocalDate latest) {
        DatePicker picker = DateFields.create(getTranslation(key));
        picker.setValue(value);
        picker.setMax(latest);
        picker.setRequired(true);
        return picker;
    }
}
