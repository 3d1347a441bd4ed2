package org.clientele.reference.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Objects;
import java.util.Optional;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.ui.NarrowScreens;
import org.clientele.customer.CustomerFilter;
import org.clientele.customer.CustomerListQuery;
import org.clientele.customer.ui.CustomersNavigation;
import org.clientele.frontend.Card;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.Icon;
import org.clientele.frontend.PageHeader;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.VerticalPage;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.ReferenceDefinition;
import org.clientele.reference.ReferenceRow;
import org.clientele.reference.References;
import org.jspecify.annotations.Nullable;

/** What customers and activities point to, to look it up; each row leads to its customers. */
@Route("v/:vertical/data/references/:reference?")
@PermitAll
class ReferencesView extends VerticalPage {
    private final References references;
    private String typed = "";
    private boolean narrow;
    private @Nullable Parts parts;

    /** What is on the page, made anew for each visit. */
    private record Parts(
            ReferenceDefinition shown, ReferenceWords words, PageHeader header, ReferenceGrid grid, Div empty) {}

    ReferencesView(Verticals verticals, Rights rights, Announcements announcements, References references) {
        super(verticals, rights, announcements);
        this.references = references;
        NarrowScreens.follow(this, isNarrow -> {
            narrow = isNarrow;
            if (parts != null) {
                parts.grid().show(narrow);
            }
        });
    }

    @Override
    protected String title() {
        return getTranslation("reference.title");
    }

    @Override
    protected void show(Vertical vertical, BeforeEnterEvent event) {
        typed = "";
        parts = null;
        PageHeader header = new PageHeader(title());
        add(header);
        if (vertical.definition().references().isEmpty()) {
            add(new EmptyState(Icon.DATABASE, getTranslation("reference.none"), getTranslation("reference.none.text")));
            return;
        }
        ReferenceDefinition shown = event.getRouteParameters()
                .get("reference")
                .flatMap(id -> Optional.ofNullable(vertical.definition().reference(id)))
                .orElseGet(() -> vertical.definition().references().getFirst());
        ReferenceWords words = new ReferenceWords(vertical, getLocale());
        ReferenceGrid grid = new ReferenceGrid(
                references, vertical, shown, words, () -> typed, row -> customers(vertical, shown, row));
        Div empty = new Div();
        Div bar = new Div(search(words, shown));
        bar.addClassName("filter-bar");
        if (vertical.definition().references().size() > 1) {
            bar.addComponentAsFirst(choice(vertical, words, shown));
        }
        Card list = new Card(bar, grid, empty).flush();
        list.addClassName("customer-list");
        add(list);
        parts = new Parts(shown, words, header, grid, empty);
        grid.show(narrow);
        showRows(parts);
    }

    private RadioButtonGroup<ReferenceDefinition> choice(
            Vertical vertical, ReferenceWords words, ReferenceDefinition shown) {
        RadioButtonGroup<ReferenceDefinition> choice = new RadioButtonGroup<>();
        choice.setAriaLabel(getTranslation("reference.choose"));
        choice.addClassName("reference-choice");
        choice.setItems(vertical.definition().references());
        choice.setItemLabelGenerator(words::name);
        choice.setValue(shown);
        choice.addValueChangeListener(change -> UI.getCurrent()
                .navigate(ReferencesNavigation.to(
                        vertical.key(), change.getValue().id())));
        return choice;
    }

    private TextField search(ReferenceWords words, ReferenceDefinition shown) {
        TextField search = new TextField();
        search.setAriaLabel(getTranslation("reference.search", words.name(shown)));
        search.setPlaceholder(getTranslation("reference.search", words.name(shown)));
        search.setPrefixComponent(Icon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addClassName("reference-search");
        search.addValueChangeListener(change -> {
            typed = change.getValue();
            showRows(Objects.requireNonNull(parts));
        });
        return search;
    }

    private void showRows(Parts on) {
        int found = references.count(vertical(), on.shown(), typed);
        on.header()
                .setSubtitle(getTranslation(
                        "reference.subtitle", found, on.words().formats().whole(found)));
        on.grid().getDataProvider().refreshAll();
        on.grid().setVisible(found > 0);
        on.empty().removeAll();
        if (found == 0) {
            boolean narrowed = !typed.isBlank();
            on.empty()
                    .add(new EmptyState(
                            narrowed ? Icon.SEARCH : Icon.DATABASE,
                            getTranslation(narrowed ? "reference.none-so" : "reference.empty"),
                            getTranslation(narrowed ? "reference.none-so.text" : "reference.empty.text")));
        }
    }

    /** The customers whose attribute points to the row, by the first attribute that points to such rows. */
    private static String customers(Vertical vertical, ReferenceDefinition reference, ReferenceRow row) {
        CustomerListQuery query = vertical.definition().attributes().stream()
                .filter(attribute -> reference.id().equals(attribute.reference()))
                .map(AttributeDefinition::id)
                .findFirst()
                .map(id -> CustomerListQuery.of(CustomerFilter.value(id, row.key())))
                .orElse(CustomerListQuery.ALL);
        return CustomersNavigation.to(vertical.key(), query);
    }
}
