package org.clientele.analysis;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Answer;
import org.clientele.common.Job;
import org.clientele.common.Jobs;
import org.clientele.engine.Snapshot;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.MoneyColumn;
import org.clientele.engine.comparison.Cohorts;
import org.clientele.engine.comparison.Migration;
import org.clientele.engine.comparison.MoveCauses;
import org.clientele.engine.figure.Period;
import org.clientele.engine.model.ModelResult;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.segment.PortalSnapshot;
import org.clientele.segment.Snapshots;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What becomes of the segments of a vertical over time. Both ends of a movement are computed from the same data, by the model as it applies now or by
 * any two versions of it; moves by behaviour are told from those by another definition. Attributes, of which no history is kept, are those of now.
 */
@Service
public class Movements {
    /** The months of a trend, and the days it is drawn for besides the last. */
    public static final int TREND_MONTHS = 12;

    private final Snapshots snapshots;
    private final Rights rights;
    private final Jobs jobs;

    public Movements(Snapshots snapshots, Rights rights, Jobs jobs) {
        this.snapshots = snapshots;
        this.rights = rights;
        this.jobs = jobs;
    }

    /** The vertical's snapshot, for those who may analyse it. */
    public PortalSnapshot snapshot(String verticalKey) {
        rights.require(Permission.ANALYSE_SEGMENTS, verticalKey);
        return snapshots.get(verticalKey).seenBy(rights);
    }

    /** Whether a customer is in one segment of the model at most, so that moves can be told. */
    public static boolean exclusive(ModelDefinition model) {
        return !(model instanceof ModelDefinition.Rules rules && rules.match() == ModelDefinition.Rules.Match.ALL);
    }

    /** Whether the vertical has a value in money to count moves by. */
    public static boolean valued(PortalSnapshot snapshot) {
        return snapshot.now().column(snapshot.definition().valueMetric()) instanceof MoneyColumn;
    }

    /** The movement between two days by the model as it applies now; see {@link #movement(String, String, Period, SegmentMovement.Versions)}. */
    public Answer<SegmentMovement> movement(String verticalKey, String model, Period period) {
        int version = snapshot(verticalKey).modelVersion(model);
        return movement(verticalKey, model, period, new SegmentMovement.Versions(version, version));
    }

    /**
     * The movement between two days, or on one day between two versions, computed in the background. The job fails when there is no model of that
     * id, or customers are in several of its segments.
     */
    public Answer<SegmentMovement> movement(
            String verticalKey, String model, Period period, SegmentMovement.Versions versions) {
        PortalSnapshot snapshot = snapshot(verticalKey);
        return jobs.answer("segment-movement", job -> movement(snapshot, model, period, versions));
    }

    private static SegmentMovement movement(
            PortalSnapshot snapshot, String model, Period period, SegmentMovement.Versions versions) {
        Snapshot start = snapshot.at(period.from());
        Snapshot end = snapshot.at(period.to());
        ModelResult after = snapshot.result(model + "@" + versions.to(), period.to());
        if (!exclusive(after.model())) {
            throw new IllegalArgumentException(
                    "Customers are in several segments of model %s: there are no moves to tell".formatted(model));
        }
        String old = model + "@" + versions.from();
        int[] from = snapshot.result(old, period.from()).segments();
        int[] to = after.segments();
        int[] between = versions.differ() ? snapshot.result(old, period.to()).segments() : to;
        Migration migration = Migration.of(after.segmentCount(), from, to, worth(start), worth(end));
        MoveCauses causes = MoveCauses.of(after.segmentCount(), from, between, to);
        return new SegmentMovement(snapshot, after.model(), period, versions, migration, causes, valued(snapshot));
    }

    private static Migration.Worth worth(Snapshot day) {
        return worth(day.present(), day.column(day.data().definition().valueMetric()));
    }

    /** Who is no customer yet is worth nothing on that day, whatever attributes, of which there are only those of now, say. */
    static Migration.Worth worth(BitSet present, @Nullable Column values) {
        return values instanceof MoneyColumn money
                ? customer -> present.get(customer) ? money.get(customer) : MoneyColumn.MISSING
                : customer -> MoneyColumn.MISSING;
    }

    /** The size of each segment at the ends of the last months and on the snapshot's day, computed in the background. */
    public Answer<SegmentTrend> trend(String verticalKey, String model) {
        PortalSnapshot snapshot = snapshot(verticalKey);
        ModelDefinition definition = snapshot.model(model).model();
        return jobs.answer("segment-trend", job -> trend(snapshot, definition, job));
    }

    private static SegmentTrend trend(PortalSnapshot snapshot, ModelDefinition model, Job job) {
        List<LocalDate> days = days(snapshot);
        List<List<Integer>> counts = new ArrayList<>();
        for (LocalDate day : days) {
            if (job.isCancelled()) {
                break;
            }
            ModelResult result = snapshot.once(day).result(model.id());
            counts.add(Arrays.stream(result.counts()).boxed().toList());
            job.progress(counts.size(), days.size());
        }
        return new SegmentTrend(model, days.subList(0, counts.size()), counts);
    }

    private static List<LocalDate> days(PortalSnapshot snapshot) {
        List<LocalDate> days = new ArrayList<>();
        LocalDate first = snapshot.firstDay();
        for (int month = TREND_MONTHS; month > 0; month--) {
            LocalDate end = YearMonth.from(snapshot.asOf()).minusMonths(month).atEndOfMonth();
            if (first != null && !end.isBefore(first)) {
                days.add(end);
            }
        }
        days.add(snapshot.asOf());
        return days;
    }

    /** Customers by the month of their first activity of the vertical's main kind, and how many came back in each month since. */
    public Answer<Cohorts> cohorts(String verticalKey) {
        PortalSnapshot snapshot = snapshot(verticalKey);
        return jobs.answer("cohorts", job -> cohorts(snapshot));
    }

    private static Cohorts cohorts(PortalSnapshot snapshot) {
        String activity = snapshot.definition().primaryActivity();
        ActivityColumns rows = snapshot.data().activity(activity);
        ActivityDefinition declared = snapshot.definition().activity(activity);
        String amount = declared == null ? null : declared.amount();
        return Cohorts.of(
                rows,
                amount != null && rows.column(amount) instanceof MoneyColumn money ? money : null,
                snapshot.asOf());
    }
}
