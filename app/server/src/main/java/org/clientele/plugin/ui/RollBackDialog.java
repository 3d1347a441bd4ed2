package org.clientele.plugin.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.ZoneId;
import java.util.List;
import org.clientele.common.Problem;
import org.clientele.common.ui.Formats;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Tone;
import org.clientele.plugin.KeptVersion;
import org.clientele.plugin.PluginCard;
import org.clientele.plugin.PluginLife;
import org.clientele.plugin.VersionOutlook;
import org.clientele.plugins.api.Texts;
import org.jspecify.annotations.Nullable;

/** Goes back to an earlier version, after showing what that does to the data. */
final class RollBackDialog extends Dialog {
    private final transient PluginCard card;
    private final transient PluginLife life;
    private final transient Runnable begun;
    private final RadioButtonGroup<KeptVersion> version = new RadioButtonGroup<>();
    private final Look outlook;
    private final Div problem = new Div();
    private final Button confirm = new Button();
    private @Nullable WorkChoice work;

    /** @param begun called in the screen when the change goes on */
    RollBackDialog(PluginCard card, PluginLife life, Runnable begun) {
        this.card = card;
        this.life = life;
        this.begun = begun;
        outlook = new Look(life);
        setHeaderTitle(getTranslation("plugin.roll-back.title", card.name(getLocale())));
        setWidth("560px");
        setMaxWidth("100%");
        Paragraph effect = new Paragraph(getTranslation("plugin.roll-back.text"));
        effect.addClassNames("text", "muted");
        configureVersions();
        Div body = new Div(effect, version, outlook, problem);
        body.addClassName("stack");
        add(body);
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(click -> confirm());
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), confirm);
        List<KeptVersion> versions = life.versions(card.id());
        version.setItems(versions);
        versions.stream().findFirst().ifPresent(version::setValue);
    }

    private void configureVersions() {
        version.setLabel(getTranslation("plugin.roll-back.version"));
        Formats formats = new Formats(getLocale(), "EUR");
        version.setItemLabelGenerator(kept -> getTranslation(
                "plugin.roll-back.replaced",
                kept.version(),
                formats.dateTime(kept.replacedAt(), ZoneId.systemDefault())));
        version.addValueChangeListener(chosen -> look(chosen.getValue()));
    }

    private void look(KeptVersion chosen) {
        confirm.setEnabled(false);
        confirm.setText(getTranslation("plugin.roll-back.confirm", chosen.version()));
        problem.removeAll();
        outlook.read(() -> life.outlookBack(card.id(), chosen.digest()), this::show);
    }

    private void show(VersionOutlook found) {
        Texts.Bundles texts = card.content() == null ? null : card.content().texts();
        WorkChoice choice = new WorkChoice(found.work());
        work = choice;
        if (!found.obstacles().isEmpty()) {
            outlook.add(new Banner(Tone.BAD, getTranslation("plugin.outlook.refused")));
        }
        outlook.add(new OutlookList(found, texts));
        if (found.pause()) {
            outlook.add(new Banner(Tone.ACCENT, getTranslation("plugin.outlook.pause")));
        }
        outlook.add(choice);
        confirm.setEnabled(found.obstacles().isEmpty());
    }

    private void confirm() {
        try {
            life.rollBack(card.id(), version.getValue().digest(), work != null && work.cancelWork());
            close();
            begun.run();
        } catch (Problem refused) {
            problem.removeAll();
            problem.add(new ProblemPanel(refused));
        }
    }
}
