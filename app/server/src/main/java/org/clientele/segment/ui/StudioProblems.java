package org.clientele.segment.ui;

import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import org.clientele.common.Problem;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Tone;
import org.clientele.segment.ConditionProblem;

/** What is wrong with a draft, in sight above it and marked in its fields. */
final class StudioProblems extends Div {
    StudioProblems() {
        getElement().setAttribute("aria-live", "polite");
        addClassNames("remark", "remark-following");
    }

    boolean isShown() {
        return getChildren().findAny().isPresent();
    }

    void show(Problem problem, StudioFields fields) {
        removeAll();
        Optional<String> place = fields.judge();
        String text = Messages.text(problem);
        if (problem instanceof ConditionProblem condition) {
            String wrong = condition.problem().message(getLocale());
            text = getTranslation(
                    problem.key(), condition.rule() + 1, condition.problem().offset() + 1, wrong);
            fields.refuse(condition.rule(), wrong);
        } else if (place.isPresent()) {
            text = getTranslation("segment.studio.wrong", place.get(), text);
        }
        add(new Banner(Tone.BAD, text));
    }
}
