package org.clientele.market;

import java.time.Clock;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clientele.access.Audit;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.Problem;
import org.clientele.market.persistence.MarketEntryDao;
import org.clientele.plugin.Vertical;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Inputs and targets of the market development board, by quarter, with everything that was entered before. */
@Service
public class MarketBook {
    private final MarketEntryDao entries;
    private final Rights rights;
    private final Audit audit;
    private final Announcements announcements;
    private final Clock clock;

    public MarketBook(MarketEntryDao entries, Rights rights, Audit audit, Announcements announcements, Clock clock) {
        this.entries = entries;
        this.rights = rights;
        this.audit = audit;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Whether the user may enter inputs and targets. */
    public boolean mayEnter(String verticalKey) {
        return rights.may(Permission.MANAGE_STRATEGIES, verticalKey);
    }

    /** Everything that was entered, the latest first. */
    public List<MarketEntry> history(Vertical vertical) {
        rights.require(Permission.ANALYSE_SEGMENTS, vertical.key());
        return entries.all(vertical.id());
    }

    /** @param amount as it is stored; null takes back what was entered for the quarter */
    @Transactional
    public void enter(Vertical vertical, Input input, Quarter quarter, @Nullable Long amount) {
        if (amount != null && amount < 0) {
            throw new Problem("market.problem.negative");
        }
        enter(vertical, input.name(), quarter, amount);
    }

    /**
     * Sets what a measure should be from a quarter on.
     *
     * @param target share 0–1, points, minor units or hours; null: none any more
     */
    @Transactional
    public void aim(Vertical vertical, Measure measure, Quarter quarter, @Nullable Double target) {
        enter(
                vertical,
                measure.name(),
                quarter,
                target == null ? null : measure.unit().stored(target));
    }

    private void enter(Vertical vertical, String name, Quarter quarter, @Nullable Long amount) {
        rights.require(Permission.MANAGE_STRATEGIES, vertical.key());
        entries.insert(vertical.id(), name, quarter, amount, rights.user().id(), clock.instant());
        audit.record(
                "market.enter",
                vertical.key() + " " + name + " " + quarter,
                null,
                amount == null ? null : amount.toString());
        announcements.publish(new MarketChanged(vertical.key()));
    }

    /** What holds in a quarter, by input; those that nobody entered are missing. */
    public static Map<Input, MarketEntry> inputs(List<MarketEntry> history, Quarter quarter) {
        Map<Input, MarketEntry> inputs = new EnumMap<>(Input.class);
        for (Input input : Input.values()) {
            MarketEntry entry = last(history, input.name(), quarter, input.isLasting());
            if (entry != null) {
                inputs.put(input, entry);
            }
        }
        return inputs;
    }

    /** What a measure should be in a quarter; null: no target is set. */
    static @Nullable Double target(List<MarketEntry> history, Measure measure, Quarter quarter) {
        MarketEntry entry = last(history, measure.name(), quarter, true);
        return entry == null ? null : (Double) measure.unit().value(Objects.requireNonNull(entry.amount()));
    }

    /** The entry that counts: of the latest quarter up to this one; what was taken back is not there. */
    private static @Nullable MarketEntry last(
            List<MarketEntry> history, String name, Quarter quarter, boolean lasting) {
        Map<Quarter, MarketEntry> byQuarter = new HashMap<>();
        history.stream()
                .filter(entry -> entry.name().equals(name))
                .forEach(entry ->
                        byQuarter.merge(entry.quarter(), entry, (one, other) -> one.id() > other.id() ? one : other));
        return byQuarter.values().stream()
                .filter(entry -> entry.amount() != null)
                .filter(entry -> lasting
                        ? entry.quarter().compareTo(quarter) <= 0
                        : entry.quarter().equals(quarter))
                .max(Comparator.comparing(MarketEntry::quarter))
                .orElse(null);
    }
}
