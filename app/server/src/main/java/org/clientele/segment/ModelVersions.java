package org.clientele.segment;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
import org.clientele.plugin.VerticalsChanged;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.segment.persistence.ModelDraftDao;
import org.clientele.segment.persistence.ModelVersionDao;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Drafts and versions of models: who changed what, when and why. A draft is published by its author or, where the vertical asks for it,
 * by somebody else. Published versions stay as they are; going back publishes an older one anew.
 */
@Service
public class ModelVersions {
    private static final int LONGEST_NOTE = 1_000;

    private final ModelVersionDao dao;
    private final ModelDraftDao drafts;
    private final ModelOverrides overrides;
    private final SegmentUses uses;
    private final Verticals verticals;
    private final Colleagues colleagues;
    private final Rights rights;
    private final Audit audit;
    private final Announcements announcements;
    private final Clock clock;
    private final VersionLog log;
    private final Announcements.Subscription subscription;

    public ModelVersions(
            ModelVersionDao dao,
            ModelDraftDao drafts,
            ModelOverrides overrides,
            SegmentUses uses,
            Verticals verticals,
            Colleagues colleagues,
            Rights rights,
            Audit audit,
            Announcements announcements,
            Clock clock) {
        this.dao = dao;
        this.drafts = drafts;
        this.overrides = overrides;
        this.uses = uses;
        this.verticals = verticals;
        this.colleagues = colleagues;
        this.rights = rights;
        this.audit = audit;
        this.announcements = announcements;
        this.clock = clock;
        this.log = new VersionLog(dao, rights, colleagues, audit, announcements, clock);
        this.subscription = announcements.listen(VerticalsChanged.class, change -> noteDefaults(change.verticalKey()));
    }

    @PreDestroy
    void stop() {
        subscription.close();
    }

    /** Notes defaults that upgrades changed while the portal was down. */
    @EventListener(ApplicationReadyEvent.class)
    void noteDefaults() {
        verticals.enabled().forEach(vertical -> noteDefaults(vertical.key()));
    }

    void noteDefaults(String verticalKey) {
        verticals.find(verticalKey).ifPresent(vertical -> vertical.definition().models().stream()
                .filter(model -> ModelChange.of(model).isPresent())
                .forEach(model -> log.note(vertical, model.id())));
    }

    /** Every version of a model, newest first. */
    public List<ModelVersion> history(String verticalKey, String model) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        return log.history(verticals.get(verticalKey), model);
    }

    /** The version that applies. */
    public ModelVersion current(String verticalKey, String model) {
        Vertical vertical = verticals.get(verticalKey);
        List<ModelVersion> history = history(verticalKey, model);
        return Optional.ofNullable(log.current(vertical.id()).get(model)).orElseGet(history::getLast);
    }

    /** The moment that decides what applies. */
    public Instant now() {
        return clock.instant();
    }

    /** What the author of a version, or who decided on it, is called. @param login of theirs */
    public String person(String verticalKey, String login) {
        return colleagues.name(verticalKey, login);
    }

    /** What a version sets; where the plugin's was not recorded, the plugin's of now. */
    public ModelChange content(String verticalKey, ModelVersion version) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        Vertical vertical = overrides.editing(verticals.get(verticalKey), version.model());
        String stored = version.definition();
        return stored == null
                ? VersionLog.installed(vertical, version.model())
                : read(vertical, version.model(), stored);
    }

    private static ModelChange read(Vertical vertical, String model, String stored) {
        ModelDefinition plugin = Optional.ofNullable(vertical.definition().model(model))
                .orElseThrow(() -> new Problem("segment.problem.no-model", model));
        return ModelChangeCodec.read(plugin, stored);
    }

    /** The draft that is being edited, if there is one. */
    public Optional<ModelDraft> draft(String verticalKey, String model) {
        rights.require(Permission.MANAGE_SEGMENTS, verticalKey);
        return drafts.newest(verticals.get(verticalKey).id(), model);
    }

    /** What a draft sets. */
    public ModelChange content(String verticalKey, String model, ModelDraft draft) {
        rights.require(Permission.MANAGE_SEGMENTS, verticalKey);
        return read(overrides.editing(verticals.get(verticalKey), model), model, draft.definition());
    }

    /** Every save of the draft that is kept, newest first. */
    public List<ModelDraft> saves(String verticalKey, String model) {
        rights.require(Permission.MANAGE_SEGMENTS, verticalKey);
        return drafts.saves(verticals.get(verticalKey).id(), model);
    }

    /**
     * Saves the draft.
     *
     * @param seen the revision it was made from, 0 for none
     * @throws ConflictProblem when somebody else saved since; both saves can be had, this one by its author's screen
     */
    public ModelDraft save(String verticalKey, ModelChange change, int seen) {
        overrides.preview(verticalKey, change);
        int vertical = verticals.get(verticalKey).id();
        int newest = drafts.newest(vertical, change.model())
                .map(ModelDraft::revision)
                .orElse(0);
        ModelDraft draft = new ModelDraft(
                seen + 1, ModelChangeCodec.write(change), rights.user().login(), clock.instant());
        if (newest != seen || !drafts.save(vertical, change.model(), draft)) {
            throw draftChanged(verticalKey, change.model());
        }
        return draft;
    }

    /** Forgets the draft. @param seen the revision last seen */
    public void discard(String verticalKey, String model, int seen) {
        rights.require(Permission.MANAGE_SEGMENTS, verticalKey);
        int vertical = verticals.get(verticalKey).id();
        if (!drafts.discard(vertical, model, seen)) {
            throw draftChanged(verticalKey, model);
        }
    }

    private ConflictProblem draftChanged(String verticalKey, String model) {
        return drafts.newest(verticals.get(verticalKey).id(), model)
                .map(newest ->
                        new ConflictProblem("segment.problem.draft-changed", person(verticalKey, newest.author())))
                .orElseGet(() -> new ConflictProblem("segment.problem.draft-gone"));
    }

    /** Whether somebody else has to approve versions. */
    public boolean reviewRequired(String verticalKey) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        return dao.reviewRequired(verticals.get(verticalKey).id());
    }

    /** Sets whether somebody else has to approve versions; for administrators, since those bound by it must not lift it. */
    @Transactional
    public void requireReview(String verticalKey, boolean required) {
        rights.require(Permission.MANAGE_USERS, verticalKey);
        Vertical vertical = verticals.get(verticalKey);
        boolean before = dao.reviewRequired(vertical.id());
        dao.requireReview(vertical.id(), required);
        audit.record("segment.review", verticalKey, String.valueOf(before), String.valueOf(required));
        announcements.publish(new ModelsChanged(verticalKey));
    }

    /**
     * Publishes a change, or asks for approval where the vertical requires it; the draft is done with. Refused while something uses a segment that
     * the change leaves nobody a way into.
     *
     * @param note why
     * @param at from when, or null: at once
     * @param seen the newest version that the author saw
     * @param draft the revision of the draft that is published, 0 when it was never saved
     */
    @Transactional
    public ModelVersion publish(
            String verticalKey, ModelChange change, String note, @Nullable Instant at, int seen, int draft) {
        uses.requireNothingBreaks(verticalKey, change);
        requireNote(note);
        requireFuture(at);
        Vertical vertical = overrides.editing(verticals.get(verticalKey), change.model());
        if (draft > 0 && !drafts.discard(vertical.id(), change.model(), draft)) {
            throw draftChanged(verticalKey, change.model());
        }
        VersionLog.Wish wish = new VersionLog.Wish(note, at, seen);
        return dao.reviewRequired(vertical.id())
                ? log.propose(vertical, change, wish)
                : log.publish(vertical, change, wish);
    }

    /** Publishes what an older version says as a new one, or asks for approval. */
    @Transactional
    public ModelVersion rollBack(String verticalKey, String model, int number, String note) {
        ModelVersion older = get(verticalKey, model, number);
        int newest = history(verticalKey, model).getFirst().number();
        return publish(verticalKey, content(verticalKey, older), note, null, newest, 0);
    }

    /** Approves what somebody else asked for; it applies at its moment, or at once. */
    @Transactional
    public void approve(String verticalKey, String model, int number) {
        ModelVersion version = toDecide(verticalKey, model, number);
        uses.requireNothingBreaks(verticalKey, content(verticalKey, version));
        if (version.author().equals(rights.user().login())) {
            throw new Problem("segment.problem.own-approval");
        }
        Instant now = clock.instant();
        Instant wished = version.effectiveAt();
        Instant from = wished == null || wished.isBefore(now) ? now : wished;
        log.decide(
                verticals.get(verticalKey),
                decided(version, ModelVersion.Status.PUBLISHED, null, from),
                ModelVersion.Status.REVIEW);
    }

    /** Refuses what somebody else asked for. */
    @Transactional
    public void refuse(String verticalKey, String model, int number, String why) {
        ModelVersion version = toDecide(verticalKey, model, number);
        requireNote(why);
        log.decide(
                verticals.get(verticalKey),
                decided(version, ModelVersion.Status.REFUSED, why.strip(), version.effectiveAt()),
                ModelVersion.Status.REVIEW);
    }

    /** Takes back a version that waits, for approval or for its moment. */
    @Transactional
    public void withdraw(String verticalKey, String model, int number) {
        rights.require(Permission.MANAGE_SEGMENTS, verticalKey);
        ModelVersion version = get(verticalKey, model, number);
        log.decide(
                verticals.get(verticalKey),
                decided(version, ModelVersion.Status.WITHDRAWN, null, version.effectiveAt()),
                version.status() == ModelVersion.Status.REVIEW
                        ? ModelVersion.Status.REVIEW
                        : ModelVersion.Status.PUBLISHED);
    }

    private ModelVersion toDecide(String verticalKey, String model, int number) {
        rights.require(Permission.MANAGE_SEGMENTS, verticalKey);
        return get(verticalKey, model, number);
    }

    private ModelVersion get(String verticalKey, String model, int number) {
        return history(verticalKey, model).stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(() -> new Problem("segment.problem.no-version", number));
    }

    private ModelVersion decided(
            ModelVersion version, ModelVersion.Status status, @Nullable String why, @Nullable Instant from) {
        return new ModelVersion(
                version.model(),
                version.number(),
                version.kind(),
                status,
                version.definition(),
                version.note(),
                version.author(),
                version.createdAt(),
                rights.user().login(),
                clock.instant(),
                why,
                from);
    }

    private static void requireNote(String note) {
        if (note.isBlank() || note.length() > LONGEST_NOTE) {
            throw new Problem("segment.problem.note", LONGEST_NOTE);
        }
    }

    private void requireFuture(@Nullable Instant at) {
        if (at != null && !at.isAfter(clock.instant())) {
            throw new Problem("segment.problem.past");
        }
    }
}
