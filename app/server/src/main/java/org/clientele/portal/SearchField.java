package org.clientele.portal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.clientele.cases.CaseLists;
import org.clientele.common.ui.BeginsNew;
import org.clientele.frontend.Icon;

/** Leads to a customer, a page or an act by any fragment of its name; Ctrl or ⌘ with K puts the cursor here. */
final class SearchField extends ComboBox<SearchTarget> {
    /** In the browser, because whoever types on while the server is asked for the cursor would type into nothing. */
    private static final String FOLLOW_KEYS = """
            const field = this;
            const follow = event => {
              if (!field.isConnected) {
                document.removeEventListener('keydown', follow, true);
              } else if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
                event.preventDefault();
                event.stopPropagation();
                field.focus();
                field.inputElement?.select();
              }
            };
            document.addEventListener('keydown', follow, true);
            """;

    private final transient Runnable logContact;

    SearchField(SearchTargets targets, Supplier<String> verticalKey, Runnable logContact, Locale locale) {
        this.logContact = logContact;
        addClassName("top-bar-search");
        setPlaceholder(getTranslation("portal.search.placeholder"));
        setAriaLabel(getTranslation("portal.search.placeholder"));
        setPrefixComponent(Icon.SEARCH.create());
        setItemLabelGenerator(SearchTarget::label);
        setRenderer(new ComponentRenderer<>(SearchField::row));
        setItemsWithFilterConverter(
                query ->
                        found(targets.find(verticalKey.get(), query.getFilter().orElse(""), locale), query.getFilter())
                                .stream()
                                .skip(query.getOffset())
                                .limit(query.getLimit()),
                filter -> filter);
        addValueChangeListener(change -> {
            if (change.getValue() != null) {
                SearchTarget target = change.getValue();
                clear();
                follow(target);
            }
        });
        addAttachListener(attach -> getElement().executeJs(FOLLOW_KEYS));
    }

    private void follow(SearchTarget target) {
        if (!target.path().isEmpty()) {
            UI.getCurrent().navigate(target.path());
        }
        switch (target.act()) {
            case SHOW -> {}
            case LOG_CONTACT -> logContact.run();
            case BEGIN_NEW ->
                UI.getCurrent().getActiveRouterTargetsChain().stream()
                        .filter(BeginsNew.class::isInstance)
                        .forEach(view -> ((BeginsNew) view).beginNew());
        }
    }

    /** What was found, or a line that says that nothing was. */
    private List<SearchTarget> found(List<SearchTarget> found, Optional<String> asked) {
        String text = asked.orElse("").strip();
        String limits = getTranslation("portal.search.nothing.cases", CaseLists.SUBJECTS);
        return !found.isEmpty() || text.isEmpty()
                ? found
                : List.of(new SearchTarget(Icon.SEARCH, getTranslation("portal.search.nothing", text), limits, ""));
    }

    private static Div row(SearchTarget target) {
        Span detail = new Span(target.detail());
        detail.addClassName("caption");
        Span label = new Span(target.label());
        label.addClassName("grow");
        Div row = new Div(target.icon().create(), label, detail);
        row.addClassName("row");
        return row;
    }
}
