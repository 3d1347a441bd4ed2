package org.clientele.segment.ui;

import com.vaadin.flow.component.html.Div;
import java.util.function.LongFunction;
import org.clientele.frontend.Card;
import org.clientele.frontend.Facts;
import org.clientele.frontend.Shortened;
import org.clientele.segment.Lifetime;
import org.clientele.segment.Lifetimes;

/** What one customer is expected to be worth, how well that is known, and what it is made of. */
public final class LifetimeCard {
    private LifetimeCard() {}

    private static String range(SegmentWords words, Lifetime each, LongFunction<String> amount) {
        return words.text(
                "segment.clv.page.range",
                words.formats().decimal(each.model().weeks()),
                words.formats().percentWhole(Lifetimes.LEVEL),
                ClvCards.range(words, each, amount));
    }

    /** The value with its range, and the parts. */
    public static Card of(SegmentWords words, Lifetime each) {
        Div value = new Div(words.money(each.value()));
        value.addClassName("key-figure-value");
        Div range = new Div(new Shortened(
                range(words, each, words.formats()::moneyShort), range(words, each, words.formats()::money)));
        range.addClassName("caption");
        Facts facts = new Facts()
                .fact(
                        words.text("segment.clv.purchases.column"),
                        words.formats().fixed(each.purchases(), 1))
                .fact(words.text("segment.clv.average.column"), words.money(each.average()))
                .fact(words.text("segment.clv.alive.column"), words.formats().percent(each.alive()))
                .fact(
                        words.text("segment.clv.error"),
                        words.formats().money(words.formats().minor(each.range().standardError())));
        return new Card(words.model(each.model()), value, range, facts);
    }
}
