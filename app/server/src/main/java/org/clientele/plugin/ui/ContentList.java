package org.clientele.plugin.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.text.NumberFormat;
import org.clientele.frontend.Facts;
import org.clientele.plugin.ContentCount;
import org.clientele.plugin.UninstallOutlook;

/** What is kept of a vertical, in rows, and what depends on it. */
final class ContentList extends Div {
    ContentList(UninstallOutlook outlook, ContentNames names) {
        H3 heading = new H3(getTranslation("plugin.uninstall.content"));
        heading.addClassName("section-title");
        add(heading);
        if (!outlook.hasData() && outlook.users() == 0) {
            Paragraph none = new Paragraph(getTranslation("plugin.uninstall.content.none"));
            none.addClassNames("text", "muted");
            add(none);
            return;
        }
        NumberFormat numbers = NumberFormat.getIntegerInstance(getLocale());
        Facts facts = new Facts();
        for (ContentCount count : outlook.counts()) {
            String name = count.id() == null
                    ? getTranslation("plugin.content." + count.kind())
                    : names.of(getLocale(), count);
            facts.fact(name, numbers.format(count.rows()));
        }
        if (outlook.users() > 0) {
            facts.fact(getTranslation("plugin.content.users"), numbers.format(outlook.users()));
        }
        add(facts);
    }
}
