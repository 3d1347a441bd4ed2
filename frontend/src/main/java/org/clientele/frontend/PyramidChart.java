package org.clientele.frontend;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tiers from best to least, each with its share of customers and its share of the value. */
public class PyramidChart extends Chart {
    public PyramidChart(String label) {
        super("pyramid", label);
    }

    /**
     * One tier.
     *
     * @param customers share of customers, 0 to 1
     * @param customersText the number of customers as people read it
     * @param value share of the value, 0 to 1
     * @param valueText that share as people read it
     * @param colour a name of {@link Tone}
     */
    public record Tier(
            String key,
            String label,
            double customers,
            String customersText,
            double value,
            String valueText,
            @Nullable String colour) {}

    /** Shows the tiers; the names say what the pale and the coloured bar are, such as "of customers" and "of revenue". */
    public final void setTiers(String customersName, String valueName, List<Tier> tiers) {
        show(new Data(customersName, valueName, tiers));
    }

    record Data(String customersName, String valueName, List<Tier> tiers) {}
}
