package org.clientele.cases.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.cases.ServicePolicies.Seen;
import org.clientele.common.Announcements;
import org.clientele.common.Problem;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.BackLink;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Columns;
import org.clientele.frontend.Icon;
import org.clientele.frontend.PageHeader;
import org.clientele.frontend.Tone;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.VerticalPage;

/** What a vertical promises for its cases, and when it works. */
@Route("v/:vertical/cases/settings")
@PermitAll
class PolicyView extends VerticalPage {
    private final CaseServices services;

    PolicyView(Verticals verticals, Rights rights, Announcements announcements, CaseServices services) {
        super(verticals, rights, announcements);
        this.services = services;
    }

    @Override
    protected Permission permission() {
        return Permission.MANAGE_STRATEGIES;
    }

    @Override
    protected boolean coversCustomers() {
        return false;
    }

    @Override
    protected String title() {
        return getTranslation("cases.policy");
    }

    @Override
    protected void show(Vertical vertical, BeforeEnterEvent event) {
        Seen seen = services.policies().get(vertical.key());
        CaseWords words = new CaseWords(vertical, getLocale(), services.clock().getZone());
        CalendarCard calendar = new CalendarCard(words, getLocale());
        GoalsCard goals = new GoalsCard(words, vertical, getLocale());
        calendar.show(seen.policy().calendar());
        goals.show(seen.policy());
        Div problems = new Div();
        problems.getElement().setAttribute("aria-live", "polite");
        Button save = new Button(getTranslation("cases.policy.save"), Icon.SAVE.create());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickListener(click -> {
            problems.removeAll();
            try {
                services.policies().set(vertical.key(), seen, goals.read(calendar.read()));
                Messages.done(getTranslation("cases.policy.saved"));
                getUI().ifPresent(ui -> ui.navigate(CasesNavigation.to(vertical.key())));
            } catch (Problem problem) {
                problems.add(new Banner(Tone.BAD, Messages.text(problem)));
            }
        });
        add(
                new PageHeader(title(), getTranslation("cases.policy.subtitle"))
                        .before(new BackLink(CasesNavigation.to(vertical.key()), getTranslation("cases.all")))
                        .primary(save),
                problems,
                new Columns(Columns.Shape.TWO, goals, calendar).top());
    }
}
