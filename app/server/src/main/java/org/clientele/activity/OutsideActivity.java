package org.clientele.activity;

import java.time.LocalDate;
import java.util.Set;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ActivityDefinition;

/**
 * An activity of every vertical whose rows a feature keeps in its own tables. Where the date of the figures is that of the last activity, a later row
 * counts as of that date: what is kept outside does not move it, and is known all the same.
 */
public interface OutsideActivity {
    /** The activity's id. */
    String id();

    /**
     * All rows as columns; runs in the caller's transaction.
     *
     * @param latest the day that rows have at most
     */
    ActivityColumns load(
            Vertical vertical,
            CustomerColumns customers,
            ActivityDefinition activity,
            Set<String> fields,
            LocalDate latest);

    /** The rows of these few customers alone. */
    ActivityColumns loadFew(
            Vertical vertical,
            CustomerColumns customers,
            ActivityDefinition activity,
            Set<String> fields,
            LocalDate latest);
}
