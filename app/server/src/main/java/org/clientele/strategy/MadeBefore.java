package org.clientele.strategy;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tasks made by earlier versions of strategies that run: a version that moves a play to another day does not ask for it again. What happens once,
 * counted from a day, is made once for it; what is repeated, not within half its time of one that was made.
 */
final class MadeBefore {
    private record Whose(long customer, TaskPlay play) {}

    private final Map<Whose, List<MadeTask>> made = new HashMap<>();

    void add(List<MadeTask> tasks) {
        tasks.forEach(
                task -> made.computeIfAbsent(new Whose(task.customerId(), task.play()), whose -> new ArrayList<>())
                        .add(task));
    }

    List<DuePlay> filter(List<DuePlay> due) {
        return made.isEmpty() ? due : due.stream().filter(play -> !isMade(play)).toList();
    }

    private boolean isMade(DuePlay due) {
        return made.getOrDefault(new Whose(due.customerId(), due.task()), List.of()).stream()
                .filter(task -> task.countedFrom().equals(due.countedFrom()))
                .anyMatch(task -> {
                    Integer every = due.play().everyDays();
                    return every == null || 2 * Math.abs(ChronoUnit.DAYS.between(task.plannedOn(), due.day())) < every;
                });
    }
}
