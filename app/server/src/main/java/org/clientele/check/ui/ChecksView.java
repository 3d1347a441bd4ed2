package org.clientele.check.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.check.CheckSummary;
import org.clientele.check.Checks;
import org.clientele.check.GapList;
import org.clientele.check.GapQuery;
import org.clientele.common.Announcements;
import org.clientele.common.ui.DownloadButton;
import org.clientele.common.ui.NarrowScreens;
import org.clientele.customer.PersonalData;
import org.clientele.customer.ui.CustomersNavigation;
import org.clientele.frontend.Card;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.Icon;
import org.clientele.frontend.PageHeader;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.VerticalPage;
import org.clientele.segment.SnapshotChanged;
import org.jspecify.annotations.Nullable;

/**
 * What must hold, for how many customers it does, and every gap with what is found: by check, or as a list. What is shown stands in the
 * address.
 */
@Route("v/:vertical/checks")
@PermitAll
class ChecksView extends VerticalPage {
    private final Checks checks;
    private GapQuery query = GapQuery.ALL;
    private boolean listed;
    private boolean narrow;
    private @Nullable GapList gaps;
    private @Nullable Parts parts;

    ChecksView(Verticals verticals, Rights rights, Announcements announcements, Checks checks) {
        super(verticals, rights, announcements);
        this.checks = checks;
        NarrowScreens.follow(this, isNarrow -> {
            narrow = isNarrow;
            showColumns();
        });
        hear(SnapshotChanged.class, this::follow);
    }

    /** What is on the page, made anew for each visit. */
    private record Parts(
            CheckWords words,
            PageHeader header,
            RadioButtonGroup<Boolean> tabs,
            Div groups,
            Card list,
            GapFilters filters,
            GapGrid grid,
            Div empty,
            GapPaper paper) {}

    @Override
    protected String title() {
        return getTranslation("check.title");
    }

    @Override
    protected void show(Vertical vertical, BeforeEnterEvent event) {
        QueryParameters parameters = event.getLocation().getQueryParameters();
        query = GapQuery.parse(parameters.getParameters());
        listed = ChecksNavigation.asksForList(parameters);
        parts = null;
        if (vertical.definition().checks().isEmpty()) {
            add(
                    new PageHeader(title()),
                    new EmptyState(Icon.SHIELD_CHECK, getTranslation("check.none"), getTranslation("check.none.text")));
            return;
        }
        CheckWords words = new CheckWords(vertical, getLocale(), PersonalData.hiddenFrom(rights(), vertical));
        GapFilters filters = new GapFilters(words, vertical.definition().checks(), query, this::change);
        GapGrid grid = new GapGrid(
                words,
                () -> Objects.requireNonNull(gaps),
                gap -> CustomersNavigation.to(vertical.key(), gap.customer().id()));
        grid.onSort((sort, descending) -> {
            change(query.sortedBy(sort, descending));
            filters.sortedAs(query);
        });
        GapPaper paper = new GapPaper(words);
        Div empty = new Div();
        Card list = new Card(words.text("check.gaps.title"), filters, grid, empty, paper).flush();
        list.addClassNames("customer-list", "gap-list");
        Div groups = new Div();
        groups.addClassName("stack");
        PageHeader header = new PageHeader(title()).actions(actions(words, paper));
        RadioButtonGroup<Boolean> tabs = tabs();
        add(header, tabs, groups, list);
        parts = new Parts(words, header, tabs, groups, list, filters, grid, empty, paper);
        showTab();
        showColumns();
        showFigures();
        showGaps();
    }

    private RadioButtonGroup<Boolean> tabs() {
        RadioButtonGroup<Boolean> tabs = new RadioButtonGroup<>();
        tabs.addClassNames("choice", "no-print");
        tabs.setAriaLabel(title());
        tabs.setItems(false, true);
        tabs.setValue(listed);
        tabs.addValueChangeListener(change -> {
            listed = change.getValue();
            showTab();
            showAddress();
        });
        return tabs;
    }

    private void showTab() {
        if (parts != null) {
            parts.groups().setVisible(!listed);
            parts.list().setVisible(listed);
        }
    }

    private Component[] actions(CheckWords words, GapPaper paper) {
        List<Component> actions = new ArrayList<>();
        actions.add(new Button(getTranslation("common.print"), Icon.PRINTER.create(), click -> {
            paper.fill(Objects.requireNonNull(gaps));
            UI.getCurrent().getPage().executeJs("setTimeout(() => window.print())");
        }));
        if (rights().may(Permission.EXPORT_CUSTOMERS, vertical().key())) {
            GapExport export = new GapExport(checks, vertical().key(), () -> query, words, getLocale());
            actions.add(new DownloadButton("gap-export", getTranslation("check.gaps.export"), export));
        }
        return actions.toArray(Component[]::new);
    }

    private void change(GapQuery changed) {
        query = changed;
        if (parts != null) {
            // A thousand rows that nobody prints are not written again for every letter of a filter.
            parts.paper().removeAll();
        }
        showAddress();
        showGaps();
    }

    private void showAddress() {
        Location location =
                new Location(ChecksNavigation.to(vertical().key()), ChecksNavigation.parameters(listed, query));
        UI.getCurrent().getPage().getHistory().replaceState(null, location);
    }

    private void showColumns() {
        if (parts != null) {
            parts.grid().show(query, narrow);
        }
    }

    private void showFigures() {
        if (parts == null) {
            return;
        }
        CheckSummary summary = checks.summary(vertical().key());
        CheckWords words = parts.words();
        parts.header()
                .setSubtitle(words.text(
                        "check.subtitle",
                        words.formats().date(summary.asOf()),
                        words.formats().whole(summary.withGaps()),
                        words.formats().whole(summary.concerned())));
        String gapsTab = words.text("check.tab.gaps", words.formats().whole(summary.gaps()));
        parts.tabs().setItemLabelGenerator(list -> list ? gapsTab : words.text("check.tab.checks"));
        parts.groups().removeAll();
        new CheckTables(words, vertical().key()).create(summary).forEach(parts.groups()::add);
    }

    private void showGaps() {
        if (parts == null) {
            return;
        }
        GapList found = checks.gaps(vertical().key(), query, getLocale());
        gaps = found;
        parts.list().hint(parts.words().text("check.gaps.count", found.total()));
        parts.grid().getDataProvider().refreshAll();
        parts.grid().setVisible(found.total() > 0);
        parts.paper().follow(found);
        parts.empty().removeAll();
        if (found.total() == 0) {
            boolean filtered = !query.sortedBy(GapQuery.ALL.sort(), false).equals(GapQuery.ALL);
            String key = filtered ? "check.gaps.none-so" : "check.gaps.none";
            parts.empty()
                    .add(new EmptyState(
                            filtered ? Icon.SEARCH : Icon.SHIELD_CHECK,
                            getTranslation(key),
                            getTranslation(key + ".text")));
        }
    }

    private void follow(SnapshotChanged change) {
        if (parts != null && vertical().key().equals(change.verticalKey())) {
            showFigures();
            showGaps();
        }
    }
}
