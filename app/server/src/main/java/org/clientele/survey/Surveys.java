package org.clientele.survey;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.clientele.access.Audit;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Problem;
import org.clientele.plugin.Verticals;
import org.clientele.survey.persistence.SurveyDao;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What customers are asked: written by consultants, read by all. A survey that somebody was asked keeps its questions, so that figures stay comparable. */
@Service
public class Surveys {
    private final SurveyDao surveys;
    private final Verticals verticals;
    private final Rights rights;
    private final Audit audit;
    private final Announcements announcements;
    private final Clock clock;

    public Surveys(
            SurveyDao surveys,
            Verticals verticals,
            Rights rights,
            Audit audit,
            Announcements announcements,
            Clock clock) {
        this.surveys = surveys;
        this.verticals = verticals;
        this.rights = rights;
        this.audit = audit;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Whether the user may write surveys. */
    public boolean mayEdit(String verticalKey) {
        return rights.may(Permission.EDIT_STRATEGIES, verticalKey);
    }

    /** All of them, the newest first. */
    public List<Survey> all(String verticalKey) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        return surveys.all(verticals.get(verticalKey).id());
    }

    /** Those that customers can be asked now. */
    public List<Survey> running(String verticalKey) {
        return all(verticalKey).stream().filter(Survey::running).toList();
    }

    public Survey get(String verticalKey, long id) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        return surveys.find(verticals.get(verticalKey).id(), id)
                .orElseThrow(() -> new Problem("survey.problem.missing", String.valueOf(id)));
    }

    /** Makes a survey that customers can be asked at once; its id. */
    @Transactional
    public long create(String verticalKey, SurveyData data) {
        rights.require(Permission.EDIT_STRATEGIES, verticalKey);
        data.requireSound();
        long id = surveys.insert(
                verticals.get(verticalKey).id(), data, rights.user().id(), clock.instant());
        audit.record("survey.create", "survey " + id, null, data.title().english());
        tell(verticalKey);
        return id;
    }

    /** Changes what a survey asks, as long as nobody was asked. */
    @Transactional
    public void change(String verticalKey, Survey seen, SurveyData data) {
        rights.require(Permission.EDIT_STRATEGIES, verticalKey);
        data.requireSound();
        if (!get(verticalKey, seen.id()).isFresh()) {
            throw new Problem("survey.problem.asked");
        }
        if (!surveys.update(verticals.get(verticalKey).id(), seen.id(), seen.version(), data)) {
            throw new ConflictProblem("survey.problem.conflict");
        }
        audit.record(
                "survey.change",
                "survey " + seen.id(),
                seen.data().title().english(),
                data.title().english());
        tell(verticalKey);
    }

    /** Ends a survey, so that no link works any more, or lets it run again. */
    @Transactional
    public void run(String verticalKey, long id, boolean running) {
        rights.require(Permission.EDIT_STRATEGIES, verticalKey);
        Survey before = get(verticalKey, id);
        surveys.setRunning(id, running);
        audit.record("survey.run", "survey " + id, String.valueOf(before.running()), String.valueOf(running));
        tell(verticalKey);
    }

    private void tell(String verticalKey) {
        announcements.publish(new SurveysChanged(verticalKey, Set.of()));
    }
}
