package org.clientele.strategy;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clientele.access.Audit;
import org.clientele.access.Colleagues;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Problem;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.segment.ModelVersions;
import org.clientele.segment.SegmentName;
import org.clientele.strategy.persistence.RunningStrategyDao;
import org.clientele.strategy.persistence.StrategyVersionDao;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Drafts and versions of strategies: who wrote what, when and why. Published versions stay as they are; going back publishes an older one anew.
 * Where the vertical asks for it, somebody else approves first. Strategies that run follow what is published.
 */
@Service
public class StrategyVersions {
    private static final int LONGEST_NOTE = 1_000;

    private final StrategyVersionDao dao;
    private final RunningStrategyDao running;
    private final PublishedStrategies published;
    private final ModelVersions models;
    private final Verticals verticals;
    private final Colleagues colleagues;
    private final Rights rights;
    private final Clock clock;
    private final StrategyLog log;

    public StrategyVersions(
            StrategyVersionDao dao,
            RunningStrategyDao running,
            PublishedStrategies published,
            ModelVersions models,
            Verticals verticals,
            Colleagues colleagues,
            Rights rights,
            Audit audit,
            Announcements announcements,
            Clock clock) {
        this.dao = dao;
        this.running = running;
        this.published = published;
        this.models = models;
        this.verticals = verticals;
        this.colleagues = colleagues;
        this.rights = rights;
        this.clock = clock;
        this.log = new StrategyLog(dao, rights, colleagues, audit, announcements, clock);
    }

    /** What applies. */
    public AppliedStrategies applied(String verticalKey) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        return published.applied(verticals.get(verticalKey));
    }

    /** Every version of a strategy, newest first; the plugin's also where nobody ever published anything. */
    public List<StrategyVersion> history(String verticalKey, SegmentName segment) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        Vertical vertical = verticals.get(verticalKey);
        List<StrategyVersion> stored = dao.history(vertical.id(), segment);
        return stored.isEmpty()
                ? StrategyDefaults.first(vertical, segment).map(List::of).orElse(List.of())
                : stored;
    }

    /** The version that applies; nothing before the first one of a new strategy. */
    public Optional<StrategyVersion> current(String verticalKey, SegmentName segment) {
        return StrategyVersion.applying(history(verticalKey, segment), clock.instant());
    }

    /** By what moments are over or to come. */
    public Instant now() {
        return clock.instant();
    }

    /** The published versions of a strategy that wait for their moment, the next first. */
    public List<StrategyVersion> planned(String verticalKey, SegmentName segment) {
        return planned(verticalKey).stream()
                .filter(version -> version.segment().equals(segment))
                .toList();
    }

    /** Every published version that waits for its moment, the next first. */
    public List<StrategyVersion> planned(String verticalKey) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        return dao.planned(verticals.get(verticalKey).id(), clock.instant());
    }

    /** What a version says. */
    public StrategyChange content(String verticalKey, StrategyVersion version) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        return StrategyCodec.read(version.content());
    }

    /** What the author of a version is called. @param login of theirs */
    public String person(String verticalKey, String login) {
        return colleagues.name(verticalKey, login);
    }

    /** What is being written, newest first. */
    public List<StrategyDraft> drafts(String verticalKey) {
        rights.require(Permission.EDIT_STRATEGIES, verticalKey);
        return dao.drafts(verticals.get(verticalKey).id());
    }

    /** The draft of a strategy, if there is one. */
    public Optional<StrategyDraft> draft(String verticalKey, SegmentName segment) {
        return drafts(verticalKey).stream()
                .filter(draft -> draft.segment().equals(segment))
                .findFirst();
    }

    /** What a draft says. */
    public StrategyChange content(String verticalKey, StrategyDraft draft) {
        rights.require(Permission.EDIT_STRATEGIES, verticalKey);
        return StrategyCodec.read(draft.content());
    }

    /** What an editor begins with: the draft, else what applies, else what is to apply first, else nothing. */
    public StrategyChange start(String verticalKey, SegmentName segment) {
        rights.require(Permission.EDIT_STRATEGIES, verticalKey);
        return draft(verticalKey, segment)
                .map(draft -> StrategyCodec.read(draft.content()))
                .or(() -> current(verticalKey, segment)
                        .or(() -> planned(verticalKey, segment).stream().findFirst())
                        .or(() -> waiting(verticalKey, segment))
                        .map(version -> StrategyCodec.read(version.content())))
                .orElseGet(() -> StrategyChange.empty(segment));
    }

    /** Begins a strategy for whoever meets a condition, as a draft. @return its name among the segments */
    public SegmentName begin(String verticalKey, Locale locale, String name) {
        rights.require(Permission.EDIT_STRATEGIES, verticalKey);
        if (name.isBlank()) {
            throw new Problem("strategy.problem.empty.name");
        }
        Vertical vertical = verticals.get(verticalKey);
        List<SegmentName> taken = new ArrayList<>();
        dao.drafts(vertical.id()).forEach(draft -> taken.add(draft.segment()));
        dao.all(vertical.id()).forEach(version -> taken.add(version.segment()));
        int number = 1;
        while (taken.contains(new SegmentName(StrategyChange.CONDITION, "c" + number))) {
            number++;
        }
        SegmentName segment = new SegmentName(StrategyChange.CONDITION, "c" + number);
        save(verticalKey, StrategyChange.forCondition(segment, locale, name), 0);
        return segment;
    }

    /**
     * Saves the draft, finished or not.
     *
     * @param seen the revision it was made from, 0 for none
     * @throws ConflictProblem when somebody else saved since
     */
    public StrategyDraft save(String verticalKey, StrategyChange change, int seen) {
        rights.require(Permission.EDIT_STRATEGIES, verticalKey);
        Vertical vertical = verticals.get(verticalKey);
        StrategyDraft draft = new StrategyDraft(
                change.segment(),
                seen + 1,
                StrategyCodec.write(change),
                rights.user().login(),
                clock.instant());
        if (!dao.save(vertical.id(), draft)) {
            throw draftChanged(vertical, change.segment());
        }
        return draft;
    }

    /** Forgets the draft. @param seen the revision last seen */
    public void discard(String verticalKey, SegmentName segment, int seen) {
        rights.require(Permission.EDIT_STRATEGIES, verticalKey);
        Vertical vertical = verticals.get(verticalKey);
        if (!dao.discard(vertical.id(), segment, seen)) {
            throw draftChanged(vertical, segment);
        }
    }

    private ConflictProblem draftChanged(Vertical vertical, SegmentName segment) {
        return dao.draft(vertical.id(), segment)
                .map(draft ->
                        new ConflictProblem("strategy.problem.draft-changed", person(vertical.key(), draft.author())))
                .orElseGet(() -> new ConflictProblem("strategy.problem.draft-gone"));
    }

    /** Fails with a problem that names what to mend. */
    public void check(String verticalKey, StrategyChange change) {
        rights.require(Permission.EDIT_STRATEGIES, verticalKey);
        StrategyChecks.require(verticals.get(verticalKey).definition(), change);
    }

    /**
     * Publishes a change, or asks for approval where the vertical requires it; strategies that run follow what is published. The draft is done with.
     *
     * @param note why
     * @param at from when, or null: at once
     * @param seen the number of the newest version that the author saw, 0 for none
     * @param draft the revision of the draft that is published, 0 when it was never saved
     */
    @Transactional
    public StrategyVersion publish(
            String verticalKey, StrategyChange change, String note, @Nullable Instant at, int seen, int draft) {
        check(verticalKey, change);
        requireNote(note);
        requireFuture(at);
        Vertical vertical = verticals.get(verticalKey);
        if (draft > 0 && !dao.discard(vertical.id(), change.segment(), draft)) {
            throw draftChanged(vertical, change.segment());
        }
        boolean installed = StrategyDefaults.of(vertical, change.segment())
                .filter(change::equals)
                .isPresent();
        StrategyVersion.Kind kind = installed ? StrategyVersion.Kind.INSTALLED : StrategyVersion.Kind.SET;
        return log.add(
                vertical,
                change,
                new StrategyLog.Wish(kind, status(verticalKey), note, at, seen),
                history(verticalKey, change.segment()));
    }

    /** Publishes what an older version says as a new one, or asks for approval. */
    @Transactional
    public StrategyVersion rollBack(String verticalKey, SegmentName segment, int number, String note) {
        List<StrategyVersion> history = history(verticalKey, segment);
        StrategyVersion older = get(history, number);
        return publish(
                verticalKey,
                StrategyCodec.read(older.content()),
                note,
                null,
                history.getFirst().number(),
                0);
    }

    /** Does away with a strategy that a consultant made, or asks for approval of that; its history stays, and leads back. */
    @Transactional
    public StrategyVersion retire(String verticalKey, SegmentName segment, String note) {
        rights.require(Permission.EDIT_STRATEGIES, verticalKey);
        requireNote(note);
        Vertical vertical = verticals.get(verticalKey);
        if (StrategyDefaults.of(vertical, segment).isPresent()) {
            throw new Problem("strategy.problem.retire-plugin");
        }
        requireRetirable(vertical, segment);
        StrategyVersion now =
                current(verticalKey, segment).orElseThrow(() -> new Problem("strategy.problem.no-version", 0));
        List<StrategyVersion> history = history(verticalKey, segment);
        return log.add(
                vertical,
                StrategyCodec.read(now.content()),
                new StrategyLog.Wish(
                        StrategyVersion.Kind.RETIRED,
                        status(verticalKey),
                        note,
                        null,
                        history.getFirst().number()),
                history);
    }

    private static void requireNote(String note) {
        if (note.isBlank() || note.length() > LONGEST_NOTE) {
            throw new Problem("strategy.problem.note", LONGEST_NOTE);
        }
    }

    private void requireFuture(@Nullable Instant at) {
        if (at != null && !at.isAfter(clock.instant())) {
            throw new Problem("strategy.problem.moment-past");
        }
    }

    private StrategyVersion.Status status(String verticalKey) {
        return reviewRequired(verticalKey) ? StrategyVersion.Status.REVIEW : StrategyVersion.Status.PUBLISHED;
    }

    /** Whether somebody else has to approve versions of models and strategies. */
    public boolean reviewRequired(String verticalKey) {
        return models.reviewRequired(verticalKey);
    }

    /** The version that waits for approval, the newest where there are several. */
    public Optional<StrategyVersion> waiting(String verticalKey, SegmentName segment) {
        return history(verticalKey, segment).stream()
                .filter(version -> version.status() == StrategyVersion.Status.REVIEW)
                .findFirst();
    }

    /** Every version that waits for approval. */
    public List<StrategyVersion> waiting(String verticalKey) {
        rights.require(Permission.EDIT_STRATEGIES, verticalKey);
        return dao.all(verticals.get(verticalKey).id()).stream()
                .filter(version -> version.status() == StrategyVersion.Status.REVIEW)
                .toList();
    }

    /** Approves what somebody else asked for. It applies at its moment, or at once where that is over; strategies that run follow it then. */
    @Transactional
    public StrategyVersion approve(String verticalKey, SegmentName segment, int number) {
        StrategyVersion version = toDecide(verticalKey, segment, number);
        if (version.author().equals(rights.user().login())) {
            throw new Problem("strategy.problem.own-approval");
        }
        current(verticalKey, segment).filter(now -> now.number() > number).ifPresent(now -> {
            throw new ConflictProblem(
                    "strategy.problem.version-newer", now.number(), person(verticalKey, now.author()));
        });
        Vertical vertical = verticals.get(verticalKey);
        if (version.kind() == StrategyVersion.Kind.RETIRED) {
            requireRetirable(vertical, segment);
        } else {
            check(verticalKey, StrategyCodec.read(version.content()));
        }
        return log.decide(vertical, version, StrategyVersion.Status.PUBLISHED, "");
    }

    /** Refuses what somebody else asked for. */
    @Transactional
    public void refuse(String verticalKey, SegmentName segment, int number, String why) {
        StrategyVersion version = toDecide(verticalKey, segment, number);
        requireNote(why);
        log.decide(verticals.get(verticalKey), version, StrategyVersion.Status.REFUSED, why.strip());
    }

    /** Takes back a version that waits, for approval or for its moment. */
    @Transactional
    public void withdraw(String verticalKey, SegmentName segment, int number) {
        StrategyVersion version = toDecide(verticalKey, segment, number);
        log.withdraw(verticals.get(verticalKey), version);
    }

    private StrategyVersion toDecide(String verticalKey, SegmentName segment, int number) {
        rights.require(Permission.EDIT_STRATEGIES, verticalKey);
        return get(history(verticalKey, segment), number);
    }

    private static StrategyVersion get(List<StrategyVersion> history, int number) {
        return history.stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(() -> new Problem("strategy.problem.no-version", number));
    }

    /** A strategy that is planned anew would come back by itself. */
    private void requireRetirable(Vertical vertical, SegmentName segment) {
        planned(vertical.key(), segment).stream().findFirst().ifPresent(planned -> {
            throw new Problem("strategy.problem.retire-planned", planned.number());
        });
        if (running.all(vertical.id()).stream()
                .anyMatch(strategy -> strategy.segment().equals(segment))) {
            throw new Problem("strategy.problem.retire-running");
        }
    }

    /** Whether a consultant may do away with it: the plugin has none of its own. */
    public boolean mayRetire(String verticalKey, SegmentName segment) {
        return rights.may(Permission.EDIT_STRATEGIES, verticalKey)
                && StrategyDefaults.of(verticals.get(verticalKey), segment).isEmpty()
                && current(verticalKey, segment)
                        .filter(version -> version.kind() == StrategyVersion.Kind.SET)
                        .isPresent();
    }

    /** The segments that have no strategy yet. */
    public List<SegmentName> without(String verticalKey) {
        AppliedStrategies applied = applied(verticalKey);
        return applied.vertical().definition().models().stream()
                .flatMap(model -> model.segments().stream().map(each -> new SegmentName(model.id(), each.id())))
                .filter(segment -> applied.find(segment).isEmpty())
                .toList();
    }

    /** Whether the user writes strategies. */
    public boolean mayEdit(String verticalKey) {
        return rights.may(Permission.EDIT_STRATEGIES, verticalKey);
    }
}
