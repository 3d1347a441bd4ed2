package org.clientele.strategy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import org.clientele.common.Answer;
import org.clientele.common.Problem;
import org.clientele.common.ui.AnswerPanel;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Tone;
import org.clientele.strategy.StrategyRuns.Load;

/** Says, before a strategy runs, how many tasks that means and when. */
final class RunDialog extends Dialog {
    private final Div problems = new Div();

    RunDialog(StrategyWords words, String name, Answer<Load> load, Runnable start) {
        super(words.text("strategy.run.title", name));
        setWidth("min(640px, 96vw)");
        problems.getElement().setAttribute("aria-live", "polite");
        Div body = new Div(
                new AnswerPanel<>(words.text("strategy.run.weeks"), load, found -> new LoadFigures(words, found)),
                problems);
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
}
