package org.clientele.segment;

import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clientele.access.Audit;
import org.clientele.access.Colleagues;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Problem;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.SegmentDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.segment.persistence.ModelVersionDao;
import org.clientele.segment.persistence.OwnModelDao;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Models that consultants make in the portal, beside those of the plugin. A new model is edited in the studio like any other; nobody is in
 * its segments before a version of it is published.
 */
@Service
public class OwnModels {
    /** More would be a model that nobody reads. */
    public static final int MOST_SEGMENTS = 20;

    /** In characters, as everywhere here. */
    public static final int LONGEST_NAME = 60;

    public static final int LONGEST_PURPOSE = 400;

    private final OwnModelDao dao;
    private final ModelOverrides overrides;
    private final SegmentUses uses;
    private final Verticals verticals;
    private final Rights rights;
    private final Audit audit;
    private final Announcements announcements;
    private final Clock clock;
    private final VersionLog log;

    public OwnModels(
            OwnModelDao dao,
            ModelVersionDao versions,
            ModelOverrides overrides,
            SegmentUses uses,
            Verticals verticals,
            Colleagues colleagues,
            Rights rights,
            Audit audit,
            Announcements announcements,
            Clock clock) {
        this.dao = dao;
        this.overrides = overrides;
        this.uses = uses;
        this.verticals = verticals;
        this.rights = rights;
        this.audit = audit;
        this.announcements = announcements;
        this.clock = clock;
        this.log = new VersionLog(versions, rights, colleagues, audit, announcements, clock);
    }

    /** Whether models of that id are made in the portal: no plugin's model is called so. */
    public static boolean isMadeHere(String model) {
        return OwnModelIds.isOwn(model);
    }

    /** Whether the model was made in the portal. */
    public boolean isOwn(String verticalKey, String model) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        return overrides.isOwn(verticals.get(verticalKey), model);
    }

    /** The models that no version of applies yet, in the order in which they were made, for whoever may edit them. */
    public List<Unpublished> unpublished(String verticalKey) {
        if (!rights.may(Permission.MANAGE_SEGMENTS, verticalKey)) {
            return List.of();
        }
        Vertical vertical = verticals.get(verticalKey);
        Vertical whole = overrides.whole(vertical);
        return overrides.unpublished(vertical).stream()
                .map(model -> new Unpublished(
                        model.id(),
                        new LocalName(
                                whole.text(Locale.ENGLISH, Texts.model(model.id())),
                                whole.text(Locale.SIMPLIFIED_CHINESE, Texts.model(model.id())))))
                .toList();
    }

    /** A model that nobody is in yet. */
    public record Unpublished(String model, LocalName name) {}

    /**
     * Makes a model; a draft of it can be edited and published from now on.
     *
     * @return its id
     * @throws Problem when it cannot be made, saying what to mend
     */
    @Transactional
    public String create(String verticalKey, NewModel wanted) {
        rights.require(Permission.MANAGE_SEGMENTS, verticalKey);
        Vertical vertical = verticals.get(verticalKey);
        NewModelCheck.require(wanted);
        String id = OwnModelIds.free(
                wanted.name(),
                dao.all(vertical.id()).stream().map(StoredModel::model).toList());
        Vertical whole = overrides.whole(vertical);
        NewModelCheck.requireFree(whole, id, wanted.name());
        Draft draft = wanted.start() instanceof NewModel.Start.CopyOf(String model)
                ? copy(whole, id, wanted, model)
                : draft(id, wanted);
        VerticalDefinition editing = overrides.editing(vertical, id).definition();
        NewModelCheck.require(editing, draft.model());
        if (!(wanted.start() instanceof NewModel.Start.CopyOf)) {
            NewModelCheck.requireStart(editing, draft.model());
        }
        StoredModel made = new StoredModel(
                id,
                OwnModelCodec.write(draft.model()),
                OwnModelCodec.write(draft.texts().byLanguage()),
                rights.user().login(),
                clock.instant(),
                null);
        if (!dao.add(vertical.id(), made)) {
            throw new ConflictProblem("segment.problem.own-taken", wanted.name().inEnglish());
        }
        log.begin(vertical, draft.model(), wanted.purpose().inEnglish());
        return id;
    }

    private record Draft(ModelDefinition model, OwnModelTexts texts) {}

    private static Draft draft(String id, NewModel wanted) {
        Map<String, LocalName> segments = new LinkedHashMap<>();
        wanted.segments().forEach(name -> segments.put(OwnModelIds.segment(name, segments.keySet()), name));
        OwnModelTexts texts =
                OwnModelTexts.of(id, wanted.name(), wanted.purpose()).withSegments(id, segments);
        return new Draft(
                new ModelStarts(id, List.copyOf(segments.keySet())).of(wanted.start()),
                wanted.start() instanceof NewModel.Start.LifeCycle cycle
                        ? texts.withThresholds(id, cycle.names())
                        : texts);
    }

    private Draft copy(Vertical whole, String id, NewModel wanted, String model) {
        ModelDefinition copied = Optional.ofNullable(overrides
                        .effective(verticals.get(whole.key()))
                        .definition()
                        .model(model))
                .or(() -> Optional.ofNullable(whole.definition().model(model)))
                .orElseThrow(() -> new Problem("segment.problem.no-model", model));
        return new Draft(
                ModelCopy.of(copied, id, copied.segments()),
                OwnModelTexts.copied(whole.texts(), copied, id).named(id, wanted.name(), wanted.purpose()));
    }

    /** What a model made here, its purpose and its segments are called. */
    public OwnNames names(String verticalKey, String model) {
        rights.require(Permission.MANAGE_SEGMENTS, verticalKey);
        StoredModel stored = stored(verticals.get(verticalKey), model);
        OwnModelTexts texts = new OwnModelTexts(OwnModelCodec.texts(stored.texts()));
        return new OwnNames(
                texts.name(model), texts.purpose(model), texts.segments(OwnModelCodec.model(stored.definition())));
    }

    /**
     * Calls a model, its purpose and its segments otherwise, at once and for everybody.
     *
     * @param added segments that the model has besides from now on, ranked last; nobody is in them before its conditions or cells say so
     */
    @Transactional
    public void rename(String verticalKey, String model, OwnNames names, List<LocalName> added) {
        rights.require(Permission.MANAGE_SEGMENTS, verticalKey);
        Vertical vertical = verticals.get(verticalKey);
        NewModelCheck.requireNames(names.name(), names.purpose());
        NewModelCheck.requireSegments(Stream.concat(names.segments().values().stream(), added.stream())
                .toList());
        NewModelCheck.requireFree(overrides.whole(vertical), model, names.name());
        StoredModel before = stored(vertical, model);
        StoredModel after = renamed(before, names, added);
        if (!dao.replace(vertical.id(), before, after)) {
            throw new ConflictProblem("segment.problem.own-changed");
        }
        audit.record("segment.model.rename", verticalKey + " " + model, before.texts(), after.texts());
        announcements.publish(new ModelsChanged(verticalKey));
    }

    private static StoredModel renamed(StoredModel before, OwnNames names, List<LocalName> added) {
        ModelDefinition made = OwnModelCodec.model(before.definition());
        OwnModelTexts texts = new OwnModelTexts(OwnModelCodec.texts(before.texts()));
        if (!texts.segments(made).keySet().equals(names.segments().keySet())) {
            throw new ConflictProblem("segment.problem.own-changed");
        }
        if (made.segments().size() + added.size() > MOST_SEGMENTS) {
            throw new Problem(
                    "segment.problem.own-segments",
                    1,
                    MOST_SEGMENTS,
                    made.segments().size() + added.size());
        }
        Map<String, LocalName> segments = new LinkedHashMap<>();
        for (LocalName name : added) {
            Set<String> taken = new HashSet<>(names.segments().keySet());
            taken.addAll(segments.keySet());
            String id = OwnModelIds.segment(name, taken);
            segments.put(id, name);
            made = MoreSegments.with(made, new SegmentDefinition(id, null));
        }
        return before.with(
                OwnModelCodec.write(made),
                OwnModelCodec.write(texts.named(before.model(), names.name(), names.purpose())
                        .renamed(before.model(), names.segments())
                        .withSegments(before.model(), segments)
                        .byLanguage()));
    }

    /** Whether a segment can be added to the model. */
    public boolean takesSegments(String verticalKey, String model) {
        rights.require(Permission.MANAGE_SEGMENTS, verticalKey);
        return MoreSegments.fit(
                OwnModelCodec.model(stored(verticals.get(verticalKey), model).definition()));
    }

    /** Deletes a model: its segments end with the next recompute, their past stays. Refused while something needs one of them. */
    @Transactional
    public void delete(String verticalKey, String model) {
        rights.require(Permission.MANAGE_SEGMENTS, verticalKey);
        Vertical vertical = verticals.get(verticalKey);
        StoredModel stored = stored(vertical, model);
        uses.requireNothingBreaks(verticalKey, model);
        dao.setDeleted(vertical.id(), model, clock.instant());
        audit.record("segment.model.delete", verticalKey + " " + model, stored.definition(), null);
        announcements.publish(new ModelsChanged(verticalKey));
    }

    /** Brings a deleted model back, as it was. */
    @Transactional
    public void restore(String verticalKey, String model) {
        rights.require(Permission.MANAGE_SEGMENTS, verticalKey);
        Vertical vertical = verticals.get(verticalKey);
        dao.setDeleted(vertical.id(), model, null);
        audit.record(
                "segment.model.restore",
                verticalKey + " " + model,
                null,
                stored(vertical, model).definition());
        announcements.publish(new ModelsChanged(verticalKey));
    }

    private StoredModel stored(Vertical vertical, String model) {
        return dao.all(vertical.id()).stream()
                .filter(stored -> stored.model().equals(model) && !stored.isDeleted())
                .findFirst()
                .orElseThrow(() -> new Problem("segment.problem.no-model", model));
    }
}
