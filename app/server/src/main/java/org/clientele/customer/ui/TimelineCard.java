package org.clientele.customer.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.clientele.common.ui.Formats;
import org.clientele.customer.Customer;
import org.clientele.customer.TimelineEntry;
import org.clientele.customer.TimelineSource;
import org.clientele.frontend.Card;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.Icon;
import org.clientele.frontend.Timeline;
import org.clientele.plugin.Vertical;
import org.jspecify.annotations.Nullable;

/** What happened with a customer, newest first, of all features together or of one kind. */
final class TimelineCard extends Card {
    private static final int STEP = 20;
    private static final String ALL = "";

    private final List<TimelineSource> sources;
    private final List<CustomerPanel> panels;
    private final Vertical vertical;
    private final Customer customer;
    private final Locale locale = UI.getCurrent().getLocale();
    private final Formats formats;
    private final Div kinds = new Div();
    private final Div entries = new Div();
    private final LocalDate today;
    private String kind = ALL;
    private int shown = STEP;

    /**
     * @param composer stands above the entries, or null
     */
    TimelineCard(
            List<TimelineSource> sources,
            List<CustomerPanel> panels,
            @Nullable Component composer,
            Vertical vertical,
            Customer customer,
            LocalDate today) {
        this.sources = sources;
        this.panels = panels;
        this.vertical = vertical;
        this.customer = customer;
        this.today = today;
        this.formats = new Formats(locale, vertical.currency());
        kinds.addClassName("chips");
        H2 heading = new H2(getTranslation("customer.timeline.title"));
        heading.addClassName(composer == null ? "card-title" : "visually-hidden");
        if (composer != null) {
            add(composer);
        }
        add(heading, kinds, entries);
        refresh();
    }

    /** Reads the newest entries again. */
    void refresh() {
        showKinds();
        showEntries();
    }

    private void showKinds() {
        kinds.removeAll();
        kinds.add(chip(ALL, getTranslation("customer.timeline.all")));
        sources.forEach(source -> source.kinds(vertical, locale).forEach(k -> kinds.add(chip(k.id(), k.name()))));
    }

    private Component chip(String id, String name) {
        NativeButton chip = new NativeButton(name, click -> {
            kind = id;
            shown = STEP;
            refresh();
        });
        chip.addClassName("chip");
        chip.getElement().setAttribute("aria-pressed", String.valueOf(kind.equals(id)));
        return chip;
    }

    private void showEntries() {
        List<TimelineEntry> newest = newest(shown + 1);
        entries.removeAll();
        if (newest.isEmpty()) {
            entries.add(new EmptyState(
                    Icon.CLOCK,
                    getTranslation("customer.timeline.empty"),
                    getTranslation("customer.timeline.empty.text")));
            return;
        }
        Timeline timeline = new Timeline();
        List<TimelineEntry> page = newest.subList(0, Math.min(shown, newest.size()));
        List<Map<TimelineEntry, Component>> actions = panels.stream()
                .map(panel -> panel.actions(vertical, customer, page))
                .toList();
        page.forEach(entry -> add(timeline, entry, actions));
        entries.add(timeline);
        if (newest.size() > shown) {
            entries.add(new Button(getTranslation("customer.timeline.more"), click -> {
                shown += STEP;
                showEntries();
            }));
        }
    }

    private List<TimelineEntry> newest(int limit) {
        List<TimelineEntry> all = new ArrayList<>();
        for (TimelineSource source : sources) {
            for (TimelineSource.Kind one : source.kinds(vertical, locale)) {
                if (kind.equals(ALL) || kind.equals(one.id())) {
                    all.addAll(source.newest(vertical, customer.id(), one.id(), limit, locale));
                }
            }
        }
        return all.stream()
                .sorted(Comparator.comparing(TimelineEntry::at).reversed())
                .limit(limit)
                .toList();
    }

    private void add(Timeline timeline, TimelineEntry entry, List<Map<TimelineEntry, Component>> all) {
        Component[] actions =
                all.stream().flatMap(some -> Stream.ofNullable(some.get(entry))).toArray(Component[]::new);
        timeline.entry(
                when(entry.at()),
                Icon.named(entry.icon()).orElse(Icon.ACTIVITY),
                entry.tone(),
                entry.title(),
                entry.detail(),
                actions);
    }

    private String when(LocalDateTime at) {
        String day = formats.dateShort(at.toLocalDate(), today);
        boolean dayOnly = at.toLocalTime().equals(LocalTime.MIDNIGHT);
        return dayOnly ? day : day + " " + formats.time(at.toLocalTime());
    }
}
