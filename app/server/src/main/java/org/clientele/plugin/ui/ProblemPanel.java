package org.clientele.plugin.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
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

    private Div findings(RefusedProblem refused) {
        NativeTable table = new NativeTable();
        table.addClassName("table");
        NativeTableRow head = new NativeTableRow();
        for (String column : new String[] {"place", "path", "message"}) {
            head.add(new NativeTableHeaderCell(getTranslation("plugin.findings." + column)));
        }
        table.getHead().add(head);
        for (Finding finding : refused.findings()) {
            Span place = new Span(finding.place());
            place.addClassName("nowrap");
            table.getBody()
                    .add(new NativeTableRow(
                            new NativeTableCell(place),
                            new NativeTableCell(finding.path()),
                            new NativeTableCell(finding.message(getLocale()))));
        }
        Div scroll = new Div(table);
        scroll.addClassName("table-scroll");
        scroll.getElement().setAttribute("tabindex", "0");
        return scroll;
    }
}
