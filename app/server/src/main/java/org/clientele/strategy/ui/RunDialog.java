package org.clientele.strategy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import org.clientele.common.Answer;
import org.clientele.common.Problem;
import org.clientele.common.ui.AnswerPanel;
import org.clientele.common.ui.ChartCard;
import org.clientele.common.ui.FigureTable;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Banner;
import org.clientele.frontend.BarChart;
import org.clientele.frontend.Mark;
import org.clientele.frontend.Tone;
import org.clientele.strategy.StrategyRuns.Load;

/** Says, before a strategy runs, how many tasks that means and when. */
final class RunDialog extends Dialog {
    private final transient StrategyWords words;
    private final Div problems = new Div();

    RunDialog(StrategyWords words, String name, Answer<Load> load, Runnable start) {
        super(words.text("strategy.run.title", name));
        this.words = words;
        setWidth("min(640px, 96vw)");
        problems.getElement().setAttribute("aria-live", "polite");
        Div body = new Div(new AnswerPanel<>(words.text("strategy.run.weeks"), load, this::shown), problems);
        body.addClassName("stack");
        add(body);
        Button run = new Button(words.text("strategy.run.do"), click -> attempt(start));
        run.addThemeVariants(ButtonVariant.PRIMARY);
        run.setDisableOnClick(true);
        getFooter().add(new Button(words.text("common.close"), click -> close()), run);
    }

    private void attempt(Runnable start) {
        try {
            start.run();
            close();
        } catch (Problem problem) {
            problems.removeAll();
            problems.add(new Banner(Tone.BAD, Messages.text(problem)));
        }
    }

    private Component shown(Load load) {
        Div shown = new Div(new Div(words.text(
                "strategy.run.load",
                words.formats().whole(load.treated()),
                words.formats().whole(load.members()),
                words.formats().whole(load.total()),
                load.weeks().size())));
        shown.addClassName("stack");
        if (load.treated() < load.members()) {
            shown.add(caption(words.text("strategy.run.others")));
        }
        if (load.withoutManager() > 0) {
            shown.add(new Banner(
                    Tone.WARN,
                    words.text(
                            "strategy.run.without",
                            words.formats().whole(load.withoutManager()),
                            load.withoutManager())));
        }
        shown.add(weeks(load), caption(words.text("strategy.run.note")));
        return shown;
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
}
