package org.clientele.stakeholder;

import java.util.EnumMap;
import java.util.Map;
import org.clientele.common.Problem;

/** The four risks of working with a party, each from 1, hardly any, to 5, severe. */
public record Risks(int credit, int legal, int market, int culture) {
    public static final int LEAST = 1;
    public static final int MOST = 5;
    /** From here on a risk is high. */
    public static final int HIGH = 4;

    /** The risks by name. */
    public enum Kind {
        /** It may not pay, or not deliver. */
        CREDIT,
        /** Disputes, breach of contract. */
        LEGAL,
        /** Policy and competition in its market change. */
        MARKET,
        /** Other ideas of how to manage. */
        CULTURE
    }

    /** Every risk by its name. */
    public Map<Kind, Integer> all() {
        Map<Kind, Integer> all = new EnumMap<>(Kind.class);
        all.put(Kind.CREDIT, credit);
        all.put(Kind.LEGAL, legal);
        all.put(Kind.MARKET, market);
        all.put(Kind.CULTURE, culture);
        return all;
    }

    /** From 1 to 5. */
    public double mean() {
        return (credit + legal + market + culture) / 4.0;
    }

    void requireSound() {
        all().values().forEach(Risks::requireMark);
    }

    static void requireMark(int mark) {
        if (mark < LEAST || mark > MOST) {
            throw new Problem("stakeholder.problem.mark", mark, LEAST, MOST);
        }
    }
}
