package org.clientele.strategy.ui;

import org.clientele.common.Money;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.Value;
import org.clientele.segment.PortalSnapshot;

/** Figures of an outcome in its unit: a share of customers, money, a number. */
final class OutcomeWords {
    private static final int LOOKED_AT = 1_000;

    private final StrategyWords words;
    private final String outcome;
    private final boolean share;
    private final boolean money;

    OutcomeWords(StrategyWords words, PortalSnapshot snapshot, String outcome) {
        this.words = words;
        this.outcome = outcome;
        this.share = snapshot.definition().activity(outcome) != null;
        this.money = !share && isMoney(snapshot, outcome);
    }

    private static boolean isMoney(PortalSnapshot snapshot, String outcome) {
        Column column = snapshot.now().column(outcome);
        for (int customer = 0;
                column != null
                        && customer < Math.min(LOOKED_AT, snapshot.customers().size());
                customer++) {
            if (column.value(customer) instanceof Value.Money) {
                return true;
            }
        }
        return false;
    }

    /** What the mean of it is called. */
    String name() {
        return words.text(share ? "strategy.uplift.share" : "strategy.uplift.mean", words.measure(outcome));
    }

    String value(double mean) {
        if (share) {
            return words.formats().percent(mean);
        }
        int digits = Money.fractionDigits(words.applied().vertical().currency());
        return money
                ? words.formats().money(Math.round(mean * Math.pow(10, digits)))
                : words.formats().fixed(mean, 2);
    }

    /** A difference of means; of shares in percentage points. */
    String difference(double by) {
        return share ? words.text("strategy.uplift.points", words.formats().fixed(by * 100, 1)) : value(by);
    }

    String signed(double by) {
        return (by < 0 ? "−" : "+") + difference(Math.abs(by));
    }
}
