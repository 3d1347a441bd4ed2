package org.clientele.survey;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.access.User;
import org.clientele.common.Answer;
import org.clientele.common.Jobs;
import org.clientele.engine.figure.Period;
import org.clientele.engine.model.ModelResult;
import org.clientele.plugin.Vertical;
import org.clientele.segment.PortalSnapshot;
import org.clientele.segment.Segments;
import org.clientele.survey.persistence.InvitationDao;
import org.clientele.survey.persistence.ResultDao;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What answers add up to, for managers and consultants. Whoever sees only own customers sees their answers alone. */
@Service
public class SurveyResults {
    private final ResultDao results;
    private final InvitationDao invitations;
    private final Segments segments;
    private final Rights rights;
    private final Jobs jobs;
    private final Clock clock;

    public SurveyResults(
            ResultDao results, InvitationDao invitations, Segments segments, Rights rights, Jobs jobs, Clock clock) {
        this.results = results;
        this.invitations = invitations;
        this.segments = segments;
        this.rights = rights;
        this.jobs = jobs;
        this.clock = clock;
    }

    public boolean mayRead(String verticalKey) {
        return rights.may(Permission.ANALYSE_SEGMENTS, verticalKey);
    }

    /** The figures of a survey, counted in the background. */
    public Answer<SurveyFigures> figures(Vertical vertical, Survey survey) {
        rights.require(Permission.ANALYSE_SEGMENTS, vertical.key());
        User asking = rights.user();
        return jobs.answer("survey " + survey.id(), job -> {
            List<SurveyFigures> found = new ArrayList<>();
            rights.actingAs(asking, () -> found.add(count(vertical, survey.id())));
            return found.getFirst();
        });
    }

    /** What all surveys were answered in months, both included, by the month of the answer. */
    public Map<YearMonth, SurveyTally> byMonth(Vertical vertical, YearMonth first, YearMonth last) {
        rights.require(Permission.ANALYSE_SEGMENTS, vertical.key());
        Long own = rights.onlyOwner(vertical.key());
        Map<YearMonth, SurveyTally> months = new TreeMap<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            SurveyTally tally = results.answered(
                    vertical.id(),
                    start(month.atDay(1)),
                    start(month.plusMonths(1).atDay(1)),
                    own);
            if (tally.answers() > 0) {
                months.put(month, tally);
            }
        }
        return months;
    }

    /**
     * What customers said in a time and in the one of the same length before: scores of the answers given in it, the response rate of the links made in
     * it.
     */
    public record Course(SurveyTally now, SurveyTally before) {}

    /** Whether somebody was asked, and the user may know what came of it. */
    public boolean hasCourse(Vertical vertical) {
        return mayRead(vertical.key()) && results.isAsked(vertical.id());
    }

    /** What customers said to all surveys, summed in the background. */
    public Answer<Course> course(Vertical vertical, Period period) {
        rights.require(Permission.ANALYSE_SEGMENTS, vertical.key());
        Long own = rights.onlyOwner(vertical.key());
        return jobs.answer(
                "surveys " + vertical.key(),
                job -> new Course(within(vertical, period, own), within(vertical, period.previous(), own)));
    }

    SurveyTally within(Vertical vertical, Period period, @Nullable Long own) {
        Instant from = start(period.from());
        Instant until = start(period.to().plusDays(1));
        SurveyTally said = results.answered(vertical.id(), from, until, own);
        SurveyTally asked = results.asked(vertical.id(), from, until, own);
        return new SurveyTally(
                asked.invited(),
                asked.answered(),
                said.byStaff(),
                said.promoters(),
                said.passives(),
                said.detractors(),
                said.satisfied(),
                said.rated());
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    SurveyFigures count(Vertical vertical, long surveyId) {
        PortalSnapshot snapshot = segments.snapshot(vertical.key());
        ModelResult model = exclusive(snapshot);
        SortedMap<YearMonth, SurveyTally> months = new TreeMap<>(Comparator.reverseOrder());
        SurveyTally[] whole = {SurveyTally.NONE};
        Map<Integer, SurveyTally> bySegment = new TreeMap<>();
        results.each(vertical.id(), surveyId, rights.onlyOwner(vertical.key()), row -> {
            SurveyTally one = SurveyTally.of(row.answered(), row.byStaff(), row.nps(), row.csat());
            whole[0] = whole[0].plus(one);
            months.merge(YearMonth.from(row.invitedAt().atZone(clock.getZone())), one, SurveyTally::plus);
            if (model != null) {
                int place = snapshot.customers().indexOf(row.customerId());
                bySegment.merge(place < 0 ? ModelResult.NONE : model.segment(place), one, SurveyTally::plus);
            }
        });
        List<SurveyFigures.OfSegment> ofSegments = new ArrayList<>();
        bySegment.forEach((segment, tally) -> ofSegments.add(new SurveyFigures.OfSegment(name(model, segment), tally)));
        return new SurveyFigures(
                whole[0],
                months,
                numbers(vertical, surveyId),
                model == null ? null : model.model().id(),
                ofSegments);
    }

    private Map<Integer, Map<Integer, Long>> numbers(Vertical vertical, long surveyId) {
        Map<Integer, Map<Integer, Long>> numbers = new TreeMap<>();
        results.counts(vertical.id(), surveyId, rights.onlyOwner(vertical.key()))
                .forEach(counted -> numbers.computeIfAbsent(counted.question(), question -> new TreeMap<>())
                        .put(counted.number(), counted.answers()));
        return numbers;
    }

    private static @Nullable String name(@Nullable ModelResult model, int segment) {
        return model == null || segment == ModelResult.NONE
                ? null
                : model.model().segments().get(segment).id();
    }

    private static @Nullable ModelResult exclusive(PortalSnapshot snapshot) {
        return snapshot.definition().models().stream()
                .map(model -> snapshot.model(model.id()))
                .filter(ModelResult::isExclusive)
                .findFirst()
                .orElse(null);
    }

    /**
     * The last answers with who gave them, the newest first.
     *
     * @param unhappy of those alone to whom somebody should come back
     */
    public List<Voice> voices(Vertical vertical, long surveyId, boolean unhappy, int limit) {
        rights.require(Permission.ANALYSE_SEGMENTS, vertical.key());
        List<ResultDao.Said> said =
                results.newest(vertical.id(), surveyId, unhappy, rights.onlyOwner(vertical.key()), limit);
        Map<Long, List<Reply>> replies = invitations.replies(
                said.stream().map(one -> one.invitation().id()).toList());
        return said.stream()
                .map(one -> new Voice(
                        one.invitation(),
                        one.customer(),
                        replies.getOrDefault(one.invitation().id(), List.of())))
                .toList();
    }
}
