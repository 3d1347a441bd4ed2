package org.clientele.plugin.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;
import org.clientele.common.Problem;
import org.clientele.plugin.PluginLife;
import org.clientele.plugin.UninstallOutlook;
import org.jspecify.annotations.Nullable;

/** Takes a plugin away, after showing what is kept of its vertical and asking what becomes of it. */
final class UninstallDialog extends Dialog {
    private static final int LONGEST_REASON = 500;

    private final transient Subject subject;
    private final transient PluginLife life;
    private final transient Runnable begun;
    private final RadioButtonGroup<Choice> choice = new RadioButtonGroup<>();
    private final TextField reason = new TextField();
    private final TextField typed = new TextField();
    private final Look outlook;
    private final Div problem = new Div();
    private final Button confirm = new Button();
    private @Nullable WorkChoice work;

    /** What becomes of the data. */
    enum Choice {
        KEEP,
        EXPORT,
        DELETE
    }

    /**
     * What is taken away.
     *
     * @param installed whether there is a plugin besides the data
     * @param names of activities and references
     */
    record Subject(String id, String name, boolean installed, ContentNames names) {}

    /** @param begun called in the screen when the change goes on */
    UninstallDialog(Subject subject, PluginLife life, Choice first, Runnable begun) {
        this.subject = subject;
        this.life = life;
        this.begun = begun;
        outlook = new Look(life);
        setHeaderTitle(getTranslation(
                subject.installed() ? "plugin.uninstall.title" : "plugin.uninstall.kept.title", subject.name()));
        setWidth("560px");
        setMaxWidth("100%");
        Div body = new Div(outlook, problem);
        body.addClassName("stack");
        add(body);
        configureChoice(first);
        configureFields();
        confirm.setDisableOnClick(true);
        confirm.addClickListener(click -> confirm());
        confirm.setEnabled(false);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), confirm);
        outlook.read(() -> life.outlookUninstalled(subject.id()), this::show);
    }

    private void configureChoice(Choice first) {
        List<Choice> choices = new ArrayList<>(List.of(Choice.values()));
        if (!subject.installed()) {
            choices.remove(Choice.KEEP);
        }
        choice.setLabel(getTranslation("plugin.uninstall.choice"));
        choice.setItems(choices);
        choice.setRenderer(new ComponentRenderer<>(this::described));
        choice.setValue(choices.contains(first) ? first : choices.getFirst());
        choice.addValueChangeListener(chosen -> adapt());
    }

    private Div described(Choice one) {
        Span name = new Span(getTranslation("plugin.uninstall." + one));
        name.addClassName("strong");
        Div effect = new Div(getTranslation("plugin.uninstall." + one + ".text"));
        effect.addClassName("caption");
        return new Div(name, effect);
    }

    private void configureFields() {
        reason.setLabel(getTranslation("plugin.uninstall.reason"));
        reason.setHelperText(getTranslation("plugin.uninstall.reason.help"));
        reason.setMaxLength(LONGEST_REASON);
        reason.setWidthFull();
        typed.setLabel(getTranslation("plugin.uninstall.typed", subject.id()));
        typed.setWidthFull();
        typed.setAutocapitalize(Autocapitalize.NONE);
        typed.setValueChangeMode(ValueChangeMode.EAGER);
        typed.addValueChangeListener(changed -> adapt());
    }

    private void show(UninstallOutlook found) {
        if (!found.dependents().isEmpty()) {
            outlook.add(new ProblemPanel(
                    new Problem("plugin.problem.needed", subject.id(), String.join(", ", found.dependents()))));
            return;
        }
        WorkChoice running = new WorkChoice(found.work());
        work = running;
        outlook.add(new ContentList(found, subject.names()), choice);
        if (found.losesOnExport()) {
            Paragraph lost = new Paragraph(getTranslation("plugin.uninstall.not-exported"));
            lost.addClassNames("text", "muted");
            outlook.add(lost);
        }
        outlook.add(running, reason, typed);
        adapt();
    }

    private void adapt() {
        Choice chosen = choice.getValue();
        boolean delete = chosen == Choice.DELETE;
        typed.setVisible(delete);
        reason.setVisible(chosen != Choice.EXPORT);
        confirm.setText(getTranslation("plugin.uninstall." + chosen + ".confirm"));
        confirm.setThemeVariant(ButtonVariant.PRIMARY, true);
        confirm.setThemeVariant(ButtonVariant.ERROR, delete);
        confirm.setEnabled(work != null && (!delete || typed.getValue().strip().equals(subject.id())));
    }

    private void confirm() {
        boolean cancelWork = work != null && work.cancelWork();
        try {
            switch (choice.getValue()) {
                case KEEP -> life.uninstall(subject.id(), false, reason.getValue(), cancelWork);
                case DELETE -> life.uninstall(subject.id(), true, reason.getValue(), cancelWork);
                case EXPORT -> life.export(subject.id(), getTranslation("plugin.export.note"), cancelWork);
            }
            close();
            begun.run();
        } catch (Problem refused) {
            problem.removeAll();
            problem.add(new ProblemPanel(refused));
            adapt();
        }
    }
}
