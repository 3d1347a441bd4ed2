package org.clientele.strategy;

import java.time.Clock;
import java.util.stream.Stream;
import org.clientele.common.Problem;
import org.clientele.plugin.Vertical;
import org.clientele.segment.SegmentName;
import org.clientele.segment.SegmentUse;
import org.clientele.segment.SegmentUse.Kind;
import org.clientele.segment.SegmentUser;
import org.clientele.strategy.persistence.StrategyVersionDao;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What strategies will use segments for: versions that wait for approval or their moment, and drafts. */
@Component
public class WaitingStrategies implements SegmentUser {
    private final StrategyVersionDao dao;
    private final Clock clock;

    public WaitingStrategies(StrategyVersionDao dao, Clock clock) {
        this.dao = dao;
        this.clock = clock;
    }

    @Override
    public Stream<SegmentUse> uses(Vertical vertical, String model, Mentions mentions) {
        Stream<SegmentUse> waiting = dao.all(vertical.id()).stream()
                .filter(version -> version.kind() == StrategyVersion.Kind.SET && isWaiting(version))
                .flatMap(
                        version -> named(model, version.segment(), version.content(), Kind.STRATEGY_WAITING, mentions));
        Stream<SegmentUse> drafts = dao.drafts(vertical.id()).stream()
                .flatMap(draft -> named(model, draft.segment(), draft.content(), Kind.STRATEGY_DRAFT, mentions));
        return Stream.concat(waiting, drafts).distinct();
    }

    private boolean isWaiting(StrategyVersion version) {
        return version.status() == StrategyVersion.Status.REVIEW || version.isPlanned(clock.instant());
    }

    private static Stream<SegmentUse> named(
            String model, SegmentName of, String content, Kind kind, Mentions mentions) {
        StrategyChange change = read(content);
        return change == null
                ? Stream.empty()
                : StrategySegments.named(model, mentions, change.condition(), change.stopWhen())
                        .map(segment -> new SegmentUse(segment, kind, of.model(), of.segment()));
    }

    /** Null where it was written by another version and says nothing that can be read. */
    private static @Nullable StrategyChange read(String content) {
        try {
            return StrategyCodec.read(content);
        } catch (Problem unreadable) {
            return null;
        }
    }
}
