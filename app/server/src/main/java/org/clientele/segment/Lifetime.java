package org.clientele.segment;

import org.clientele.customer.Customer;
import org.clientele.engine.column.Value;
import org.clientele.engine.lifetime.ValueRange;
import org.clientele.plugins.api.ModelDefinition;

/**
 * What a customer is expected to be worth.
 *
 * @param model by which model
 * @param customer who
 * @param segment the customer's tier
 * @param value over the coming weeks
 * @param range how well that is known, money in major units
 * @param alive the probability, 0–1, of still buying
 * @param purchases expected
 * @param average what each is expected to come to
 */
public record Lifetime(
        ModelDefinition.Clv model,
        Customer customer,
        int segment,
        Value value,
        ValueRange range,
        double alive,
        double purchases,
        Value average) {}
