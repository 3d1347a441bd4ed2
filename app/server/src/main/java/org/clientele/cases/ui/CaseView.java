package org.clientele.cases.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.clientele.access.Rights;
import org.clientele.cases.CasesChanged;
import org.clientele.cases.ServiceCase;
import org.clientele.common.Announcements;
import org.clientele.common.Problem;
import org.clientele.common.ui.Messages;
import org.clientele.common.ui.PageMessage;
import org.clientele.frontend.BackLink;
import org.clientele.frontend.Columns;
import org.clientele.frontend.Icon;
import org.clientele.frontend.PageHeader;
import org.clientele.interaction.Interaction;
import org.clientele.interaction.ui.InteractionNavigation;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.VerticalPage;
import org.jspecify.annotations.Nullable;

/** One case: what it is about, what was done, what can be done now. */
@Route("v/:vertical/cases/:case")
@PermitAll
class CaseView extends VerticalPage {
    private final CaseServices services;
    private final InteractionNavigation contacts;
    private final List<CaseAside> asides;
    private @Nullable ServiceCase shown;
    private @Nullable Parts parts;

    CaseView(
            Verticals verticals,
            Rights rights,
            Announcements announcements,
            CaseServices services,
            InteractionNavigation contacts,
            List<CaseAside> asides) {
        super(verticals, rights, announcements);
        this.services = services;
        this.contacts = contacts;
        this.asides = List.copyOf(asides);
        hear(CasesChanged.class, this::follow);
    }

    /** What stays on the page while the case changes, so that nothing half written is lost. */
    private record Parts(CaseWords words, Div header, Div facts, Div story, Div side, FilesCard files) {}

    @Override
    protected boolean coversCustomers() {
        return false;
    }

    @Override
    protected String title() {
        return shown == null ? getTranslation("cases.title") : shown.label();
    }

    @Override
    protected void show(Vertical vertical, BeforeEnterEvent event) {
        parts = null;
        String number = event.getRouteParameters().get("case").orElse("");
        try {
            shown = services.cases().get(vertical.key(), number.matches("\\d{1,9}") ? Integer.parseInt(number) : -1);
        } catch (Problem gone) {
            shown = null;
            Button back = new Button(
                    getTranslation("cases.all"), click -> UI.getCurrent().navigate(CasesNavigation.to(vertical.key())));
            add(new PageMessage(Icon.LIFE_BUOY, getTranslation("cases.gone"), getTranslation("cases.gone.text"), back));
            return;
        }
        CaseWords words = new CaseWords(vertical, getLocale(), services.clock().getZone());
        Div main = Columns.stack();
        Div side = Columns.stack();
        FilesCard files = new FilesCard(services, words, vertical.key(), shown.number());
        parts = new Parts(words, new Div(), Columns.stack(), Columns.stack(), Columns.stack(), files);
        if (services.mayWork(vertical.key())) {
            main.add(contacts.composer(vertical.key(), shown.customerId(), this::logged));
        }
        main.add(parts.story());
        side.add(parts.side(), files);
        add(parts.header(), new Columns(Columns.Shape.FIRST_MAIN_MORE, parts.facts(), main, side).top());
        draw();
    }

    private void logged(Interaction contact) {
        services.links().addContact(vertical().key(), shown().number(), contact.id());
        Messages.done(getTranslation("cases.contact.done", shown().label()));
    }

    private ServiceCase shown() {
        if (shown == null) {
            throw new IllegalStateException("No case is shown");
        }
        return shown;
    }

    private void draw() {
        Parts on = parts;
        if (on == null) {
            return;
        }
        ServiceCase one = shown();
        CaseActs acts = new CaseActs(services, on.words(), vertical(), one);
        on.header().removeAll();
        on.header().add(header(one, on.words(), acts));
        on.facts().removeAll();
        on.facts().add(new FactsCard(services, on.words(), vertical().key(), one, acts));
        on.side().removeAll();
        on.story().removeAll();
        on.story().add(ComplaintCard.of(services, on.words(), vertical(), one));
        on.story().add(new StoryCard(services, on.words(), vertical().key(), one, acts));
        asides.forEach(aside -> aside.create(vertical(), one).ifPresent(on.side()::add));
        on.side().add(new RelatedCard(services, on.words(), vertical(), one));
        on.files().refresh();
    }

    private static Component header(ServiceCase one, CaseWords words, CaseActs acts) {
        PageHeader header = new PageHeader(
                        words.title(one),
                        words.text(
                                "cases.page.subtitle",
                                words.type(one.data().type()),
                                words.time(one.openedAt()),
                                one.openedBy()))
                .before(new BackLink(CasesNavigation.to(acts.verticalKey()), words.text("cases.all")))
                .tags(words.stateTag(one));
        words.alertTag(one).ifPresent(header::tags);
        words.priorityTag(one).ifPresent(header::tags);
        header.actions(acts.buttons().toArray(Component[]::new));
        acts.primary().ifPresent(header::primary);
        return header;
    }

    private void follow(CasesChanged change) {
        ServiceCase before = shown;
        if (before != null
                && parts != null
                && change.customerId() == before.customerId()
                && change.verticalKey().equals(vertical().key())) {
            shown = services.cases().get(vertical().key(), before.number());
            draw();
        }
    }
}
