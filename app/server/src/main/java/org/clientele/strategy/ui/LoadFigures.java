package org.clientele.strategy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import org.clientele.common.ui.ChartCard;
import org.clientele.common.ui.FigureTable;
import org.clientele.frontend.Banner;
import org.clientele.frontend.BarChart;
import org.clientele.frontend.Mark;
import org.clientele.frontend.Tone;
import org.clientele.strategy.StrategyRuns.Load;
import org.clientele.strategy.StrategyRuns.OwnerLoad;

/** How many tasks a strategy means, by week and by who does them. */
final class LoadFigures extends Div {
    private final transient StrategyWords words;

    LoadFigures(StrategyWords words, Load load) {
        this.words = words;
        addClassName("stack");
        add(new Div(words.text(
                "strategy.run.load",
                words.formats().whole(load.treated()),
                words.formats().whole(load.members()),
                words.formats().whole(load.total()),
                load.weeks().size())));
        if (load.treated() < load.members()) {
            add(caption(words.text("strategy.run.others")));
        }
        if (load.withoutManager() > 0) {
            add(new Banner(
                    Tone.WARN,
                    words.text(
                            "strategy.run.without",
                            words.formats().whole(load.withoutManager()),
                            load.withoutManager())));
        }
        add(weeks(load));
        if (!load.owners().isEmpty()) {
            add(owners(load));
        }
        add(caption(words.text("strategy.run.note")));
    }

    private Component weeks(Load load) {
        String title = words.text("strategy.run.weeks");
        BarChart chart = new BarChart(title);
        FigureTable table = new FigureTable(title, words.text("strategy.run.week"), words.text("strategy.run.count"));
        List<Mark> bars = new ArrayList<>();
        for (int week = 0; week < load.weeks().size(); week++) {
            String label = words.text("strategy.run.week.number", week + 1);
            String count = words.formats().whole(load.weeks().get(week));
            bars.add(new Mark(label, label, load.weeks().get(week), count, null));
            table.row(new Div(label), count);
        }
        chart.setBars(bars);
        return new ChartCard(title, words.text("strategy.run.weeks.hint"), chart, table);
    }

    private static Div caption(String text) {
        Div caption = new Div(text);
        caption.addClassName("caption");
        return caption;
    }

    private Component owners(Load load) {
        FigureTable table = new FigureTable(
                words.text("strategy.run.owners"),
                words.text("strategy.run.owner"),
                words.text("strategy.run.count"),
                words.text("strategy.run.per-week"));
        for (OwnerLoad owner : load.owners()) {
            String person = owner.person();
            table.row(
                    new Div(person == null ? words.owner(owner.rule()) : person),
                    words.formats().whole(owner.tasks()),
                    words.formats().fixed((double) owner.tasks() / load.weeks().size(), 1));
        }
        return table;
    }
}
