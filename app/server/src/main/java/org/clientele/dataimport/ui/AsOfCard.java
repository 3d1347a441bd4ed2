package org.clientele.dataimport.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import org.clientele.common.Problem;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Card;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalSettingsService;
import org.clientele.plugin.ui.AsOfFields;

/** The day that metrics and models of the vertical are computed as of. */
final class AsOfCard extends Card {
    AsOfCard(VerticalSettingsService settings, Vertical vertical) {
        super("");
        setTitle(getTranslation("dataimport.asof.title"));
        addClassName("stack");
        Div hint = new Div(getTranslation("dataimport.asof.hint"));
        hint.addClassName("caption");
        AsOfFields fields = new AsOfFields(vertical.asOfMode(), vertical.asOfDate());
        Button save = new Button(getTranslation("common.save"), click -> save(settings, vertical, fields));
        add(hint, fields, save);
    }

    private void save(VerticalSettingsService settings, Vertical vertical, AsOfFields fields) {
        try {
            settings.changeAsOf(vertical.key(), fields.mode(), fields.day());
            Messages.done(getTranslation("dataimport.asof.saved"));
        } catch (Problem problem) {
            Messages.problem(problem);
        }
    }
}
