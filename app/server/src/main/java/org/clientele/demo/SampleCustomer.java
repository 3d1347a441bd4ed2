package org.clientele.demo;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.clientele.engine.column.Value;

/**
 * A generated customer with a history.
 *
 * @param chinese whether notes about the customer are in Chinese
 * @param attributes values by attribute id
 * @param activities rows of the recipe's activity in order of time
 */
public record SampleCustomer(
        String ref, String name, boolean chinese, Map<String, Value> attributes, List<Row> activities) {
    /**
     * A row of an activity.
     *
     * @param fields values by field id
     */
    public record Row(LocalDateTime at, Map<String, Value> fields) {}
}
