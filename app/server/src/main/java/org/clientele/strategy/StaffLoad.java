package org.clientele.strategy;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Gives tasks to members of staff in turn: the next to whoever has the fewest open ones. */
final class StaffLoad {
    private final PriorityQueue<Member> members =
            new PriorityQueue<>(Comparator.comparingInt(Member::open).thenComparing(Member::user));

    private record Member(long user, int open) {}

    /** @param known tasks of which the open ones count */
    StaffLoad(List<Long> staff, List<KnownTask> known) {
        Map<Long, Integer> open = new HashMap<>();
        known.stream()
                .filter(task -> task.isOpen() && task.ownerId() != null)
                .forEach(task -> open.merge(task.ownerId(), 1, Integer::sum));
        staff.forEach(user -> members.add(new Member(user, open.getOrDefault(user, 0))));
    }

    /** Whose turn it is, or null when there is nobody. */
    @Nullable
    Long next() {
        Member least = members.poll();
        if (least == null) {
            return null;
        }
        members.add(new Member(least.user(), least.open() + 1));
        return least.user();
    }
}
