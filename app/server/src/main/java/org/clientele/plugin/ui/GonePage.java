package org.clientele.plugin.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.ZoneId;
import java.util.Optional;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.ui.Formats;
import org.clientele.common.ui.PageMessage;
import org.clientele.frontend.Icon;
import org.clientele.plugin.VerticalNotice;

/** In the place of a vertical's page that is not there: what happened, who did it, when and why. */
final class GonePage extends Div {
    GonePage(Optional<VerticalNotice> notice, Rights rights) {
        addClassName("stack");
        add(notice.<Component>map(known -> known(known, rights)).orElseGet(this::unknown));
    }

    private PageMessage unknown() {
        return new PageMessage(
                Icon.UNPLUG, getTranslation("plugin.page.gone"), getTranslation("plugin.page.gone.text"));
    }

    private PageMessage known(VerticalNotice notice, Rights rights) {
        String happened = "plugin.notice." + notice.happened();
        String when = new Formats(getLocale(), "EUR").dateTime(notice.at(), ZoneId.systemDefault());
        PageMessage state = new PageMessage(
                Icon.UNPLUG,
                getTranslation(happened, notice.name(getLocale())),
                getTranslation("plugin.notice." + (notice.by().isEmpty() ? "portal" : "by"), when, notice.by()),
                actions(notice, rights));
        if (notice.reason() != null) {
            Paragraph reason = new Paragraph(getTranslation("plugin.notice.reason", notice.reason()));
            reason.addClassNames("empty-text", "strong");
            state.addComponentAtIndex(3, reason);
        }
        Paragraph next = new Paragraph(getTranslation(happened + ".text"));
        next.addClassName("empty-text");
        state.addComponentAtIndex(notice.reason() == null ? 3 : 4, next);
        return state;
    }

    private Component[] actions(VerticalNotice notice, Rights rights) {
        Button start = new Button(getTranslation("plugin.notice.start"), click -> go(""));
        return rights.may(Permission.MANAGE_PLUGINS, notice.verticalKey())
                ? new Component[] {new Button(getTranslation("plugin.list.title"), click -> go("plugins")), start}
                : new Component[] {start};
    }

    private void go(String route) {
        getUI().ifPresent((UI ui) -> ui.navigate(route));
    }
}
