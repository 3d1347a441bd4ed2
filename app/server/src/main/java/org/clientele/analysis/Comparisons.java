package org.clientele.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Answer;
import org.clientele.common.Jobs;
import org.clientele.customer.PersonalData;
import org.clientele.engine.column.Column;
import org.clientele.engine.comparison.Overlaps;
import org.clientele.engine.comparison.SegmentComparison;
import org.clientele.engine.model.ModelResult;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.segment.PortalSnapshot;
import org.clientele.segment.SegmentName;
import org.clientele.segment.Snapshots;
import org.springframework.stereotype.Service;

/** How the segments of a vertical overlap, and what two of them differ in. */
@Service
public class Comparisons {
    private final Snapshots snapshots;
    private final Rights rights;
    private final Jobs jobs;

    public Comparisons(Snapshots snapshots, Rights rights, Jobs jobs) {
        this.snapshots = snapshots;
        this.rights = rights;
        this.jobs = jobs;
    }

    /** The vertical's snapshot, for those who may analyse it. */
    public PortalSnapshot snapshot(String verticalKey) {
        rights.require(Permission.ANALYSE_SEGMENTS, verticalKey);
        return snapshots.get(verticalKey).seenBy(rights);
    }

    /** Every segment of the vertical, in the order of its models. */
    public List<SegmentName> segments(String verticalKey) {
        return snapshot(verticalKey).definition().models().stream()
                .flatMap(model -> model.segments().stream().map(segment -> new SegmentName(model.id(), segment.id())))
                .toList();
    }

    /** How segments of any models overlap; what the vertical does not have is left out, also what is beyond the most that can be compared. */
    public Answer<SegmentOverlap> overlap(String verticalKey, List<SegmentName> wanted) {
        PortalSnapshot snapshot = snapshot(verticalKey);
        List<SegmentName> known = wanted.stream()
                .filter(segments(verticalKey)::contains)
                .distinct()
                .limit(Overlaps.MOST)
                .toList();
        return jobs.answer("segment-overlap", job -> {
            List<BitSet> members = new ArrayList<>();
            known.forEach(segment -> members.add(members(snapshot, segment)));
            Overlaps overlaps = Overlaps.of(members, snapshot.customers().size());
            return new SegmentOverlap(
                    snapshot, known, overlaps, snapshot.customers().size());
        });
    }

    /** What two segments differ in most, among what the user may see. */
    public Answer<SegmentPair> compare(String verticalKey, SegmentName first, SegmentName second) {
        PortalSnapshot snapshot = snapshot(verticalKey);
        Map<String, Column> columns = columns(snapshot);
        return jobs.answer(
                "segment-comparison",
                job -> new SegmentPair(
                        snapshot,
                        first,
                        second,
                        SegmentComparison.of(columns, members(snapshot, first), members(snapshot, second))));
    }

    private Map<String, Column> columns(PortalSnapshot snapshot) {
        Set<String> hidden = PersonalData.hiddenFrom(rights, snapshot.vertical());
        List<String> fields = Stream.concat(
                        snapshot.definition().metrics().stream().map(MetricDefinition::id),
                        snapshot.definition().attributes().stream()
                                .filter(Comparisons::isComparable)
                                .map(AttributeDefinition::id))
                .filter(id -> !hidden.contains(id))
                .toList();
        Set<String> saidTwice = DayCounts.dates(snapshot.definition(), fields);
        Map<String, Column> columns = new LinkedHashMap<>();
        fields.stream().filter(id -> !saidTwice.contains(id)).forEach(id -> {
            Column column = snapshot.now().column(id);
            if (column != null) {
                columns.put(id, column);
            }
        });
        return columns;
    }

    /** Free texts differ from customer to customer, which says nothing of a segment. */
    private static boolean isComparable(AttributeDefinition attribute) {
        return attribute.type() != FieldType.TEXT || attribute.reference() != null;
    }

    private static BitSet members(PortalSnapshot snapshot, SegmentName segment) {
        ModelResult result = snapshot.model(segment.model());
        return result.members(result.ordinal(segment.segment()));
    }
}
