package org.clientele.segment;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.clientele.access.Rights;
import org.clientele.customer.CustomerSnapshot;
import org.clientele.customer.OwnCustomers;
import org.clientele.engine.Snapshot;
import org.clientele.engine.check.CheckResults;
import org.clientele.engine.check.CustomChecks;
import org.clientele.engine.check.SnapshotConditions;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.engine.column.VerticalColumns;
import org.clientele.engine.metric.MetricColumns;
import org.clientele.engine.model.ModelResult;
import org.clientele.engine.report.ReportEngine;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Everything known and computed about a vertical's customers at one moment, as of one day. Immutable to its users and safe to share
 * between threads.
 *
 * <p>Memory, with the retail vertical: about 250 bytes per customer (12 for the id and first day, 4–8 per attribute, 8 per metric,
 * 8 per model, 3 for RFM scores), its number and name once as text, and 12–24 bytes per activity. Each further day that is asked for
 * ({@link #at}) adds the metrics and models again; the last {@value #DAYS_KEPT} are kept.
 */
public final class PortalSnapshot implements CustomerSnapshot {
    private static final int DAYS_KEPT = 6;
    private static final int OWNERS_KEPT = 32;

    private final Vertical vertical;
    private final long version;
    private final long readAt;
    private final Map<String, Integer> modelVersions;
    private final VersionedModels versionedModels;
    private final Snapshot now;
    private final org.clientele.engine.Snapshots engine;
    private final SnapshotConditions conditions;
    private final CheckResults checks;
    private final @Nullable LocalDate firstDay;
    private final CustomChecks code;
    private final LongSupplier versions;
    private final @Nullable Part part;
    private final Map<Long, PortalSnapshot> parts = kept(OWNERS_KEPT);
    private final Map<LocalDate, Snapshot> otherDays = kept(DAYS_KEPT);

    /** The snapshot of all customers that it is a part of, and their indexes there. */
    private record Part(PortalSnapshot whole, int[] chosen) {}

    private static <K, V> Map<K, V> kept(int most) {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        });
    }

    PortalSnapshot(
            ModelOverrides.Applied applied,
            VersionedModels versionedModels,
            LongSupplier versions,
            long readAt,
            org.clientele.engine.Snapshots engine,
            Snapshot now,
            CustomChecks code) {
        this(applied.vertical(), applied.versions(), versionedModels, versions, readAt, engine, now, code, null);
    }

    private PortalSnapshot(
            Vertical vertical,
            Map<String, Integer> modelVersions,
            VersionedModels versionedModels,
            LongSupplier versions,
            long readAt,
            org.clientele.engine.Snapshots engine,
            Snapshot now,
            CustomChecks code,
            @Nullable Part part) {
        this.vertical = vertical;
        this.modelVersions = modelVersions;
        this.versionedModels = versionedModels;
        this.versions = versions;
        this.readAt = readAt;
        this.version = versions.getAsLong();
        this.code = code;
        this.part = part;
        this.engine = engine;
        this.now = now;
        this.conditions = new SnapshotConditions(now);
        this.checks = new CheckResults(now, conditions, code);
        this.firstDay = vertical.recorded().stream()
                .map(activity -> now.data().activity(activity.id()).firstDay())
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    /**
     * {@inheritDoc} A customer is in the segments, by percentiles too, that the customer is in among all; counts, sums, lists, days and versions
     * of models are those of the user's customers.
     */
    @Override
    public PortalSnapshot seenBy(Rights rights) {
        Long owner = rights.onlyOwner(vertical.key());
        if (owner == null || part != null) {
            return this;
        }
        PortalSnapshot known = parts.get(owner);
        if (known == null) {
            known = of(OwnCustomers.among(now, rights, vertical.key()).stream().toArray());
            parts.put(owner, known);
        }
        return known;
    }

    private PortalSnapshot of(int[] chosen) {
        Snapshot some = engine.part(now, data().only(chosen), chosen);
        return new PortalSnapshot(
                vertical, modelVersions, versionedModels, versions, readAt, engine, some, code, new Part(this, chosen));
    }

    /** Whether it holds the customers of one user alone. */
    public boolean isPart() {
        return part != null;
    }

    /** The day of the first activity, or null when there is none. */
    public @Nullable LocalDate firstDay() {
        return firstDay;
    }

    /** The vertical; its definition holds the models as consultants changed them. */
    @Override
    public Vertical vertical() {
        return vertical;
    }

    /** The number of the version of a model that everything is computed with. */
    public int modelVersion(String model) {
        return modelVersions.getOrDefault(model, VersionLog.FIRST);
    }

    /** Whether a vertical applies as it was computed. */
    boolean isOf(ModelOverrides.Applied applied) {
        return vertical.equals(applied.vertical()) && modelVersions.equals(applied.versions());
    }

    public VerticalDefinition definition() {
        return vertical.definition();
    }

    /** Grows with every snapshot of the portal; the key of what is cached about one. */
    @Override
    public long version() {
        return version;
    }

    /** When reading its customers began, in {@link Snapshots#moment moments}: what was committed before is in it. */
    long readAt() {
        return readAt;
    }

    /** The day as of which everything is computed. */
    public LocalDate asOf() {
        return now.asOf();
    }

    /** Metrics and models as of {@link #asOf}. */
    @Override
    public Snapshot now() {
        return now;
    }

    @Override
    public SnapshotConditions conditions() {
        return conditions;
    }

    @Override
    public CheckResults checks() {
        return checks;
    }

    public VerticalColumns data() {
        return now.data();
    }

    public CustomerColumns customers() {
        return now.customers();
    }

    public MetricColumns metrics() {
        return now.metrics();
    }

    /** The result of a model; fails when there is none of that id. */
    public ModelResult model(String id) {
        return now.result(id);
    }

    /** The customers as of the snapshot's day. Not to be changed. */
    public BitSet present() {
        return now.present();
    }

    /** Metrics and models as of another day, from the same data and with the same models, and what they learnt as of {@link #asOf}. */
    @Override
    public Snapshot at(LocalDate day) {
        if (day.equals(asOf())) {
            return now;
        }
        Snapshot known = otherDays.get(day);
        if (known == null) {
            known = part == null
                    ? engine.onDay(now, day)
                    : engine.part(part.whole().at(day), data(), part.chosen());
            otherDays.put(day, known);
        }
        return known;
    }

    /** A model as a version of it says. */
    @FunctionalInterface
    interface VersionedModels {
        /** Fails with a problem when there is no such version, or it does not fit the plugin any more. */
        ModelDefinition definition(String model, int version);
    }

    @Override
    public ModelResult result(String model, LocalDate day) {
        int at = model.indexOf('@');
        String id = at < 0 ? model : model.substring(0, at);
        int wanted = at < 0 ? modelVersion(id) : Integer.parseInt(model.substring(at + 1));
        Snapshot snapshot = at(day);
        if (wanted == modelVersion(id)) {
            return snapshot.result(id);
        }
        return part == null
                ? snapshot.preview(versionedModels.definition(id, wanted))
                : engine.part(part.whole().result(model, day), snapshot, part.chosen());
    }

    /** The same as {@link #at}, for who asks for many days: the days that others ask for stay kept. */
    public Snapshot once(LocalDate day) {
        Snapshot known = day.equals(asOf()) ? now : otherDays.get(day);
        if (known != null) {
            return known;
        }
        return part == null ? engine.onDay(now, day) : engine.part(part.whole().once(day), data(), part.chosen());
    }

    /** Computes the vertical's reports and measures over its snapshots. */
    public ReportEngine reports() {
        return engine.reports();
    }

    org.clientele.engine.Snapshots engine() {
        return engine;
    }
}
