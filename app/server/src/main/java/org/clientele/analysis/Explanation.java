package org.clientele.analysis;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.clientele.customer.Customer;
import org.clientele.engine.column.Value;
import org.clientele.engine.model.Reason;
import org.clientele.engine.model.RiskParts;
import org.clientele.engine.model.RuleOutcome;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.segment.ModelVersion;
import org.jspecify.annotations.Nullable;

/**
 * Why one customer is where one model puts them.
 *
 * @param vertical with the models as they are in force
 * @param hidden attributes kept from the reader
 * @param version of the model that applies
 * @param rules how every rule came out, where the model consists of rules
 * @param risk what a risk of leaving is made up of; null where the model guesses none, or by what is kept from the reader
 * @param values what the model compares and may be supposed to be otherwise; nothing hidden
 */
public record Explanation(
        Vertical vertical,
        Customer customer,
        Set<String> hidden,
        ModelDefinition model,
        ModelVersion version,
        LocalDate asOf,
        Reason reason,
        List<RuleOutcome> rules,
        @Nullable RiskParts risk,
        List<Compared> values) {
    public Explanation {
        hidden = Set.copyOf(hidden);
        rules = List.copyOf(rules);
        values = List.copyOf(values);
    }

    /** An attribute, a metric or the segment by another model, and its value. */
    public record Compared(String id, Value value) {}
}
