package org.clientele.guide.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.clientele.common.Announcements;
import org.clientele.common.Problem;
import org.clientele.common.ui.Messages;
import org.clientele.customer.Customer;
import org.clientele.customer.ui.CustomerPanel;
import org.clientele.frontend.Card;
import org.clientele.guide.CustomerGuides;
import org.clientele.guide.GuideGroup;
import org.clientele.guide.Guides;
import org.clientele.guide.GuidesChanged;
import org.clientele.plugins.api.GuideDefinition;
import org.jspecify.annotations.Nullable;

/** How to deal with this customer, group by group; follows what others choose and word without disturbing what is being chosen here. */
final class GuideCard extends Card implements CustomerPanel.Live {
    private final Guides guides;
    private final String verticalKey;
    private final Supplier<GuideWords> reading;
    private final Announcements announcements;
    private final Map<String, GuidePicker> pickers = new HashMap<>();
    private List<CustomerGuides> shown = List.of();
    private GuideWords words;
    private Customer customer;
    private Announcements.@Nullable Subscription subscription;

    /** @param reading how the cards read now */
    GuideCard(
            Guides guides,
            String verticalKey,
            Supplier<GuideWords> reading,
            Announcements announcements,
            Customer customer) {
        super(reading.get().text("guide.card"));
        this.guides = guides;
        this.verticalKey = verticalKey;
        this.reading = reading;
        this.announcements = announcements;
        this.words = reading.get();
        this.customer = customer;
        setId("customer-guides");
        show(customer);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        subscription = announcements.listen(GuidesChanged.class, change -> {
            if (change.verticalKey().equals(verticalKey)) {
                ui.access(this::reword);
            }
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (subscription != null) {
            subscription.close();
            subscription = null;
        }
    }

    /** Here or on another node, somebody has worded a card. */
    private void reword() {
        words = reading.get();
        fill();
    }

    @Override
    public void show(Customer changed) {
        customer = changed;
        List<CustomerGuides> now = guides.ofCustomer(verticalKey, changed);
        if (!now.equals(shown)) {
            shown = now;
            setVisible(!now.isEmpty());
            fill();
        }
    }

    private void fill() {
        getChildren().filter(part -> part.hasClassName("guide-group")).toList().forEach(this::remove);
        shown.forEach(group -> add(group(group)));
    }

    private Div group(CustomerGuides group) {
        H3 heading = new H3(words.group(group.group().id()));
        heading.addClassName("section-title");
        Div part = new Div(heading);
        part.addClassNames("guide-group", "stack");
        if (group.choosable()) {
            part.add(picker(group));
        }
        for (GuideDefinition guide : group.open()) {
            boolean named = group.choosable() && guide.attribute() != null;
            if (!named) {
                Span name = new Span(words.name(guide));
                name.addClassName("strong");
                part.add(name);
            }
            words.content(guide).forEach(part::add);
        }
        return part;
    }

    private Component picker(CustomerGuides group) {
        GuidePicker picker = pickers.computeIfAbsent(
                group.group().id(),
                id -> new GuidePicker(group.group(), () -> words, guide -> choose(group.group(), guide)));
        picker.show(group.chosen().orElse(null));
        return picker;
    }

    private void choose(GuideGroup group, @Nullable GuideDefinition guide) {
        try {
            GuideDefinition before = guides.choose(verticalKey, customer.id(), group, guide);
            String done = guide == null
                    ? words.text("guide.cleared", words.group(group.id()))
                    : words.text("guide.chosen", words.group(group.id()), words.name(guide));
            Messages.done(done, () -> guides.choose(verticalKey, customer.id(), group, before));
        } catch (Problem problem) {
            Messages.problem(problem);
            GuideDefinition still = shown.stream()
                    .filter(known -> known.group().equals(group))
                    .flatMap(known -> known.chosen().stream())
                    .findFirst()
                    .orElse(null);
            Optional.ofNullable(pickers.get(group.id())).ifPresent(picker -> picker.show(still));
        }
    }
}
