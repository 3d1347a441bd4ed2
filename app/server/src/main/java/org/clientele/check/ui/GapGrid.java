package org.clientele.check.ui;

import static org.clientele.common.AddressParameters.named;

import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clientele.check.CheckGap;
import org.clientele.check.GapList;
import org.clientele.check.GapQuery;
import org.clientele.check.GapQuery.Sort;
import org.clientele.common.ui.OrderedGrid;
import org.clientele.frontend.Icon;

/** The gaps, page by page as somebody scrolls. On a phone each gap is one card-like row. */
final class GapGrid extends OrderedGrid<CheckGap> {
    private static final String WORD = """
            <span class="icon-word" data-tone="${item.tone}">
              <vaadin-icon icon="clientele:${item.icon}" aria-hidden="true"></vaadin-icon><span>${item.word}</span>
            </span>
            """;

    private final CheckWords words;
    private final Function<CheckGap, String> address;

    GapGrid(CheckWords words, Supplier<GapList> gaps, Function<CheckGap, String> address) {
        this.words = words;
        this.address = address;
        addClassNames("gap-grid", "no-print");
        addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        setItems(new CallbackDataProvider<>(
                query -> gaps.get().page(query.getOffset(), query.getLimit()).stream(),
                query -> gaps.get().total(),
                CheckGap::key));
    }

    /** Shows the columns, marked as the query sorts. */
    void show(GapQuery query, boolean narrow) {
        show(narrow ? this::addCard : this::addColumns, query.sort().code(), query.descending());
    }

    /** Calls back when somebody sorts by clicking a heading. */
    void onSort(BiConsumer<Sort, Boolean> whenSorted) {
        onOrder((key, descending) -> named(Sort.values(), key == null ? "" : key)
                .ifPresentOrElse(
                        sort -> whenSorted.accept(sort, descending),
                        () -> whenSorted.accept(GapQuery.ALL.sort(), GapQuery.ALL.descending())));
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
        sortable(column, sort.code(), words.text(heading), width);
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
