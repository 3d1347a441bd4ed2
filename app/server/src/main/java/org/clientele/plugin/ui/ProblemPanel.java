package org.clientele.plugin.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.clientele.common.Problem;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Tone;
import org.clientele.plugin.LossyProblem;
import org.clientele.plugin.RefusedProblem;
import org.clientele.plugins.definition.Finding;

/** Why a plugin was not taken or not loaded; mistakes in its files one by one. What a file says is shown as text only. */
final class ProblemPanel extends Div {
    ProblemPanel(Problem problem) {
        this(problem, Tone.BAD);
    }

    /** @param tone how bad it is */
    ProblemPanel(Problem problem, String tone) {
        addClassName("stack");
        Banner banner = new Banner(tone, Messages.text(problem));
        banner.getElement().setAttribute("role", "alert");
        add(banner);
        if (problem instanceof RefusedProblem refused && !refused.findings().isEmpty()) {
            add(findings(refused));
        }
        if (problem instanceof LossyProblem lossy) {
            add(new ObstacleList(lossy.obstacles(), new FieldNames(lossy.texts())));
        }
    }

    /** Each with its place below it, so that a card or a phone is wide enough. */
    private UnorderedList findings(RefusedProblem refused) {
        UnorderedList list = new UnorderedList();
        list.addClassName("changes");
        list.getElement().setAttribute("tabindex", "0");
        for (Finding finding : refused.findings()) {
            Div place = new Div(new Text(finding.place() + " "), new Span(finding.path()));
            place.addClassNames("caption", "muted");
            Div words = new Div(new Div(finding.message(getLocale())), place);
            words.addClassNames("grow", "finding");
            list.add(new ListItem(words));
        }
        return list;
    }
}
