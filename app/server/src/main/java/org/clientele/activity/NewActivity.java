package org.clientele.activity;

import java.time.LocalDateTime;
import java.util.Map;
import org.clientele.engine.column.Value;

/**
 * An activity of a customer that is about to be stored.
 *
 * @param activity the id of its kind
 * @param fields values by field id, of the fields' types; what is missing is left out
 */
public record NewActivity(String activity, LocalDateTime time, Map<String, Value> fields) {}
