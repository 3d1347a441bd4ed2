package org.clientele.segment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.clientele.customer.PastAttributes;
import org.clientele.engine.column.Histories;
import org.clientele.engine.column.HistoryColumns;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.SegmentDefinition;
import org.clientele.plugins.definition.Scope;
import org.clientele.segment.persistence.MembershipDao;
import org.clientele.segment.persistence.RecomputeRunDao;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The segments that customers were in, and what their attributes were, for conditions that look back. A model's segments are loaded when a condition first asks for them (about a second
 * for a million customers) and kept until a recompute has stored others. Thread-safe.
 */
@Component
public class PastSegments {
    private final MembershipDao memberships;
    private final RecomputeRunDao runs;
    private final PastAttributes attributes;
    private final TransactionTemplate transaction;
    private final Map<Key, Known> known = new ConcurrentHashMap<>();

    public PastSegments(
            MembershipDao memberships,
            RecomputeRunDao runs,
            PastAttributes attributes,
            PlatformTransactionManager transactions) {
        this.attributes = attributes;
        this.memberships = memberships;
        this.runs = runs;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Key(int vertical, String model) {}

    private record Known(long run, List<String> segments, HistoryColumns history) {
        boolean isOf(long lastRun, List<String> wanted) {
            return run == lastRun && segments.equals(wanted);
        }
    }

    /** The past of a vertical's customers. */
    Histories of(Vertical vertical) {
        Histories ofAttributes = attributes.of(vertical);
        return variable -> {
            String id =
                    variable.startsWith(Scope.SEGMENT_PREFIX) ? variable.substring(Scope.SEGMENT_PREFIX.length()) : "";
            ModelDefinition model = vertical.definition().model(id);
            return model == null ? ofAttributes.of(variable) : of(vertical.id(), model);
        };
    }

    private HistoryColumns of(int vertical, ModelDefinition model) {
        List<String> segments =
                model.segments().stream().map(SegmentDefinition::id).toList();
        long run = runs.lastDone(vertical);
        return known.compute(
                        new Key(vertical, model.id()),
                        (key, before) ->
                                before != null && before.isOf(run, segments) ? before : load(key, run, segments))
                .history();
    }

    private Known load(Key key, long run, List<String> segments) {
        return new Known(
                run,
                segments,
                Objects.requireNonNull(
                        transaction.execute(status -> memberships.history(key.vertical(), key.model(), segments))));
    }
}
