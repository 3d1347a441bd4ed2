package org.clientele.portal.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.check.CheckSummary;
import org.clientele.common.Announcements;
import org.clientele.common.Jobs;
import org.clientele.customer.PersonalData;
import org.clientele.engine.Snapshot;
import org.clientele.engine.column.Value;
import org.clientele.engine.figure.ActivityFigures;
import org.clientele.engine.figure.Figure;
import org.clientele.engine.figure.KeyFigures;
import org.clientele.engine.figure.MatrixFigures;
import org.clientele.engine.figure.Movement;
import org.clientele.engine.figure.Period;
import org.clientele.engine.figure.SegmentFigures;
import org.clientele.engine.model.MatrixResult;
import org.clientele.engine.model.ModelResult;
import org.clientele.engine.model.RfmResult;
import org.clientele.engine.report.BoundMeasure;
import org.clientele.engine.report.ReportEngine;
import org.clientele.plugins.api.Measure;
import org.clientele.plugins.api.TileDefinition;
import org.clientele.report.PersonalReports;
import org.clientele.report.Reports;
import org.clientele.segment.PortalSnapshot;
import org.clientele.segment.SnapshotChanged;
import org.clientele.segment.Snapshots;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * The figures of a vertical's overview for a period. Kept by snapshot and period, and computed for the usual period as soon as there is
 * a new snapshot, so that people get an answer at once.
 */
@Service
public class Overview {
    private static final Logger LOG = LoggerFactory.getLogger(Overview.class);
    /** Each holds what was computed as of its days: 50 megabytes for 100,000 customers. */
    private static final int KEPT = 8;

    private final Snapshots snapshots;
    private final Reports reports;
    private final Rights rights;
    private final Map<Key, OverviewPage> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, OverviewPage> eldest) {
            return size() > KEPT;
        }
    });

    private record Key(long version, Period period) {}

    public Overview(Snapshots snapshots, Reports reports, Rights rights, Announcements announcements, Jobs jobs) {
        this.reports = reports;
        this.snapshots = snapshots;
        this.rights = rights;
        announcements.listen(
                SnapshotChanged.class,
                change -> jobs.start(
                        "overview " + change.verticalKey(),
                        job -> compute(snapshots.get(change.verticalKey()), PeriodChoice.USUAL)));
    }

    /** The overview of the vertical for the period. */
    public OverviewPage page(String verticalKey, PeriodChoice choice) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        OverviewPage page = compute(snapshots.get(verticalKey).seenBy(rights), choice);
        return page.with(seen(page));
    }

    /** What is computed is the same for everybody, tile by tile in the order of the vertical but for reports; what is kept from the user is left out, and reports are as the user sees them. */
    private List<Tile> seen(OverviewPage page) {
        PortalSnapshot snapshot = page.snapshot();
        Set<String> hidden = PersonalData.hiddenFrom(rights, snapshot.vertical());
        Iterator<Tile> computed = page.tiles().iterator();
        List<Tile> seen = new ArrayList<>();
        for (TileDefinition tile : snapshot.definition().tiles()) {
            if (tile.kind() == TileDefinition.Kind.REPORT) {
                report(tile, snapshot).ifPresent(seen::add);
                continue;
            }
            Tile known = computed.next();
            if (!PersonalReports.uses(tile, hidden)) {
                seen.add(known);
            }
        }
        return seen;
    }

    private Optional<Tile> report(TileDefinition tile, PortalSnapshot snapshot) {
        try {
            return reports.page(snapshot, String.valueOf(tile.report())).map(page -> new Tile.Report(tile, page));
        } catch (RuntimeException failure) {
            LOG.warn(
                    "Tile {} of vertical {} failed",
                    tile.id(),
                    snapshot.vertical().key(),
                    failure);
            return Optional.of(new Tile.Failed(tile));
        }
    }

    private OverviewPage compute(PortalSnapshot snapshot, PeriodChoice choice) {
        LocalDate first = snapshot.firstDay();
        Period period = choice.period(snapshot.asOf(), first);
        Key key = new Key(snapshot.version(), period);
        OverviewPage page = known.get(key);
        if (page == null) {
            boolean compared = first != null && !first.isAfter(period.previous().to());
            page = new Computation(snapshot, period).page(choice, compared, decisions(snapshot));
            keep(key, page);
        }
        return page;
    }

    /** They are those of the snapshot, whatever the period. */
    private List<Decision> decisions(PortalSnapshot snapshot) {
        synchronized (known) {
            for (OverviewPage page : known.values()) {
                if (page.snapshot() == snapshot) {
                    return page.decisions();
                }
            }
        }
        try {
            return Decisions.of(snapshot);
        } catch (RuntimeException failure) {
            LOG.warn(
                    "Decisions of vertical {} could not be found",
                    snapshot.vertical().key(),
                    failure);
            return List.of();
        }
    }

    /** The few customers of one user are counted at once, and their pages would drive out those that all others ask for. */
    private void keep(Key key, OverviewPage page) {
        if (!page.snapshot().isPart()) {
            forgetBefore(page.snapshot());
            known.put(key, page);
        }
    }

    /** Pages of an earlier snapshot are asked for no more, and hold all of it. */
    private void forgetBefore(PortalSnapshot snapshot) {
        synchronized (known) {
            known.values()
                    .removeIf(page -> page.snapshot().vertical().id()
                                    == snapshot.vertical().id()
                            && page.snapshot().version() < snapshot.version());
        }
    }

    /** One page in the making; what several tiles need is computed once. */
    private static final class Computation {
        private final PortalSnapshot snapshot;
        private final Period period;
        private final LocalDate eveningBefore;
        private final Map<String, KeyFigures> keyFigures = new LinkedHashMap<>();

        Computation(PortalSnapshot snapshot, Period period) {
            this.snapshot = snapshot;
            this.period = period;
            this.eveningBefore = period.from().minusDays(1);
        }

        OverviewPage page(PeriodChoice choice, boolean compared, List<Decision> decisions) {
            prepare();
            List<Tile> tiles = new ArrayList<>();
            for (TileDefinition tile : snapshot.definition().tiles()) {
                if (tile.kind() != TileDefinition.Kind.REPORT) {
                    tiles.add(tile(tile));
                }
            }
            return new OverviewPage(snapshot, choice, period, compared, tiles, decisions);
        }

        /** What the tiles read, computed together. What fails here fails again in the tiles that need it, and only there. */
        private void prepare() {
            Set<String> atEnd = new LinkedHashSet<>();
            Set<String> evening = new LinkedHashSet<>();
            for (TileDefinition tile : snapshot.definition().tiles()) {
                atEnd.add(String.valueOf(tile.model()));
                atEnd.add(String.valueOf(tile.by()));
                if (tile.kind() == TileDefinition.Kind.SEGMENT_SHARE || tile.kind() == TileDefinition.Kind.MOVEMENT) {
                    evening.add(String.valueOf(tile.model()));
                }
            }
            try {
                end().prepare(atEnd, Set.of(snapshot.definition().valueMetric()));
                snapshot.at(eveningBefore).prepare(evening, Set.of());
            } catch (RuntimeException failure) {
                LOG.debug("A model of the overview could not be evaluated", failure);
            }
        }

        private Tile tile(TileDefinition tile) {
            try {
                return compute(tile);
            } catch (RuntimeException failure) {
                LOG.warn(
                        "Tile {} of vertical {} failed",
                        tile.id(),
                        snapshot.vertical().key(),
                        failure);
                return new Tile.Failed(tile);
            }
        }

        private Tile compute(TileDefinition tile) {
            return switch (tile.kind()) {
                case CUSTOMERS -> new Tile.KeyNumber(tile, figures(tile).customers());
                case ACTIVE -> new Tile.KeyNumber(tile, figures(tile).active());
                case REVENUE -> new Tile.KeyNumber(tile, figures(tile).revenue());
                case AVERAGE_BASKET -> new Tile.KeyNumber(tile, figures(tile).averageBasket());
                case REPEAT_RATE -> new Tile.KeyNumber(tile, figures(tile).repeatRate());
                case SEGMENT_SHARE -> share(tile);
                case REVENUE_BY_MONTH ->
                    new Tile.Months(
                            tile,
                            ActivityFigures.of(snapshot.data(), activity(tile)).revenueByMonth(period));
                case SEGMENTS, PYRAMID, LIFE_CYCLE -> segments(tile);
                case RFM_GRID -> grid(tile);
                case MOVEMENT -> movement(tile);
                case MEASURE -> measure(tile);
                case BREAKDOWN ->
                    new Tile.Breakdown(
                            tile, snapshot.reports().breakdown(String.valueOf(tile.by()), tile.measures(), end()));
                case FUNNEL -> new Tile.Funnel(tile, snapshot.reports().funnel(tile.steps(), end()));
                case REPORT -> throw new IllegalStateException("Reports are made for each reader");
                case MATRIX -> matrix(tile);
                case GAPS -> new Tile.Gaps(tile, CheckSummary.of(snapshot, tile.group()));
            };
        }

        private KeyFigures figures(TileDefinition tile) {
            return keyFigures.computeIfAbsent(activity(tile), activity -> ActivityFigures.of(snapshot.data(), activity)
                    .keyFigures(period));
        }

        private String activity(TileDefinition tile) {
            String activity = tile.activity();
            return activity == null ? snapshot.definition().primaryActivity() : activity;
        }

        private static String model(TileDefinition tile) {
            return Objects.requireNonNull(tile.model(), () -> "Tile " + tile.id() + " names no model");
        }

        private Snapshot end() {
            return snapshot.at(period.to());
        }

        private Tile share(TileDefinition tile) {
            Snapshot before = snapshot.at(eveningBefore);
            ModelResult now = end().result(model(tile));
            int segment = now.ordinal(String.valueOf(tile.segment()));
            return new Tile.KeyNumber(
                    tile,
                    SegmentFigures.share(segment, now, end().present(), before.result(model(tile)), before.present()));
        }

        /** Compared with the evening before the period where it depends on days; attributes are those of now. */
        private Tile measure(TileDefinition tile) {
            Measure measure = tile.measures().getFirst();
            ReportEngine engine = snapshot.reports();
            BitSet customers = end().present();
            BoundMeasure now = engine.measure(measure, end());
            Value before = Value.MISSING;
            if (engine.dependsOnDays(measure)) {
                Snapshot then = snapshot.at(eveningBefore);
                before = engine.measure(measure, then).of(then.present());
            }
            return new Tile.KeyNumber(tile, new Figure(now.of(customers), before, now.behind(customers)));
        }

        private Tile segments(TileDefinition tile) {
            ModelResult result = end().result(model(tile));
            return new Tile.Segments(
                    tile,
                    result,
                    SegmentFigures.totals(
                            result, end().metrics().column(snapshot.definition().valueMetric()), end().present()),
                    end().present().cardinality());
        }

        private Tile grid(TileDefinition tile) {
            if (!(end().result(model(tile)) instanceof RfmResult rfm)) {
                throw new IllegalArgumentException("Tile %s needs an RFM model".formatted(tile.id()));
            }
            return new Tile.Grid(tile, rfm, rfm.gridCounts());
        }

        private Tile matrix(TileDefinition tile) {
            if (!(end().result(model(tile)) instanceof MatrixResult matrix)) {
                throw new IllegalArgumentException("Tile %s needs a matrix model".formatted(tile.id()));
            }
            return new Tile.Matrix(
                    tile,
                    matrix,
                    MatrixFigures.cells(
                            matrix, end().metrics().column(snapshot.definition().valueMetric())));
        }

        private Tile movement(TileDefinition tile) {
            ModelResult end = end().result(model(tile));
            Movement movement = Movement.between(
                    snapshot.at(eveningBefore).result(model(tile)),
                    end,
                    end().metrics().column(snapshot.definition().valueMetric()));
            return new Tile.Moves(tile, movement, end, eveningBefore, period.to());
        }
    }
}
