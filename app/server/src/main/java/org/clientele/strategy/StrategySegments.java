package org.clientele.strategy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.StrategyDefinition;
import org.clientele.segment.SegmentName;
import org.clientele.segment.SegmentUse;
import org.clientele.segment.SegmentUser;
import org.clientele.strategy.persistence.TaskDao;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What strategies use segments for: to know whom they are for, who comes first, and who gets nothing more. */
@Component
public class StrategySegments implements SegmentUser {
    private final PublishedStrategies published;
    private final TaskDao tasks;
    private final Clock clock;

    public StrategySegments(PublishedStrategies published, TaskDao tasks, Clock clock) {
        this.clock = clock;
        this.published = published;
        this.tasks = tasks;
    }

    @Override
    public Stream<SegmentUse> uses(Vertical vertical, String model, Mentions mentions) {
        AppliedStrategies applied = published.applied(vertical);
        return Stream.concat(
                applied.all().stream()
                        .flatMap(strategy -> Stream.concat(
                                strategy.model().equals(model) ? own(vertical, strategy) : Stream.empty(),
                                conditions(vertical, applied, strategy, model, mentions))),
                ofAll(applied, model, mentions));
    }

    private static Stream<SegmentUse> ofAll(AppliedStrategies applied, String model, Mentions mentions) {
        String among = applied.drawnAmong(StrategySetting.ALL);
        return named(model, mentions, among).map(segment -> new SegmentUse(segment, SegmentUse.Kind.HOLDOUT, "", ""));
    }

    private Stream<SegmentUse> own(Vertical vertical, StrategyDefinition strategy) {
        SegmentName of = TreatmentOrder.segment(strategy);
        String plays = String.valueOf(strategy.plays().size());
        return Stream.of(
                new SegmentUse(of, SegmentUse.Kind.STRATEGY, plays, "", lastUsed(vertical, of)),
                new SegmentUse(of, SegmentUse.Kind.TREATMENT_ORDER, of.segment(), ""));
    }

    private @Nullable LocalDate lastUsed(Vertical vertical, SegmentName of) {
        return tasks.lastMade(vertical.id(), of)
                .map(at -> LocalDate.ofInstant(at, clock.getZone()))
                .orElse(null);
    }

    private Stream<SegmentUse> conditions(
            Vertical vertical,
            AppliedStrategies applied,
            StrategyDefinition strategy,
            String model,
            Mentions mentions) {
        SegmentName of = TreatmentOrder.segment(strategy);
        return named(model, mentions, applied.condition(of), applied.stopWhen(of), applied.drawnAmong(of))
                .map(segment -> new SegmentUse(
                        segment, SegmentUse.Kind.STRATEGY_CONDITION, of.model(), of.segment(), lastUsed(vertical, of)));
    }

    /** The segments of the model that some of the conditions name, each once. */
    static Stream<SegmentName> named(String model, Mentions mentions, @Nullable String... conditions) {
        return Arrays.stream(conditions)
                .filter(Objects::nonNull)
                .flatMap(condition -> mentions.in(condition).stream())
                .distinct()
                .map(segment -> new SegmentName(model, segment));
    }
}
