package org.clientele.plugin.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.clientele.common.Problem;
import org.clientele.frontend.Facts;
import org.clientele.plugin.Inspection;
import org.clientele.plugin.PluginInstaller;
import org.clientele.plugin.RowCount;
import org.clientele.plugins.api.ScreenDefinition;
import org.clientele.plugins.api.Texts;

/** What a plugin is, who vouches for it and what it does to what is there; installs it when somebody says so, else forgets it. */
final class InspectionDialog extends Dialog {
    private final transient Inspection inspection;
    private final transient PluginInstaller installer;
    private final transient Runnable installed;
    private final Div problem = new Div();
    private final Button confirm = new Button();

    InspectionDialog(Inspection inspection, PluginInstaller installer, Runnable installed) {
        this.inspection = inspection;
        this.installer = installer;
        this.installed = installed;
        setHeaderTitle(title());
        setWidth("640px");
        setMaxWidth("100%");
        addClassName("inspection");
        Div body = new Div(new VouchingPanel(inspection));
        body.addClassName("stack");
        if (!inspection.obstacles().isEmpty()) {
            body.add(new ProblemPanel(inspection.lossy()));
        }
        if (inspection.replaced() != null) {
            body.add(section("plugin.inspect.changes", new ChangeList(inspection, inspection.replaced())));
        }
        body.add(
                section("plugin.inspect.declares", declares()),
                new DefaultRights(inspection.definition().rights()),
                section("plugin.inspect.data", data()),
                problem);
        problem.getElement().setAttribute("aria-live", "polite");
        add(body);
        configureFooter();
    }

    private String title() {
        String name = inspection.name(getLocale());
        return inspection.replaced() == null
                ? name + " " + inspection.version()
                : "%s %s → %s".formatted(name, inspection.replaced().version(), inspection.version());
    }

    private Div section(String title, Component content) {
        H3 heading = new H3(getTranslation(title));
        heading.addClassName("section-title");
        return new Div(heading, content);
    }

    private Facts declares() {
        Facts facts = new Facts();
        facts.fact(getTranslation("plugin.inspect.contents"), Contents.of(inspection.definition()));
        facts.fact(getTranslation("plugin.inspect.fields"), new DeclaredFields(inspection));
        facts.fact(getTranslation("plugin.inspect.personal"), listed(inspection.personalData(getLocale())));
        facts.fact(
                getTranslation("plugin.inspect.code"),
                inspection.classes() == 0
                        ? getTranslation("plugin.inspect.code.none")
                        : getTranslation("plugin.inspect.code.classes", inspection.classes()));
        facts.fact(
                getTranslation("plugin.inspect.screens"),
                listed(inspection.definition().screens().stream()
                        .map(ScreenDefinition::id)
                        .map(id -> inspection.texts().get(getLocale(), Texts.screen(id)))
                        .toList()));
        facts.fact(getTranslation("plugin.inspect.jobs"), getTranslation("plugin.inspect.none"));
        return facts;
    }

    private String listed(List<String> names) {
        return names.isEmpty()
                ? getTranslation("plugin.inspect.none")
                : String.join(getTranslation("plugin.inspect.separator"), names);
    }

    private Component data() {
        if (inspection.data().isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("plugin.inspect.data.none"));
            none.addClassNames("text", "muted");
            return none;
        }
        Facts facts = new Facts();
        for (RowCount count : inspection.data()) {
            facts.fact(table(count), getTranslation("plugin.rows", count.rows()));
        }
        return facts;
    }

    /** By the texts of the version that made the table, because the new one may not know it any more. */
    private String table(RowCount count) {
        if (count.ofCustomers()) {
            return getTranslation("plugin.inspect.data.attributes");
        }
        Texts.Bundles texts = inspection.replaced() == null
                ? inspection.texts()
                : inspection.replaced().texts();
        return texts.get(getLocale(), count.textKey());
    }

    private void configureFooter() {
        confirm.setText(
                inspection.replaced() == null
                        ? getTranslation("plugin.inspect.install")
                        : getTranslation("plugin.inspect.replace", inspection.version()));
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.setEnabled(inspection.obstacles().isEmpty());
        confirm.addClickListener(click -> install());
        getFooter().add(new Button(getTranslation("plugin.inspect.not-now"), click -> close()), confirm);
    }

    /** What was staged is used up, whatever comes of it: after a refusal there is nothing to confirm any more. */
    private void install() {
        try {
            installer.start(inspection.token(), false);
            close();
            installed.run();
        } catch (Problem refused) {
            problem.removeAll();
            problem.add(new ProblemPanel(refused));
            confirm.setVisible(false);
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        installer.discard(inspection.token());
    }
}
