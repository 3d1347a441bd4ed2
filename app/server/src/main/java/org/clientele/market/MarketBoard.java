package org.clientele.market;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.access.User;
import org.clientele.cases.CaseResponses;
import org.clientele.common.Answer;
import org.clientele.common.Job;
import org.clientele.common.Jobs;
import org.clientele.plugin.Vertical;
import org.clientele.segment.PortalSnapshot;
import org.clientele.segment.Snapshots;
import org.clientele.survey.SurveyResults;
import org.springframework.stereotype.Service;

/** How the market develops: nine measures by quarter, each with its target. Whoever sees only own customers sees their figures. */
@Service
public class MarketBoard {
    /** So many quarters make the trend. */
    public static final int QUARTERS = 8;

    private final Snapshots snapshots;
    private final MarketBook book;
    private final SurveyResults surveys;
    private final CaseResponses cases;
    private final Rights rights;
    private final Jobs jobs;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** Lifetime values, which take long to compute, by day. */
    private record Known(long version, Map<LocalDate, MarketReading.Worth> worths) {}

    public MarketBoard(
            Snapshots snapshots,
            MarketBook book,
            SurveyResults surveys,
            CaseResponses cases,
            Rights rights,
            Jobs jobs) {
        this.snapshots = snapshots;
        this.book = book;
        this.surveys = surveys;
        this.cases = cases;
        this.rights = rights;
        this.jobs = jobs;
    }

    public boolean mayRead(String verticalKey) {
        return rights.may(Permission.ANALYSE_SEGMENTS, verticalKey);
    }

    /** The board of a quarter, computed in the background. */
    public Answer<MarketPage> page(Vertical vertical, Quarter quarter) {
        rights.require(Permission.ANALYSE_SEGMENTS, vertical.key());
        PortalSnapshot snapshot = snapshots.get(vertical.key()).seenBy(rights);
        User asking = rights.user();
        return jobs.answer("market " + vertical.key(), job -> {
            List<MarketPage> found = new ArrayList<>();
            rights.actingAs(asking, () -> found.add(compute(vertical, snapshot, quarter, job)));
            return found.getFirst();
        });
    }

    /** The quarters to choose from: that of the data's day and those before, the latest first. */
    public List<Quarter> choices(Vertical vertical) {
        rights.require(Permission.ANALYSE_SEGMENTS, vertical.key());
        return Quarter.of(snapshots.get(vertical.key()).seenBy(rights).asOf())
                .last(QUARTERS)
                .reversed();
    }

    /** The last quarter that is over. */
    public Quarter usual(Vertical vertical) {
        rights.require(Permission.ANALYSE_SEGMENTS, vertical.key());
        return usual(snapshots.get(vertical.key()).seenBy(rights).asOf());
    }

    private Map<LocalDate, MarketReading.Worth> worths(Vertical vertical, PortalSnapshot snapshot) {
        if (snapshot.isPart()) {
            return new ConcurrentHashMap<>();
        }
        return Objects.requireNonNull(known.compute(
                        vertical.key(),
                        (key, before) -> before != null && before.version() == snapshot.version()
                                ? before
                                : new Known(snapshot.version(), new ConcurrentHashMap<>())))
                .worths();
    }

    private static Quarter usual(LocalDate asOf) {
        Quarter now = Quarter.of(asOf);
        return now.to().equals(asOf) ? now : now.plus(-1);
    }

    private MarketPage compute(Vertical vertical, PortalSnapshot snapshot, Quarter quarter, Job job) {
        List<Quarter> quarters = quarter.last(QUARTERS);
        YearMonth firstMonth = YearMonth.from(quarters.getFirst().from());
        YearMonth lastMonth = YearMonth.from(quarter.to());
        List<MarketEntry> entries = book.history(vertical);
        Map<Quarter, QuarterFacts> facts = new MarketReading(snapshot, worths(vertical, snapshot))
                .read(
                        quarters,
                        new MarketReading.Told(
                                surveys.byMonth(vertical, firstMonth, lastMonth),
                                cases.byMonth(vertical, firstMonth, lastMonth),
                                entries),
                        job);
        List<MarketPage.Line> lines = facts.isEmpty()
                ? List.of()
                : Arrays.stream(Measure.values())
                        .map(measure -> new MarketPage.Line(
                                measure,
                                quarters.stream()
                                        .map(one -> new MarketPage.Point(
                                                one, measure.in(Objects.requireNonNull(facts.get(one)))))
                                        .toList(),
                                MarketBook.target(entries, measure, quarter)))
                        .toList();
        return new MarketPage(snapshot.asOf(), quarter, quarter.to().isAfter(snapshot.asOf()), lines);
    }
}
