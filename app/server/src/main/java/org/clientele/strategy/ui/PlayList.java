package org.clientele.strategy.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import org.clientele.frontend.Tag;
import org.clientele.plugins.api.PlayDefinition;
import org.clientele.plugins.api.StrategyDefinition;
import org.clientele.strategy.CustomerStrategy;
import org.clientele.strategy.PlannedPlay;

/** The plays of a strategy in its order: by which channel, when, by whom, with which means, and what to say. */
final class PlayList extends OrderedList {
    private final StrategyWords words;
    private final StrategyDefinition strategy;

    private PlayList(StrategyWords words, StrategyDefinition strategy) {
        this.words = words;
        this.strategy = strategy;
        addClassName("plays");
    }

    /** For whoever plans: when a play is due in general. */
    static PlayList of(StrategyWords words, StrategyDefinition strategy) {
        PlayList list = new PlayList(words, strategy);
        strategy.plays().forEach(play -> list.add(list.item(play)));
        return list;
    }

    /** For whoever acts: when each play is due for a customer, as far as that is known. */
    static PlayList of(StrategyWords words, CustomerStrategy planned, LocalDate today) {
        PlayList list = new PlayList(words, planned.strategy());
        for (PlannedPlay play : planned.plays()) {
            ListItem item = list.item(play.play());
            LocalDate day = play.day();
            if (day != null) {
                Span due = new Span(words.due(day, today));
                due.addClassNames("play-due", day.isBefore(today) ? "muted" : "strong");
                item.addComponentAtIndex(1, due);
            }
            list.add(item);
        }
        return list;
    }

    private ListItem item(PlayDefinition play) {
        Span icon = new Span(StrategyWords.icon(play.channel()).create());
        icon.addClassName("timeline-icon");
        icon.setTitle(words.channel(play.channel()));
        icon.getElement().setAttribute("role", "img").setAttribute("aria-label", words.channel(play.channel()));
        Span name = new Span(words.play(strategy, play));
        name.addClassName("timeline-title");
        Tag means = new Tag(words.means(play.means()));
        means.setTitle(words.meansHelp(play.means()));
        Div head = new Div(name, means);
        head.addClassNames("row", "play-head");
        Div when = detail(words.text("strategy.play.when", words.when(strategy, play), words.owner(play.owner())));
        Div what = new Div(words.playText(strategy, play));
        what.addClassName("play-text");
        Div body = new Div(head, when, what);
        String offer = words.offer(strategy, play);
        if (!offer.isEmpty()) {
            body.add(detail(words.text("strategy.play.offer", offer)));
        }
        String source = play.source();
        if (source != null && !source.equals(strategy.source())) {
            body.add(detail(words.source(source)));
        }
        ListItem item = new ListItem(icon, body);
        item.addClassName("play");
        return item;
    }

    private static Div detail(String text) {
        Div detail = new Div(text);
        detail.addClassName("timeline-detail");
        return detail;
    }
}
