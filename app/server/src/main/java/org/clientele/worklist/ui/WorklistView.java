package org.clientele.worklist.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clientele.access.Colleagues;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.access.User;
import org.clientele.common.Announcements;
import org.clientele.common.ui.ContactPlace;
import org.clientele.customer.SavedViews;
import org.clientele.customer.ViewPage;
import org.clientele.customer.ui.CustomerBeside;
import org.clientele.customer.ui.CustomersNavigation;
import org.clientele.customer.ui.ViewsMenu;
import org.clientele.frontend.Card;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.Icon;
import org.clientele.frontend.PageHeader;
import org.clientele.interaction.ui.InteractionNavigation;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.VerticalPage;
import org.clientele.worklist.WorkAct;
import org.clientele.worklist.WorkItem;
import org.clientele.worklist.WorkQuery;
import org.clientele.worklist.WorkSource;
import org.clientele.worklist.Worklist;
import org.jspecify.annotations.Nullable;

/** What is to be done: overdue, today, in the next two weeks; the chosen item's customer stands beside. */
@Route("v/:vertical/worklist")
@PermitAll
class WorklistView extends VerticalPage implements ContactPlace {
    static final int PAGE = 50;

    private final Worklist worklist;
    private final SavedViews views;
    private final Colleagues colleagues;
    private final CustomerBeside beside;
    private final InteractionNavigation contacts;
    private final Clock clock;
    private WorkFilter filter = WorkFilter.START;
    private @Nullable Parts parts;

    WorklistView(
            Verticals verticals,
            Rights rights,
            Announcements announcements,
            Worklist worklist,
            SavedViews views,
            Colleagues colleagues,
            CustomerBeside beside,
            InteractionNavigation contacts,
            Clock clock) {
        super(verticals, rights, announcements);
        this.worklist = worklist;
        this.views = views;
        this.colleagues = colleagues;
        this.beside = beside;
        this.contacts = contacts;
        this.clock = clock;
        worklist.changedBy().forEach(change -> hear(change, news -> refresh()));
    }

    /** What is on the page. */
    private record Parts(
            PageHeader header, Div desk, Div list, WorkRows rows, Button more, WorkDetail detail, WorkActs acts) {}

    @Override
    protected String title() {
        return getTranslation("worklist.title");
    }

    @Override
    protected void show(Vertical vertical, BeforeEnterEvent event) {
        filter = WorkFilter.parse(event.getLocation().getQueryParameters().getParameters());
        List<User> people = colleagues.in(vertical.key());
        List<WorkSource> sources = worklist.sources(vertical);
        LocalDate today = LocalDate.now(clock);
        WorkWords words = new WorkWords(vertical, sources, getLocale());
        WorkActs acts =
                new WorkActs((item, act) -> worklist.act(vertical, item, act), words, people, today, item -> advance());
        WorkDetail detail = new WorkDetail(worklist, beside, vertical, words, clock, this::act, this::closeDetail);
        WorkRows rows = new WorkRows(words, today, detail::show);
        Button more = new Button(getTranslation("worklist.more"), click -> readOn());
        more.addThemeVariants(ButtonVariant.TERTIARY);
        Card list = new Card(rows, more);
        list.addClassName("desk-list");
        Div desk = new Div(list, detail);
        desk.addClassName("desk");
        PageHeader header = new PageHeader(getTranslation("worklist.title"));
        parts = new Parts(header, desk, list, rows, more, detail, acts);
        header.actions(new ViewsMenu(
                views, vertical, ViewPage.WORKLIST, () -> filter.parameters().getQueryString()));
        if (rights().may(Permission.MANAGE_STRATEGIES, vertical.key())) {
            Anchor team = new Anchor("v/" + vertical.key() + "/worklist/team", getTranslation("worklist.team"));
            team.getElement().setAttribute("router-link", true);
            header.actions(team);
        }
        Button keys = new Button("?", click -> new KeysDialog().open());
        keys.setAriaLabel(getTranslation("worklist.keys"));
        keys.setTooltipText(getTranslation("worklist.keys"));
        header.actions(keys);
        if (contacts.mayLog(vertical.key())) {
            header.primary(
                    new Button(getTranslation("worklist.log"), Icon.NOTEBOOK_PEN.create(), click -> writeContact()));
        }
        rows.addClickListener(click -> openDetail());
        keys(rows);
        add(header, new WorkFilters(filter, sources, people, this::filterBy), desk);
        refresh();
        rows.focus();
    }

    private void keys(WorkRows rows) {
        on(rows, () -> step(1), Key.KEY_J);
        on(rows, () -> step(1), Key.ARROW_DOWN);
        on(rows, () -> step(-1), Key.KEY_K);
        on(rows, () -> step(-1), Key.ARROW_UP);
        on(rows, this::openDetail, Key.ENTER);
        on(rows, this::openPage, Key.KEY_O);
        on(rows, () -> act(WorkAct.Kind.CLAIM), Key.KEY_C);
        on(rows, () -> act(WorkAct.Kind.DONE), Key.KEY_D);
        on(rows, () -> act(WorkAct.Kind.POSTPONE), Key.KEY_P);
        on(rows, () -> act(WorkAct.Kind.HAND_OVER), Key.KEY_H);
        on(rows, () -> act(WorkAct.Kind.SKIP), Key.KEY_X);
        on(rows, this::writeContact, Key.KEY_L);
        on(
                rows,
                () -> Optional.ofNullable(parts).ifPresent(shown -> shown.acts().undo()),
                Key.KEY_U);
        Shortcuts.addShortcutListener(rows, () -> new KeysDialog().open(), Key.of("?"), KeyModifier.SHIFT)
                .listenOn(rows);
    }

    /** Keys are heard in the list only, so that nothing happens while somebody types elsewhere. */
    private static void on(WorkRows rows, Runnable work, Key key) {
        Shortcuts.addShortcutListener(rows, work::run, key).listenOn(rows);
    }

    private void filterBy(WorkFilter changed) {
        filter = changed;
        Location location = new Location(ViewPage.WORKLIST.address(vertical().key()), filter.parameters());
        UI.getCurrent().getPage().getHistory().replaceState(null, location);
        refresh();
    }

    private List<WorkItem> page(@Nullable WorkItem after, int limit) {
        WorkQuery query = filter.query(rights().user().id(), LocalDate.now(clock));
        return filter.group() == WorkFilter.Group.KIND
                ? worklist.pageByKind(vertical(), query, filter.kinds(), after, limit, getLocale())
                : worklist.page(vertical(), query, filter.kinds(), after, limit, getLocale());
    }

    /** Reads what is shown anew; the chosen item stays chosen, or the one that took its place. */
    private void refresh() {
        Parts shown = parts;
        if (shown == null || shown.desk().getParent().isEmpty()) {
            return;
        }
        WorkRows rows = shown.rows();
        int wanted = Math.max(PAGE, rows.size());
        List<WorkItem> items = page(null, wanted + 1);
        Optional<WorkItem> before = rows.chosen();
        int place = Math.max(0, rows.place());
        rows.show(items.subList(0, Math.min(wanted, items.size())), filter.group());
        shown.more().setVisible(items.size() > wanted);
        shown.header().setSubtitle(counts());
        if (items.isEmpty()) {
            rows.add(empty());
            shown.detail().clear();
            return;
        }
        int same = before.map(rows::place).orElse(-1);
        rows.choose(same >= 0 ? same : place);
    }

    private String counts() {
        return getTranslation(
                "worklist.subtitle",
                count(WorkFilter.When.OVERDUE),
                count(WorkFilter.When.TODAY),
                count(WorkFilter.When.COMING));
    }

    private String count(WorkFilter.When when) {
        WorkQuery query = filter.query(rights().user().id(), LocalDate.now(clock), when);
        int count = worklist.count(vertical(), query, filter.kinds());
        return count >= Worklist.MOST_COUNTED ? Worklist.MOST_COUNTED + "+" : String.valueOf(count);
    }

    private Component empty() {
        return new EmptyState(
                Icon.LIST_CHECKS, getTranslation("worklist.empty"), getTranslation("worklist.empty.text"));
    }

    /** The next of the list; its next page is read when its end is reached. */
    private void step(int by) {
        Parts shown = parts;
        if (shown == null) {
            return;
        }
        int wanted = shown.rows().place() + by;
        if (wanted >= shown.rows().size() && shown.more().isVisible()) {
            readOn();
        }
        shown.rows().step(Math.max(0, wanted));
    }

    private void readOn() {
        Parts shown = parts;
        if (shown != null) {
            List<WorkItem> next = page(shown.rows().last(), PAGE + 1);
            shown.rows().append(next.subList(0, Math.min(PAGE, next.size())));
            shown.more().setVisible(next.size() > PAGE);
        }
    }

    private void act(WorkAct.Kind kind) {
        chosen().ifPresent(item ->
                Optional.ofNullable(parts).ifPresent(shown -> shown.acts().begin(kind, item)));
    }

    private Optional<WorkItem> chosen() {
        return Optional.ofNullable(parts).flatMap(shown -> shown.rows().chosen());
    }

    private void advance() {
        refresh();
        Optional.ofNullable(parts).ifPresent(shown -> shown.rows().focus());
    }

    private void openDetail() {
        if (chosen().isPresent()) {
            Optional.ofNullable(parts).ifPresent(shown -> shown.desk().addClassName("desk-open"));
        }
    }

    private void closeDetail() {
        Optional.ofNullable(parts).ifPresent(shown -> {
            shown.desk().removeClassName("desk-open");
            shown.rows().focus();
        });
    }

    /** Where the chosen item is worked, or its customer. */
    private void openPage() {
        chosen().ifPresent(item -> UI.getCurrent()
                .navigate(worklist.page(vertical(), item)
                        .orElseGet(() -> CustomersNavigation.to(vertical().key(), item.customerId()))));
    }

    @Override
    public boolean writeContact() {
        if (!contacts.mayLog(vertical().key())) {
            return false;
        }
        chosen().filter(WorkItem::hasCustomer)
                .ifPresentOrElse(
                        item -> contacts.logContact(vertical().key(), item.customerId()),
                        () -> contacts.logContact(vertical().key()));
        return true;
    }
}
