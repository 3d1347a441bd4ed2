package org.clientele.activity.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.clientele.activity.Activities;
import org.clientele.activity.ActivityEvent;
import org.clientele.common.ui.Formats;
import org.clientele.common.ui.Translations;
import org.clientele.customer.TimelineEntry;
import org.clientele.customer.TimelineSource;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.Texts;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Purchases and the like on a customer's timeline, one entry for each document. */
@Component
@Order(20)
public class ActivityTimeline implements TimelineSource {
    private static final String KIND = "activity-";
    private static final String ROW = "row-";

    private final Activities activities;
    private final Translations texts;

    ActivityTimeline(Activities activities, Translations texts) {
        this.activities = activities;
        this.texts = texts;
    }

    /** The kind of an activity's entries. */
    public static String kind(ActivityDefinition activity) {
        return KIND + activity.id();
    }

    /** The id of the row that an entry is about; empty when it is about several. */
    public static OptionalLong row(TimelineEntry entry) {
        return entry.id().startsWith(ROW)
                ? OptionalLong.of(Long.parseLong(entry.id().substring(ROW.length())))
                : OptionalLong.empty();
    }

    @Override
    public List<Kind> kinds(Vertical vertical, Locale locale) {
        return vertical.recorded().stream()
                .map(activity -> new Kind(kind(activity), vertical.text(locale, Texts.activity(activity.id()))))
                .toList();
    }

    @Override
    public List<TimelineEntry> newest(Vertical vertical, long customerId, String kind, int limit, Locale locale) {
        ActivityDefinition activity = vertical.definition().activity(kind.substring(KIND.length()));
        if (activity == null) {
            return List.of();
        }
        Formats formats = new Formats(locale, vertical.currency());
        String name = vertical.text(locale, Texts.activity(activity.id()));
        List<TimelineEntry> entries = new ArrayList<>();
        for (ActivityEvent event : activities.newest(vertical, activity, customerId, limit)) {
            ActivityEvent worded = worded(vertical, activity, event, locale);
            entries.add(entry(kind, entries.size(), activity, worded, name, formats));
        }
        return entries;
    }

    /** A title that is a choice as the vertical words it. */
    private static ActivityEvent worded(
            Vertical vertical, ActivityDefinition activity, ActivityEvent event, Locale locale) {
        String title = event.title();
        String field = activity.title();
        ActivityField titled = field == null ? null : activity.field(field);
        return title == null || titled == null || titled.type() != FieldType.CHOICE
                ? event
                : event.titled(vertical.text(locale, Texts.activityFieldValue(activity.id(), titled.id(), title)));
    }

    private TimelineEntry entry(
            String kind, int number, ActivityDefinition activity, ActivityEvent event, String name, Formats formats) {
        Long amount = event.amountMinor();
        String title = amount == null
                ? name
                : texts.getTranslation("activity.timeline.title", formats.locale(), name, formats.money(amount));
        return new TimelineEntry(
                kind,
                event.lines() == 1 ? ROW + event.row() : kind + number,
                event.happenedAt(),
                activity.icon(),
                amount != null && amount < 0 ? "warn" : null,
                title,
                detail(event, formats));
    }

    private String detail(ActivityEvent event, Formats formats) {
        List<String> parts = new ArrayList<>();
        if (event.title() != null) {
            parts.add(
                    event.otherTitles() == 0
                            ? event.title()
                            : text("activity.timeline.more", formats, event.title(), event.otherTitles()));
        }
        if (event.document() != null && !event.document().equals(event.title())) {
            parts.add(text("activity.timeline.document", formats, event.document()));
        }
        if (event.lines() > 1) {
            parts.add(text("activity.timeline.lines", formats, event.lines()));
        }
        return String.join(" · ", parts);
    }

    private String text(String key, Formats formats, Object... arguments) {
        return texts.getTranslation(key, formats.locale(), arguments);
    }
}
