package org.clientele.strategy.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Supplier;
import org.clientele.customer.CustomerHit;
import org.clientele.customer.CustomerSearch;
import org.clientele.strategy.StrategyChange;

/** What staff would be asked to say to one real customer. */
final class CustomerPreview extends Div {
    private final transient StrategyWords words;
    private final transient Supplier<List<StrategyChange.Play>> plays;
    private final ComboBox<CustomerHit> customer = new ComboBox<>();
    private final Div texts = new Div();

    /** @param plays as they are written now */
    CustomerPreview(StrategyWords words, CustomerSearch search, Supplier<List<StrategyChange.Play>> plays) {
        this.words = words;
        this.plays = plays;
        addClassName("stack");
        customer.setLabel(words.text("strategy.edit.preview.customer"));
        customer.setHelperText(words.text("strategy.edit.preview.help"));
        customer.setItemLabelGenerator(CustomerHit::title);
        customer.setItemsWithFilterConverter(
                query ->
                        search
                                .find(
                                        words.applied().vertical().key(),
                                        query.getFilter().orElse(""),
                                        query.getLimit())
                                .stream()
                                .skip(query.getOffset()),
                filter -> filter);
        customer.setWidthFull();
        customer.setClearButtonVisible(true);
        customer.addValueChangeListener(change -> show(change.getValue()));
        texts.addClassName("stack");
        texts.getElement().setAttribute("aria-live", "polite");
        add(customer, texts);
    }

    private void show(@org.jspecify.annotations.Nullable CustomerHit hit) {
        texts.removeAll();
        if (hit == null) {
            return;
        }
        for (StrategyChange.Play play : plays.get()) {
            Span name = new Span(play.name().in(words.locale()));
            name.addClassName("strong");
            Div text = new Div(words.toCustomer(play.text().in(words.locale()), hit.id()));
            text.addClassName("play-text");
            texts.add(name, text);
            if (!play.offer().isEmpty()) {
                texts.add(new Div(words.text(
                        "strategy.play.offer", words.toCustomer(play.offer().in(words.locale()), hit.id()))));
            }
        }
    }
}
