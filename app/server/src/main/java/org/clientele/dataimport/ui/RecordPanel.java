package org.clientele.dataimport.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.activity.ui.ActivityTimeline;
import org.clientele.common.ui.Translations;
import org.clientele.customer.Customer;
import org.clientele.customer.TimelineEntry;
import org.clientele.customer.ui.CustomerPanel;
import org.clientele.dataimport.RecordedActivities;
import org.clientele.dataimport.RecordedActivity;
import org.clientele.frontend.Icon;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ActivityDefinition;

/** On a customer's page: a button to record an activity, and a pencil at those that were recorded by hand. */
@org.springframework.stereotype.Component
class RecordPanel implements CustomerPanel {
    private final RecordedActivities activities;
    private final Translations translations;
    private final Clock clock;

    RecordPanel(RecordedActivities activities, Translations translations, Clock clock) {
        this.activities = activities;
        this.translations = translations;
        this.clock = clock;
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public Optional<Component> create(Vertical vertical, Customer customer) {
        return Optional.empty();
    }

    @Override
    public List<Component> buttons(Vertical vertical, Customer customer) {
        if (!activities.mayRecord(vertical) || vertical.recorded().isEmpty()) {
            return List.of();
        }
        return List.of(new Button(text("dataimport.record.open"), Icon.PLUS.create(), click -> new RecordDialog(
                        activities, vertical, customer, clock)
                .open()));
    }

    @Override
    public Map<TimelineEntry, Component> actions(Vertical vertical, Customer customer, List<TimelineEntry> entries) {
        if (!activities.mayRecord(vertical)) {
            return Map.of();
        }
        Map<TimelineEntry, Component> actions = new HashMap<>();
        for (ActivityDefinition activity : vertical.recorded()) {
            Map<Long, TimelineEntry> rows = new HashMap<>();
            entries.stream()
                    .filter(entry -> entry.kind().equals(ActivityTimeline.kind(activity)))
                    .forEach(entry -> ActivityTimeline.row(entry).ifPresent(row -> rows.put(row, entry)));
            activities
                    .find(vertical, activity, customer.id(), rows.keySet())
                    .forEach((row, recorded) -> Optional.ofNullable(rows.get(row))
                            .ifPresent(entry -> actions.put(entry, pencil(vertical, customer, activity, recorded))));
        }
        return actions;
    }

    private Button pencil(
            Vertical vertical, Customer customer, ActivityDefinition activity, RecordedActivity recorded) {
        Button button =
                new Button(Icon.PENCIL.create(), click -> new RecordDialog(activities, vertical, customer, clock)
                        .editing(activity, recorded)
                        .open());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel(text("dataimport.record.edit"));
        button.setTooltipText(text("dataimport.record.edit"));
        return button;
    }

    private String text(String key) {
        return translations.getTranslation(key, UI.getCurrent().getLocale());
    }
}
