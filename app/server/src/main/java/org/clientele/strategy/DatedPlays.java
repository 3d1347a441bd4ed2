package org.clientele.strategy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.PlayDefinition;
import org.clientele.strategy.persistence.TaskDao;
import org.springframework.stereotype.Service;

/** Days of customers for which a play has made a task, so that nothing else asks for the same. Callers check rights. */
@Service
public class DatedPlays {
    private static final int PIECE = 500;

    private final TaskDao tasks;
    private final PublishedStrategies published;

    public DatedPlays(TaskDao tasks, PublishedStrategies published) {
        this.tasks = tasks;
        this.published = published;
    }

    /**
     * A day of a customer.
     *
     * @param attribute that says the day, such as {@code birth_date}
     */
    public record Day(long customerId, String attribute, LocalDate day) {}

    /** The days of these customers, from one on, for which there is a task on the day or before it, or was one that nobody stopped. */
    public Set<Day> of(Vertical vertical, Set<Long> customers, LocalDate first) {
        Map<TaskPlay, PlayDefinition> plays = plays(vertical);
        int before = plays.values().stream()
                .mapToInt(PlayDefinition::afterDays)
                .min()
                .orElse(0);
        LocalDate from = first.plusDays(before);
        Set<Day> days = new HashSet<>();
        List<Long> all = plays.isEmpty() ? List.of() : List.copyOf(customers);
        for (int place = 0; place < all.size(); place += PIECE) {
            List<Long> some = all.subList(place, Math.min(place + PIECE, all.size()));
            tasks.planned(vertical.id(), some, from).forEach(task -> {
                PlayDefinition play = plays.get(task.play());
                String field = play == null ? null : play.field();
                if (play != null && field != null) {
                    days.add(new Day(task.customerId(), field, task.plannedOn().minusDays(play.afterDays())));
                }
            });
        }
        return days;
    }

    /** The plays that are counted from a day of the customer, and come on it or before. */
    private Map<TaskPlay, PlayDefinition> plays(Vertical vertical) {
        Map<TaskPlay, PlayDefinition> plays = new HashMap<>();
        published.applied(vertical).all().forEach(strategy -> strategy.plays().stream()
                .filter(play -> play.from() == PlayDefinition.From.DATE && play.afterDays() <= 0)
                .forEach(play -> plays.put(new TaskPlay(TreatmentOrder.segment(strategy), play.id()), play)));
        return plays;
    }
}
