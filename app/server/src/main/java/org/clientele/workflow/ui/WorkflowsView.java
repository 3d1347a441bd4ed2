package org.clientele.workflow.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import org.clientele.access.Colleagues;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.ui.NarrowScreens;
import org.clientele.frontend.Card;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.Icon;
import org.clientele.frontend.PageHeader;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.VerticalPage;
import org.clientele.workflow.RunningQuery;
import org.clientele.workflow.RunningWorkflows;
import org.clientele.workflow.WorkflowsChanged;
import org.jspecify.annotations.Nullable;

/** What is on its way: by workflow, step, age and owner; each leads to its customer. What is listed stands in the address. */
@Route("v/:vertical/workflows")
@PermitAll
class WorkflowsView extends VerticalPage {
    private final RunningWorkflows running;
    private final Colleagues colleagues;
    private final Clock clock;
    private RunningQuery query = RunningQuery.ALL;
    private boolean narrow;
    private @Nullable Parts parts;

    WorkflowsView(
            Verticals verticals,
            Rights rights,
            Announcements announcements,
            RunningWorkflows running,
            Colleagues colleagues,
            Clock clock) {
        super(verticals, rights, announcements);
        this.running = running;
        this.colleagues = colleagues;
        this.clock = clock;
        NarrowScreens.follow(this, isNarrow -> {
            narrow = isNarrow;
            showColumns();
        });
        hear(WorkflowsChanged.class, this::follow);
    }

    /** What is on the page, made anew for each visit. */
    private record Parts(WorkflowWords words, PageHeader header, RunningFilters filters, RunningGrid grid, Div empty) {}

    @Override
    protected String title() {
        return getTranslation("workflow.title");
    }

    @Override
    protected void show(Vertical vertical, BeforeEnterEvent event) {
        query = RunningQuery.parse(event.getLocation().getQueryParameters().getParameters());
        parts = null;
        if (vertical.definition().workflows().isEmpty()) {
            add(
                    new PageHeader(title()),
                    new EmptyState(
                            Icon.WORKFLOW, getTranslation("workflow.none"), getTranslation("workflow.none.text")));
            return;
        }
        WorkflowWords words = new WorkflowWords(vertical, getLocale());
        RunningFilters filters = new RunningFilters(
                words, vertical.definition().workflows(), colleagues.in(vertical.key()), query, this::change);
        RunningGrid grid = new RunningGrid(words, vertical.key(), running, () -> query, LocalDate.now(clock));
        grid.onSort((sort, descending) -> {
            change(query.sortedBy(sort, descending));
            filters.sortedAs(query);
        });
        PageHeader header = new PageHeader(title());
        Div empty = new Div();
        Card list = new Card(filters, grid, empty).flush();
        list.addClassName("customer-list");
        add(header, list);
        parts = new Parts(words, header, filters, grid, empty);
        showColumns();
        showRuns();
    }

    private void change(RunningQuery changed) {
        query = changed;
        Location location =
                new Location(WorkflowsNavigation.to(vertical().key()), WorkflowsNavigation.parameters(query));
        UI.getCurrent().getPage().getHistory().replaceState(null, location);
        showRuns();
    }

    private void showColumns() {
        if (parts != null) {
            parts.grid().show(query, narrow);
        }
    }

    private void showRuns() {
        if (parts == null) {
            return;
        }
        int found = running.count(vertical().key(), query);
        parts.header().setSubtitle(parts.words().text("workflow.subtitle", found));
        parts.grid().getDataProvider().refreshAll();
        parts.grid().setVisible(found > 0);
        parts.empty().removeAll();
        if (found == 0) {
            String key = query.isNarrowed() ? "workflow.none-so" : "workflow.none-running";
            parts.empty()
                    .add(new EmptyState(
                            query.isNarrowed() ? Icon.SEARCH : Icon.WORKFLOW,
                            getTranslation(key),
                            getTranslation(key + ".text")));
        }
    }

    private void follow(WorkflowsChanged change) {
        if (parts != null && vertical().key().equals(change.verticalKey())) {
            showRuns();
        }
    }
}
