package org.clientele.customer.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clientele.access.Colleagues;
import org.clientele.common.ui.VerticalFormats;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerList;
import org.clientele.customer.CustomerListQuery;
import org.clientele.customer.CustomerLists;
import org.clientele.customer.CustomerPortrait;
import org.clientele.engine.column.Value;
import org.clientele.engine.model.Reason;
import org.clientele.frontend.Icon;
import org.clientele.frontend.PageHeader;
import org.clientele.frontend.Tag;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.Texts;
import org.jspecify.annotations.Nullable;

/** Who it is: name, segments, owner and value, and the way to the neighbours in the list. */
final class CustomerHeader {
    private static final int MOST_TAGS = 3;

    private final CustomerPortrait portrait;
    private final Colleagues colleagues;
    private final CustomerLists lists;
    private final CustomerListQuery query;
    private final Vertical vertical;
    private final Locale locale = UI.getCurrent().getLocale();

    CustomerHeader(CustomerPortrait portrait, Colleagues colleagues, CustomerLists lists, CustomerListQuery query) {
        this.portrait = portrait;
        this.colleagues = colleagues;
        this.lists = lists;
        this.query = query;
        this.vertical = portrait.vertical();
    }

    PageHeader create(List<Component> actions) {
        Customer customer = portrait.customer();
        PageHeader header = new PageHeader(customer.title(), subtitle(customer)).tags(tags());
        lists.list(vertical.key(), query, locale)
                .place(customer.id())
                .ifPresent(place -> header.before(
                        neighbour(place, place.previous(), Icon.CHEVRON_LEFT, "customer.page.previous"),
                        neighbour(place, place.next(), Icon.CHEVRON_RIGHT, "customer.page.next")));
        return header.actions(actions.toArray(Component[]::new));
    }

    /** For a column beside a list: the name is a heading of the second order. */
    Component beside(Anchor page) {
        H2 name = new H2(portrait.customer().title());
        name.addClassName("card-title");
        Div head = new Div(name);
        head.add(tags());
        head.addClassName("row");
        Div line = new Div(head, page);
        line.addClassNames("row", "row-apart");
        Span subtitle = new Span(subtitle(portrait.customer()));
        subtitle.addClassName("caption");
        return new Div(line, subtitle);
    }

    private Component neighbour(CustomerList.Place place, @Nullable Long id, Icon icon, String key) {
        Anchor link = new Anchor();
        link.add(icon.create());
        link.addClassName("neighbour");
        String label = text(key, place.number(), place.total());
        link.setAriaLabel(label);
        link.setTitle(label);
        if (id == null) {
            link.getElement().setAttribute("aria-disabled", "true").setAttribute("role", "link");
        } else {
            link.setHref(CustomersNavigation.to(vertical.key(), id, query));
            link.getElement().setAttribute("router-link", true);
        }
        return link;
    }

    private Component[] tags() {
        List<Component> tags = new ArrayList<>();
        for (Reason reason : portrait.reasons().stream().limit(MOST_TAGS).toList()) {
            String segment = reason.segment();
            if (segment != null) {
                Tag tag = new Tag(
                        vertical.text(locale, Texts.segment(reason.model(), segment)), tone(reason.model(), segment));
                tag.setTitle(vertical.text(locale, Texts.model(reason.model())));
                tags.add(tag);
            }
        }
        return tags.toArray(Component[]::new);
    }

    private @Nullable String tone(String model, String segment) {
        ModelDefinition definition = vertical.definition().model(model);
        return definition == null ? null : definition.segment(segment).colour();
    }

    private String subtitle(Customer customer) {
        VerticalFormats formats =
                new VerticalFormats(vertical.definition(), vertical.texts(), vertical.currency(), locale);
        List<String> parts = new ArrayList<>();
        parts.add(customer.ref());
        String metric = vertical.definition().valueMetric();
        Value value = portrait.value(metric);
        if (!value.isMissing()) {
            parts.add(formats.name(metric) + " " + formats.value(metric, value));
        }
        parts.add(owner(customer).map(name -> text("customer.page.owner", name)).orElse(text("customer.page.noOwner")));
        return String.join(" · ", parts);
    }

    private Optional<String> owner(Customer customer) {
        Long owner = customer.ownerUserId();
        return owner == null ? Optional.empty() : colleagues.name(vertical.key(), owner);
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
