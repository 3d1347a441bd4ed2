package org.clientele.customer.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clientele.common.ui.OrderedGrid;
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
final class CustomerGrid extends OrderedGrid<CustomerRow> {
    private final ListFields fields;
    private final Function<CustomerRow, String> address;

    CustomerGrid(ListFields fields, Supplier<CustomerList> list, Function<CustomerRow, String> address) {
        this.fields = fields;
        this.address = address;
        setItems(DataProvider.fromCallbacks(
                query -> list.get().page(query.getOffset(), query.getLimit()).stream(),
                query -> list.get().total()));
    }

    /** Shows these fields, sorted as the query says. */
    void show(List<ListField> shown, CustomerListQuery query, boolean narrow) {
        show(() -> addColumns(shown, narrow), query.sort(), query.descending());
    }

    /** Calls back with field and direction when somebody sorts by clicking a heading. */
    void onSort(BiConsumer<@Nullable String, Boolean> whenSorted) {
        onOrder(whenSorted);
    }

    private void addColumns(List<ListField> shown, boolean narrow) {
        if (narrow) {
            addCard(shown);
        } else {
            addTitle();
            shown.forEach(this::addField);
        }
    }

    private void addTitle() {
        Column<CustomerRow> title = addColumn(LitRenderer.<CustomerRow>of("""
                        <a class="customer-link" href="${item.href}" router-link>
                          <span class="customer-title">${item.title}</span>
                          <span class="caption">${item.ref}</span>
                        </a>
                        """)
                .withProperty("href", address::apply)
                .withProperty("title", CustomerRow::title)
                .withProperty("ref", row -> row.title().equals(row.ref()) ? "" : row.ref()));
        sortable(title, CustomerFields.NAME, getTranslation("customer.field.name"), "200px")
                .setFrozen(true);
    }

    private void addField(ListField field) {
        boolean number = field.kind().isNumber();
        Column<CustomerRow> column = field.kind() == ListField.Kind.SEGMENT
                ? addColumn(tag(field))
                : addColumn(row -> fields.text(field, row.value(field.id())));
        sortable(column, field.id(), field.name(), number ? "128px" : "150px");
        if (number) {
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
