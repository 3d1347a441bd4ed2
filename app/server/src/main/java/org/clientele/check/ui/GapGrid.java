package org.clientele.check.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clientele.check.CheckGap;
import org.clientele.check.GapList;
import org.clientele.check.GapQuery;
import org.clientele.check.GapQuery.Sort;
import org.clientele.common.ui.RowLinks;
import org.clientele.frontend.Icon;

/** The gaps, page by page as somebody scrolls. On a phone each gap is one card-like row. */
final class GapGrid extends Grid<CheckGap> {
    private static final String WORD = """
            <span class="icon-word" data-tone="${item.tone}">
              <vaadin-icon icon="clientele:${item.icon}" aria-hidden="true"></vaadin-icon><span>${item.word}</span>
            </span>
            """;

    private final CheckWords words;
    private final Function<CheckGap, String> address;
    private boolean showing;

    GapGrid(CheckWords words, Supplier<GapList> gaps, Function<CheckGap, String> address) {
        this.words = words;
        this.address = address;
        addClassNames("customer-grid", "gap-grid", "no-print");
        RowLinks.openOnEnter(this);
        addThemeVariants(GridVariant.NO_BORDER, GridVariant.WRAP_CELL_CONTENT);
        setSelectionMode(SelectionMode.NONE);
        setItems(new CallbackDataProvider<>(
                query -> gaps.get().page(query.getOffset(), query.getLimit()).stream(),
                query -> gaps.get().total(),
                CheckGap::key));
    }

    /** Shows the columns, marked as the query sorts. */
    void show(GapQuery query, boolean narrow) {
        showing = true;
        removeAllColumns();
        if (narrow) {
            addCard();
        } else {
            addColumns();
        }
        Column<CheckGap> sorted = getColumnByKey(query.sort().code());
        if (sorted != null) {
            SortDirection direction = query.descending() ? SortDirection.DESCENDING : SortDirection.ASCENDING;
            sort(List.of(new GridSortOrder<>(sorted, direction)));
        }
        showing = false;
    }

    /** Calls back when somebody sorts by clicking a heading. */
    void onSort(BiConsumer<Sort, Boolean> whenSorted) {
        addSortListener(sorted -> {
            if (!showing && sorted.isFromClient()) {
                if (sorted.getSortOrder().isEmpty()) {
                    whenSorted.accept(GapQuery.ALL.sort(), GapQuery.ALL.descending());
                } else {
                    GridSortOrder<CheckGap> order = sorted.getSortOrder().getFirst();
                    Sort sort = Sort.valueOf(order.getSorted().getKey().toUpperCase(java.util.Locale.ROOT));
                    whenSorted.accept(sort, order.getDirection() == SortDirection.DESCENDING);
                }
            }
        });
    }

    private void addColumns() {
        Column<CheckGap> customer = addColumn(LitRenderer.<CheckGap>of("""
                        <a class="customer-link" href="${item.href}" router-link>
                          <span class="customer-title">${item.title}</span>
                          <span class="caption">${item.ref}</span>
                        </a>
                        """)
                .withProperty("href", address::apply)
                .withProperty("title", gap -> gap.customer().title())
                .withProperty("ref", GapGrid::ref));
        sortable(customer, Sort.CUSTOMER, "check.column.customer", "190px");
        sortable(addColumn(gap -> words.name(gap.check())), Sort.CHECK, "check.column.check", "190px");
        addColumn(gap -> words.found(gap.state(), gap.found()))
                .setHeader(words.text("check.column.found"))
                .setWidth("260px")
                .setFlexGrow(2)
                .setSortable(false);
        Column<CheckGap> state = addColumn(word(
                gap -> CheckWords.icon(gap.state()),
                gap -> words.state(gap.state()),
                gap -> CheckWords.tone(gap.state())));
        sortable(state, Sort.STATE, "check.column.state", "130px");
        Column<CheckGap> severity = addColumn(word(
                gap -> CheckWords.icon(gap.check().severity()),
                gap -> words.severity(gap.check().severity()),
                gap -> CheckWords.tone(gap.check().severity())));
        sortable(severity, Sort.SEVERITY, "check.column.severity", "120px");
    }

    private void sortable(Column<CheckGap> column, Sort sort, String heading, String width) {
        column.setKey(sort.code())
                .setSortProperty(sort.code())
                .setHeader(words.text(heading))
                .setWidth(width)
                .setFlexGrow(1)
                .setResizable(true);
    }

    private static LitRenderer<CheckGap> word(
            Function<CheckGap, Icon> icon, Function<CheckGap, String> word, Function<CheckGap, String> tone) {
        return LitRenderer.<CheckGap>of(WORD)
                .withProperty("icon", gap -> icon.apply(gap).iconName())
                .withProperty("word", word::apply)
                .withProperty("tone", tone::apply);
    }

    private void addCard() {
        addColumn(LitRenderer.<CheckGap>of("""
                        <a class="customer-link gap-card" href="${item.href}" router-link>
                          <span class="customer-title">${item.title}</span>
                          <span>${item.check}</span>
                          <span class="caption">${item.found}</span>
                        """ + WORD + "</a>")
                        .withProperty("href", address::apply)
                        .withProperty("title", gap -> gap.customer().title())
                        .withProperty("check", gap -> words.name(gap.check()))
                        .withProperty("found", gap -> words.found(gap.state(), gap.found()))
                        .withProperty("icon", gap -> CheckWords.icon(gap.check().severity())
                                .iconName())
                        .withProperty(
                                "word",
                                gap -> words.text(
                                        "check.severity-and-state",
                                        words.severity(gap.check().severity()),
                                        words.state(gap.state())))
                        .withProperty("tone", gap -> CheckWords.tone(gap.check().severity())))
                .setHeader(words.text("check.gaps.title"));
    }

    private static String ref(CheckGap gap) {
        return gap.customer().title().equals(gap.customer().ref())
                ? ""
                : gap.customer().ref();
    }
}
