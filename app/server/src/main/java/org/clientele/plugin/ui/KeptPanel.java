package org.clientele.plugin.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.ZoneId;
import org.clientele.common.ui.Formats;
import org.clientele.frontend.Card;
import org.clientele.plugin.KeptData;
import org.clientele.plugin.PluginLife;
import org.clientele.plugin.VerticalNotice;
import org.clientele.plugin.ui.UninstallDialog.Choice;
import org.clientele.plugin.ui.UninstallDialog.Subject;

/** Data that an uninstalled plugin left: who left it and when, how much there is, and what can be done about it. */
final class KeptPanel extends Card {
    KeptPanel(KeptData kept, PluginLife life, Runnable begun) {
        super("");
        setTitle(kept.name().in(getLocale()));
        setId("kept-" + kept.id());
        ContentNames names = new ContentNames(kept.texts());
        Paragraph since = new Paragraph(since(kept));
        since.addClassNames("text", "caption");
        Look rows = new Look(life);
        Button delete = new Button(getTranslation("plugin.kept.delete"), click -> new UninstallDialog(
                        new Subject(kept.id(), kept.name().in(getLocale()), false, names), life, Choice.EXPORT, begun)
                .open());
        delete.setAriaLabel(
                getTranslation("plugin.kept.delete") + " " + kept.name().in(getLocale()));
        Div foot = new Div(delete);
        foot.addClassNames("row", "card-foot");
        add(since, rows, foot);
        addAttachListener(attached ->
                rows.read(() -> life.outlookUninstalled(kept.id()), found -> rows.add(new ContentList(found, names))));
    }

    private String since(KeptData kept) {
        VerticalNotice notice = kept.notice();
        return notice == null
                ? getTranslation("plugin.kept.since.unknown")
                : getTranslation(
                        "plugin.kept.since",
                        new Formats(getLocale(), "EUR").dateTime(notice.at(), ZoneId.systemDefault()),
                        notice.by());
    }
}
