package org.clientele.reference.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clientele.common.ui.RowLinks;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.ReferenceDefinition;
import org.clientele.reference.ReferenceRow;
import org.clientele.reference.ReferenceTitle;
import org.clientele.reference.References;

/** Rows of a reference, page by page as somebody scrolls. On a phone each is one card-like row. */
final class ReferenceGrid extends Grid<ReferenceRow> {
    private final ReferenceDefinition reference;
    private final ReferenceWords words;
    private final Function<ReferenceRow, String> address;

    /** @param address where a row leads */
    ReferenceGrid(
            References references,
            Vertical vertical,
            ReferenceDefinition reference,
            ReferenceWords words,
            Supplier<String> typed,
            Function<ReferenceRow, String> address) {
        this.reference = reference;
        this.words = words;
        this.address = address;
        addClassName("customer-grid");
        RowLinks.openOnEnter(this);
        addThemeVariants(GridVariant.NO_BORDER, GridVariant.WRAP_CELL_CONTENT);
        setSelectionMode(SelectionMode.NONE);
        setItems(new CallbackDataProvider<>(
                query ->
                        references.page(vertical, reference, typed.get(), query.getOffset(), query.getLimit()).stream(),
                query -> references.count(vertical, reference, typed.get()),
                ReferenceRow::key));
    }

    void show(boolean narrow) {
        removeAllColumns();
        if (narrow) {
            addCard();
            return;
        }
        addColumn(LitRenderer.<ReferenceRow>of("<a class=\"customer-link\" href=\"${item.href}\" router-link>"
                                + "<span class=\"customer-title\">${item.title}</span></a>")
                        .withProperty("href", address::apply)
                        .withProperty("title", row -> ReferenceTitle.of(reference, row)))
                .setHeader(words.name(reference))
                .setWidth("220px")
                .setFlexGrow(2);
        addColumn(ReferenceRow::key)
                .setHeader(getTranslation("reference.key"))
                .setWidth("110px")
                .setFlexGrow(1);
        for (ActivityField field : reference.fields()) {
            if (!field.id().equals(reference.title())) {
                addColumn(row -> words.value(reference, field, row))
                        .setHeader(words.field(reference, field))
                        .setTextAlign(isNumber(field.type()) ? ColumnTextAlign.END : ColumnTextAlign.START)
                        .setWidth("130px")
                        .setFlexGrow(1)
                        .setResizable(true);
            }
        }
    }

    private static boolean isNumber(FieldType type) {
        return type == FieldType.INTEGER || type == FieldType.DECIMAL || type == FieldType.MONEY;
    }

    private void addCard() {
        addColumn(LitRenderer.<ReferenceRow>of("""
                        <a class="customer-link gap-card" href="${item.href}" router-link>
                          <span class="customer-title">${item.title}</span>
                          <span class="caption">${item.key}</span>
                          <span class="caption">${item.detail}</span>
                        </a>
                        """)
                        .withProperty("href", address::apply)
                        .withProperty("title", row -> ReferenceTitle.of(reference, row))
                        .withProperty("key", ReferenceRow::key)
                        .withProperty("detail", row -> words.details(reference, row)))
                .setHeader(words.name(reference));
    }
}
