package org.clientele.worklist;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clientele.plugin.Vertical;

/**
 * Work of one kind that somebody has to do for customers: tasks, follow-ups, deadlines of cases, care dates. Every Spring bean of this type is on the
 * worklist. Each method checks rights as the feature's service does, and leaves out customers whom the user may not see.
 */
public interface WorkSource extends NextActionSource {
    /** Unique among all sources; stands in addresses and in notes, such as {@code task}. */
    String kind();

    /** What its work is called in a filter, such as "Follow-ups". */
    String name(Locale locale);

    /** Whether the vertical has such work at all, so that there is something to filter by. */
    default boolean isUsedIn(Vertical vertical) {
        return true;
    }

    /** Open work that the query asks for, by {@link WorkItem#ORDER}, the first {@code limit} of it: never all there is. */
    List<WorkItem> open(Vertical vertical, WorkQuery query, int limit, Locale locale);

    /** What is open for one customer, to be finished with a contact. */
    default List<WorkItem> ofCustomer(Vertical vertical, long customerId, Locale locale) {
        return List.of();
    }

    @Override
    default List<NextAction> next(Vertical vertical, long customerId, Locale locale) {
        return List.of();
    }

    /** How much there is, counted no further than {@code most}. */
    int count(Vertical vertical, WorkQuery query, int most);

    /**
     * Does what the item allows. What is noted with work for a party that is no customer the source keeps itself.
     *
     * @param seen as it was shown; refused when somebody else changed it since
     * @return takes it back
     * @throws org.clientele.common.Problem when it cannot be done
     */
    Runnable act(Vertical vertical, WorkItem seen, WorkAct act);

    /** The page on which it is worked, where there is one besides the customer's. */
    default Optional<String> page(Vertical vertical, WorkItem item) {
        return Optional.empty();
    }

    /** The event after which to ask again; it is about the shown vertical or about another one. */
    Class<?> changedBy();

    /** Who has how much of it, for managers; one row for each person, and one for nobody. */
    default List<WorkLoad> load(Vertical vertical, LocalDate today) {
        return List.of();
    }
}
