package org.clientele.strategy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.plugin.Vertical;
import org.clientele.segment.EntryDays;
import org.clientele.segment.Memberships;
import org.clientele.segment.PortalSnapshot;
import org.clientele.segment.SegmentName;
import org.clientele.strategy.persistence.StrategyEntryDao;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Since when customers are those whom strategies are for: memberships say it of segments; of conditions it is noted as long as their strategies
 * run. Callers check rights.
 */
@Component
public class StrategyEntries {
    private final Memberships memberships;
    private final StrategyEntryDao dao;

    public StrategyEntries(Memberships memberships, StrategyEntryDao dao) {
        this.memberships = memberships;
        this.dao = dao;
    }

    /** The days of entry for each strategy; who meets a condition without it being noted yet does so from today on. */
    Map<SegmentName, EntryDays> of(PortalSnapshot snapshot, AppliedStrategies applied, Set<SegmentName> strategies) {
        Set<SegmentName> ofModels = strategies.stream()
                .filter(segment -> applied.condition(segment) == null)
                .collect(Collectors.toSet());
        Map<SegmentName, EntryDays> entries = new HashMap<>(memberships.entries(snapshot.vertical(), ofModels));
        PlayPlan plan = new PlayPlan(snapshot, applied, Map.of());
        for (SegmentName segment : strategies) {
            if (applied.condition(segment) != null) {
                entries.put(segment, days(snapshot, plan.members(segment), noted(snapshot.vertical(), segment)));
            }
        }
        return entries;
    }

    private Map<Long, LocalDate> noted(Vertical vertical, SegmentName segment) {
        return dao.entries(vertical.id(), segment.segment());
    }

    private static EntryDays days(PortalSnapshot snapshot, BitSet members, Map<Long, LocalDate> noted) {
        EntryDays.Builder days = new EntryDays.Builder();
        members.stream().forEach(customer -> {
            long id = snapshot.customers().id(customer);
            days.add(id, Objects.requireNonNullElse(noted.get(id), snapshot.asOf()));
        });
        return days.build();
    }

    /** Since when a customer meets a strategy's condition, where that is noted. */
    @Nullable
    LocalDate of(Vertical vertical, SegmentName segment, long customer) {
        return noted(vertical, segment).get(customer);
    }

    /** Notes who meets the conditions of strategies that run, and who does not any more. Called within a transaction. */
    void follow(PortalSnapshot snapshot, AppliedStrategies applied, Set<SegmentName> running) {
        PlayPlan plan = new PlayPlan(snapshot, applied, Map.of());
        for (SegmentName segment : running) {
            if (applied.condition(segment) != null) {
                Map<Long, LocalDate> noted = noted(snapshot.vertical(), segment);
                List<Long> came = new ArrayList<>();
                plan.members(segment).stream().forEach(customer -> {
                    long id = snapshot.customers().id(customer);
                    if (noted.remove(id) == null) {
                        came.add(id);
                    }
                });
                dao.change(
                        snapshot.vertical().id(),
                        segment.segment(),
                        came,
                        snapshot.asOf(),
                        List.copyOf(noted.keySet()));
            }
        }
    }
}
