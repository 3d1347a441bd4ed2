package org.clientele.workflow.ui;

import static org.clientele.common.AddressParameters.named;

import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.clientele.common.ui.Formats;
import org.clientele.common.ui.OrderedGrid;
import org.clientele.customer.ui.CustomersNavigation;
import org.clientele.workflow.RunningQuery;
import org.clientele.workflow.RunningQuery.Sort;
import org.clientele.workflow.RunningWorkflow;
import org.clientele.workflow.RunningWorkflows;
import org.jspecify.annotations.Nullable;

/** Runs that wait, page by page as somebody scrolls. On a phone each is one card-like row. */
final class RunningGrid extends OrderedGrid<RunningWorkflow> {
    private final WorkflowWords words;
    private final String verticalKey;
    private final LocalDate today;

    RunningGrid(
            WorkflowWords words,
            String verticalKey,
            RunningWorkflows running,
            Supplier<RunningQuery> shown,
            LocalDate today) {
        this.words = words;
        this.verticalKey = verticalKey;
        this.today = today;
        addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        setItems(new CallbackDataProvider<>(
                query -> running.page(verticalKey, shown.get(), query.getOffset(), query.getLimit()).stream(),
                query -> running.count(verticalKey, shown.get()),
                RunningWorkflow::id));
    }

    /** Shows the columns, marked as the query sorts. */
    void show(RunningQuery query, boolean narrow) {
        show(narrow ? this::addCard : this::addColumns, query.sort().code(), query.descending());
    }

    /** Calls back when somebody sorts by clicking a heading. */
    void onSort(BiConsumer<Sort, Boolean> whenSorted) {
        onOrder((key, descending) -> named(Sort.values(), key == null ? "" : key)
                .ifPresentOrElse(
                        sort -> whenSorted.accept(sort, descending),
                        () -> whenSorted.accept(RunningQuery.ALL.sort(), RunningQuery.ALL.descending())));
    }

    private void addColumns() {
        Column<RunningWorkflow> customer = addColumn(
                LitRenderer.<RunningWorkflow>of("<a class=\"customer-link\" href=\"${item.href}\" router-link>"
                                + "<span class=\"customer-title\">${item.title}</span></a>")
                        .withProperty("href", this::address)
                        .withProperty("title", RunningWorkflow::customer));
        sortable(customer, Sort.CUSTOMER, "workflow.column.customer", "190px");
        sortable(addColumn(run -> words.name(run.workflow())), Sort.WORKFLOW, "workflow.column.workflow", "190px");
        sortable(
                addColumn(run -> words.step(run.workflow(), run.nextStep())),
                Sort.STEP,
                "workflow.column.step",
                "190px");
        addColumn(this::proposed)
                .setHeader(words.text("workflow.proposed"))
                .setWidth("130px")
                .setFlexGrow(1)
                .setSortable(false);
        sortable(addColumn(this::waiting), Sort.WAITING, "workflow.column.waiting", "150px");
        sortable(
                addColumn(run -> words.formats().date(run.startedOn())),
                Sort.STARTED,
                "workflow.column.started",
                "130px");
        sortable(addColumn(run -> orDash(run.owner())), Sort.OWNER, "workflow.column.owner", "140px");
    }

    private void sortable(Column<RunningWorkflow> column, Sort sort, String heading, String width) {
        sortable(column, sort.code(), words.text(heading), width);
    }

    private void addCard() {
        addColumn(LitRenderer.<RunningWorkflow>of("""
                        <a class="customer-link gap-card" href="${item.href}" router-link>
                          <span class="customer-title">${item.title}</span>
                          <span>${item.step}</span>
                          <span class="caption">${item.detail}</span>
                        </a>
                        """)
                        .withProperty("href", this::address)
                        .withProperty("title", RunningWorkflow::customer)
                        .withProperty("step", run -> words.step(run.workflow(), run.nextStep()))
                        .withProperty("detail", run -> words.name(run.workflow()) + " · " + waiting(run)))
                .setHeader(words.text("workflow.title"));
    }

    private String address(RunningWorkflow run) {
        return CustomersNavigation.to(verticalKey, run.customerId());
    }

    private String proposed(RunningWorkflow run) {
        String segment = run.proposed();
        return segment == null ? Formats.MISSING : words.proposed(run.workflow(), segment);
    }

    /** "12 days". */
    private String waiting(RunningWorkflow run) {
        return words.formats().days(ChronoUnit.DAYS.between(run.waitingSince(), today));
    }

    private static String orDash(@Nullable String text) {
        return text == null ? Formats.MISSING : text;
    }
}
