package org.clientele.dataimport.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.clientele.common.Problem;
import org.clientele.common.ui.DateFields;
import org.clientele.common.ui.FieldEditor;
import org.clientele.common.ui.Messages;
import org.clientele.common.ui.VerticalFormats;
import org.clientele.customer.Customer;
import org.clientele.dataimport.ActivityData;
import org.clientele.dataimport.RecordedActivities;
import org.clientele.dataimport.RecordedActivities.Repeated;
import org.clientele.dataimport.RecordedActivity;
import org.clientele.engine.column.Value;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Tone;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.Texts;
import org.jspecify.annotations.Nullable;

/** Records an activity of a customer by hand, or changes one; each can be taken back. */
final class RecordDialog extends Dialog {
    private final RecordedActivities activities;
    private final Vertical vertical;
    private final Customer customer;
    private final VerticalFormats formats;
    private final Select<ActivityDefinition> kind = new Select<>();
    private final DatePicker day;
    private final TimePicker time = new TimePicker();
    private final Div remarks = new Div();
    private final Div fields = new Div();
    private final Map<String, FieldEditor> editors = new LinkedHashMap<>();
    private final Button save = new Button();
    private @Nullable RecordedActivity seen;

    RecordDialog(RecordedActivities activities, Vertical vertical, Customer customer, Clock clock) {
        this.activities = activities;
        this.vertical = vertical;
        this.customer = customer;
        this.formats = new VerticalFormats(vertical.definition(), vertical.texts(), vertical.currency(), getLocale());
        setHeaderTitle(getTranslation("dataimport.record.title", customer.title()));
        setWidth("min(640px, 96vw)");
        kind.setLabel(getTranslation("dataimport.record.kind"));
        kind.setItems(vertical.recorded());
        kind.setItemLabelGenerator(activity -> vertical.text(getLocale(), Texts.activity(activity.id())));
        kind.setVisible(vertical.recorded().size() > 1);
        day = DateFields.create(getTranslation("dataimport.record.day"));
        day.setRequiredIndicatorVisible(true);
        day.setValue(LocalDate.now(clock));
        time.setLabel(getTranslation("dataimport.record.time"));
        time.setLocale(getLocale());
        time.setClearButtonVisible(true);
        remarks.addClassName("form-remarks");
        fields.addClassName("form");
        add(remarks, fields);
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickListener(click -> save(Repeated.REFUSE));
        save.setText(getTranslation("dataimport.record.save"));
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), save);
        kind.addValueChangeListener(change -> showFields(change.getValue()));
        kind.setValue(vertical.recorded().getFirst());
    }

    /** Changes what was recorded instead. */
    RecordDialog editing(ActivityDefinition activity, RecordedActivity recorded) {
        seen = recorded;
        setHeaderTitle(getTranslation("dataimport.record.edit"));
        kind.setValue(activity);
        kind.setReadOnly(true);
        day.setValue(recorded.data().time().toLocalDate());
        LocalTime at = recorded.data().time().toLocalTime();
        time.setValue(at.equals(LocalTime.MIDNIGHT) ? null : at);
        editors.forEach((field, editor) -> editor.show(recorded.data().field(field)));
        save.setText(getTranslation("common.save"));
        Button remove = new Button(getTranslation("dataimport.record.remove"), click -> remove(activity, recorded));
        remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        remove.getStyle().setMarginInlineEnd("auto");
        getFooter().addComponentAsFirst(remove);
        return this;
    }

    private void showFields(ActivityDefinition activity) {
        editors.clear();
        fields.removeAll();
        fields.add(kind, day, time);
        activity.fields().forEach(field -> {
            FieldEditor editor = FieldEditor.of(activity, field, formats, vertical.currency());
            editors.put(field.id(), editor);
            fields.add(editor.component());
        });
    }

    private void save(Repeated repeated) {
        boolean readable = editors.values().stream()
                .filter(editor -> !editor.isValid())
                .toList()
                .isEmpty();
        day.setInvalid(day.isEmpty());
        if (!readable || day.isEmpty() || day.isInvalid()) {
            return;
        }
        ActivityDefinition activity = kind.getValue();
        RecordedActivity before = seen;
        attempt(() -> {
            if (before == null) {
                recorded(activity, activities.record(vertical, activity, customer.id(), typed(), repeated));
            } else {
                changed(activity, before, activities.change(vertical, activity, before, typed(), repeated));
            }
        });
    }

    private void attempt(Runnable work) {
        try {
            work.run();
            close();
        } catch (RecordedActivities.RepeatedProblem problem) {
            Button again = new Button(getTranslation("dataimport.record.again"), click -> save(Repeated.KEEP));
            remark(new Banner(Tone.WARN, Messages.text(problem), again));
        } catch (Problem problem) {
            remark(new Banner(Tone.BAD, Messages.text(problem)));
        }
    }

    private void remark(Banner banner) {
        remarks.removeAll();
        remarks.add(banner);
    }

    private ActivityData typed() {
        Map<String, Value> values = new HashMap<>();
        editors.forEach((field, editor) -> {
            Value value = editor.value();
            if (!value.isMissing()) {
                values.put(field, value);
            }
        });
        LocalTime at = Objects.requireNonNullElse(time.getValue(), LocalTime.MIDNIGHT);
        return new ActivityData(day.getValue().atTime(at), values);
    }

    private void recorded(ActivityDefinition activity, RecordedActivity made) {
        Messages.done(
                getTranslation("dataimport.record.done"),
                () -> undo(() -> activities.remove(vertical, activity, made)));
    }

    private void changed(ActivityDefinition activity, RecordedActivity before, RecordedActivity after) {
        Messages.done(
                getTranslation("dataimport.record.changed"),
                () -> undo(() -> activities.change(vertical, activity, after, before.data(), Repeated.KEEP)));
    }

    private void remove(ActivityDefinition activity, RecordedActivity recorded) {
        attempt(() -> {
            activities.remove(vertical, activity, recorded);
            Messages.done(
                    getTranslation("dataimport.record.removed"),
                    () -> undo(() ->
                            activities.record(vertical, activity, customer.id(), recorded.data(), Repeated.KEEP)));
        });
    }

    private static void undo(Runnable work) {
        try {
            work.run();
        } catch (Problem problem) {
            Messages.problem(problem);
        }
    }
}
