package org.clientele.customer.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clientele.common.ui.RowLinks;
import org.clientele.common.ui.condition.ListField;
import org.clientele.common.ui.condition.ListField.Choice;
import org.clientele.customer.CustomerFields;
import org.clientele.customer.CustomerList;
import org.clientele.customer.CustomerList.CustomerRow;
import org.clientele.customer.CustomerListQuery;
import org.clientele.engine.column.Value;
import org.clientele.frontend.Tone;
import org.jspecify.annotations.Nullable;

/** The customers of a list, page by page as somebody scrolls. On a phone each customer is one card-like row. */
final class CustomerGrid extends Grid<CustomerRow> {
    private final ListFields fields;
    private final Function<CustomerRow, String> address;
    private boolean showing;

    CustomerGrid(ListFields fields, Supplier<CustomerList> list, Function<CustomerRow, String> address) {
        this.fields = fields;
        this.address = address;
        addClassName("customer-grid");
        RowLinks.openOnEnter(this);
        addThemeVariants(GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        setItems(DataProvider.fromCallbacks(
                query -> list.get().page(query.getOffset(), query.getLimit()).stream(),
                query -> list.get().total()));
    }

    /** Shows these fields, sorted as the query says. */
    void show(List<ListField> shown, CustomerListQuery query, boolean narrow) {
        showing = true;
        removeAllColumns();
        if (narrow) {
            addCard(shown);
        } else {
            addTitle();
            shown.forEach(this::addField);
        }
        sortAs(query);
        showing = false;
    }

    /** Calls back with field and direction when somebody sorts by clicking a heading. */
    void onSort(BiConsumer<@Nullable String, Boolean> whenSorted) {
        addSortListener(sorted -> {
            if (!showing && sorted.isFromClient()) {
                List<GridSortOrder<CustomerRow>> orders = sorted.getSortOrder();
                if (orders.isEmpty()) {
                    whenSorted.accept(null, false);
                } else {
                    GridSortOrder<CustomerRow> order = orders.getFirst();
                    whenSorted.accept(order.getSorted().getKey(), order.getDirection() == SortDirection.DESCENDING);
                }
            }
        });
    }

    private void sortAs(CustomerListQuery query) {
        String field = query.sort();
        Column<CustomerRow> column = field == null ? null : getColumnByKey(field);
        if (column != null) {
            SortDirection direction = query.descending() ? SortDirection.DESCENDING : SortDirection.ASCENDING;
            sort(List.of(new GridSortOrder<>(column, direction)));
        }
    }

    private void addTitle() {
        addColumn(LitRenderer.<CustomerRow>of("""
                        <a class="customer-link" href="${item.href}" router-link>
                          <span class="customer-title">${item.title}</span>
                          <span class="caption">${item.ref}</span>
                        </a>
                        """)
                        .withProperty("href", address::apply)
                        .withProperty("title", CustomerRow::title)
                        .withProperty("ref", row -> row.title().equals(row.ref()) ? "" : row.ref()))
                .setKey(CustomerFields.NAME)
                .setHeader(getTranslation("customer.field.name"))
                .setFrozen(true)
                .setResizable(true)
                .setSortProperty(CustomerFields.NAME)
                .setWidth("200px")
                .setFlexGrow(1);
    }

    private void addField(ListField field) {
        Column<CustomerRow> column = field.kind() == ListField.Kind.SEGMENT
                ? addColumn(tag(field))
                : addColumn(row -> fields.text(field, row.value(field.id())));
        column.setKey(field.id())
                .setHeader(field.name())
                .setSortProperty(field.id())
                .setResizable(true)
                .setWidth(field.kind().isNumber() ? "128px" : "150px")
                .setFlexGrow(1);
        if (field.kind().isNumber()) {
            column.setTextAlign(ColumnTextAlign.END).setPartNameGenerator(row -> "num");
        }
    }

    private static LitRenderer<CustomerRow> tag(ListField field) {
        return LitRenderer.<CustomerRow>of("""
                        ${item.name ? html`<span class="tag" data-tone="${item.tone}">${item.name}</span>` : '–'}
                        """)
                .withProperty("name", row -> chosen(field, row).name())
                .withProperty("tone", row -> Tone.orMuted(chosen(field, row).tone()));
    }

    private static Choice chosen(ListField field, CustomerRow row) {
        return row.value(field.id()) instanceof Value.Text(String segment)
                ? field.choice(segment)
                : new Choice("", "", null);
    }

    /** Name and number, the first segment, and the first figure: what fits a phone. */
    private void addCard(List<ListField> shown) {
        ListField figure = shown.stream()
                .filter(field -> field.kind().isNumber())
                .findFirst()
                .orElse(null);
        ListField segment = shown.stream()
                .filter(field -> field.kind() == ListField.Kind.SEGMENT)
                .findFirst()
                .orElse(null);
        addColumn(LitRenderer.<CustomerRow>of("""
                        <a class="customer-link customer-card" href="${item.href}" router-link>
                          <span class="customer-title">${item.title}</span>
                          <span class="num">${item.figure}</span>
                          <span class="caption">${item.ref}</span>
                          ${item.name ? html`<span class="tag" data-tone="${item.tone}">${item.name}</span>` : ''}
                        </a>
                        """)
                        .withProperty("href", address::apply)
                        .withProperty("title", CustomerRow::title)
                        .withProperty("ref", CustomerRow::ref)
                        .withProperty(
                                "figure", row -> figure == null ? "" : fields.text(figure, row.value(figure.id())))
                        .withProperty(
                                "name",
                                row -> segment == null
                                        ? ""
                                        : chosen(segment, row).name())
                        .withProperty(
                                "tone",
                                row -> Tone.orMuted(
                                        segment == null
                                                ? null
                                                : chosen(segment, row).tone())))
                .setKey(CustomerFields.NAME)
                .setHeader(getTranslation("customer.field.name"));
    }
}
