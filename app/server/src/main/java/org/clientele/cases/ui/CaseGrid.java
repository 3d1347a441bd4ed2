package org.clientele.cases.ui;

import static org.clientele.common.AddressParameters.code;
import static org.clientele.common.AddressParameters.named;

import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.clientele.cases.CaseAlert;
import org.clientele.cases.CaseLists;
import org.clientele.cases.CaseQuery;
import org.clientele.cases.CaseQuery.Sort;
import org.clientele.cases.ServiceCase;
import org.clientele.common.ui.OrderedGrid;
import org.clientele.frontend.Tone;

/** Cases, page by page as somebody scrolls. On a phone each is one card-like row. */
final class CaseGrid extends OrderedGrid<ServiceCase> {
    private final CaseWords words;
    private final String verticalKey;

    CaseGrid(CaseWords words, String verticalKey, CaseLists lists, Supplier<CaseQuery> shown) {
        this.words = words;
        this.verticalKey = verticalKey;
        addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        setItems(new CallbackDataProvider<>(
                query -> lists.page(verticalKey, shown.get(), query.getOffset(), query.getLimit()).stream(),
                query -> lists.count(verticalKey, shown.get()),
                ServiceCase::id));
    }

    /** Shows the columns, marked as the query sorts. */
    void show(CaseQuery query, boolean narrow) {
        show(narrow ? this::addCard : this::addColumns, code(query.sort()), query.descending());
    }

    /** Calls back when somebody sorts by clicking a heading. */
    void onSort(BiConsumer<Sort, Boolean> whenSorted) {
        onOrder((key, descending) -> named(Sort.values(), key == null ? "" : key)
                .ifPresentOrElse(
                        sort -> whenSorted.accept(sort, descending),
                        () -> whenSorted.accept(CaseQuery.ALL.sort(), CaseQuery.ALL.descending())));
    }

    private void addColumns() {
        addColumn(LitRenderer.<ServiceCase>of(
                                "<a class=\"customer-link\" href=\"${item.href}\" router-link>"
                                        + "<span class=\"customer-title\">${item.title}</span><span class=\"caption\">${item.customer}</span></a>")
                        .withProperty("href", one -> CasesNavigation.to(verticalKey, one))
                        .withProperty("title", words::title)
                        .withProperty("customer", ServiceCase::customer))
                .setHeader(words.text("cases.column.case"))
                .setWidth("280px")
                .setFlexGrow(2);
        plain(new ComponentRenderer<>(words::stateTag), "state", "185px");
        sortable(addColumn(new ComponentRenderer<>(this::due)), code(Sort.DUE), words.text("cases.field.due"), "190px");
        addColumn(one -> words.type(one.data().type()))
                .setHeader(words.text("cases.field.type"))
                .setWidth("110px");
        sortable(
                addColumn(one -> words.priority(one.data().priority())),
                code(Sort.PRIORITY),
                words.text("cases.field.priority"),
                "110px");
        sortable(
                addColumn(one -> words.day(one.openedAt())),
                code(Sort.OPENED),
                words.text("cases.column.opened"),
                "130px");
        addColumn(words::owner).setHeader(words.text("cases.field.owner")).setWidth("150px");
    }

    /** Coloured where it is late, and says so. */
    private Span due(ServiceCase one) {
        Span due = new Span(words.due(one));
        if (one.alert() != CaseAlert.NONE) {
            due.addClassName("case-due");
            Tone.set(due, one.alert() == CaseAlert.NEAR ? Tone.WARN : Tone.BAD);
        }
        return due;
    }

    private void plain(ComponentRenderer<?, ServiceCase> cell, String heading, String width) {
        addColumn(cell).setHeader(words.text("cases.field." + heading)).setWidth(width);
    }

    private void addCard() {
        addColumn(LitRenderer.<ServiceCase>of("""
                        <a class="customer-link gap-card" href="${item.href}" router-link>
                          <span class="customer-title">${item.title}</span>
                          <span>${item.customer}</span>
                          <span class="caption">${item.detail}</span>
                        </a>
                        """)
                        .withProperty("href", one -> CasesNavigation.to(verticalKey, one))
                        .withProperty("title", words::title)
                        .withProperty("customer", ServiceCase::customer)
                        .withProperty(
                                "detail",
                                one -> String.join(" · ", words.state(one.state()), words.due(one), words.owner(one))))
                .setHeader(words.text("cases.title"));
    }
}
