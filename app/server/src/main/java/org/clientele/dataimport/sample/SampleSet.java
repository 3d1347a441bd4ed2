package org.clientele.dataimport.sample;

import java.time.LocalDateTime;
import java.util.List;

/**
 * Everything made from a recipe.
 *
 * @param people who the customers are; the rows of {@code attributes} are in their order
 * @param activities rows of activities in order of time; an activity may come more than once
 */
public record SampleSet(
        List<Person> people, SampleTable attributes, List<Events> activities, List<ReferenceRows> references) {
    public SampleSet {
        people = List.copyOf(people);
        activities = List.copyOf(activities);
        references = List.copyOf(references);
    }

    /** Number of rows: customers, activities and rows of references. */
    public long rows() {
        return people.size()
                + activities.stream().mapToLong(events -> events.times().size()).sum()
                + references.stream().mapToLong(rows -> rows.keys().size()).sum();
    }

    /**
     * A customer.
     *
     * @param ref the customer's number
     * @param chinese whether notes about the customer are in Chinese
     */
    public record Person(String ref, String name, boolean chinese, boolean organisation) {}

    /**
     * Rows of an activity.
     *
     * @param activity the activity's id
     * @param times when each row happened
     * @param fields the rows; {@link SampleTable#customer} is whose each is
     */
    public record Events(String activity, List<LocalDateTime> times, SampleTable fields) {}

    /** Rows of a reference under their keys. */
    public record ReferenceRows(String reference, List<String> keys, SampleTable fields) {}
}
