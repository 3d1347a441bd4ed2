package org.clientele.segment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.access.Audit;
import org.clientele.access.Colleagues;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Problem;
import org.clientele.notification.ApprovalNotices;
import org.clientele.notification.NoticeKind;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.segment.persistence.ModelVersionDao;
import org.jspecify.annotations.Nullable;

/** Writes the history of models; whoever calls checks the change and the rights. */
final class VersionLog {
    static final int FIRST = 1;

    private final ModelVersionDao dao;
    private final Rights rights;
    private final Colleagues colleagues;
    private final Audit audit;
    private final Announcements announcements;
    private final ApprovalNotices notices;
    private final Clock clock;

    VersionLog(
            ModelVersionDao dao,
            Rights rights,
            Colleagues colleagues,
            Audit audit,
            Announcements announcements,
            Clock clock) {
        this.dao = dao;
        this.rights = rights;
        this.colleagues = colleagues;
        this.audit = audit;
        this.announcements = announcements;
        this.notices =
                new ApprovalNotices(announcements, rights, NoticeKind.APPROVAL_WANTED, NoticeKind.APPROVAL_DECIDED);
        this.clock = clock;
    }

    /**
     * How a version is to be published.
     *
     * @param note why
     * @param at from when, or null: at once
     * @param seen the newest version that the author saw
     */
    record Wish(String note, @Nullable Instant at, int seen) {}

    /** What the plugin says of a model. */
    static ModelChange installed(Vertical vertical, String model) {
        ModelDefinition plugin = vertical.definition().model(model);
        if (plugin == null) {
            throw new Problem("segment.problem.no-model", model);
        }
        return ModelChange.of(plugin).orElseThrow(() -> new Problem("segment.problem.not-changeable", model));
    }

    Map<String, ModelVersion> current(int vertical) {
        return dao.current(vertical, clock.instant());
    }

    /** Every version, newest first; version 1, the plugin's, also where nobody ever set anything. */
    List<ModelVersion> history(Vertical vertical, String model) {
        List<ModelVersion> stored = dao.history(vertical.id(), model);
        return stored.isEmpty() ? List.of(first(vertical, model)) : stored;
    }

    /** Publishes a checked change, at once or at its moment. */
    ModelVersion publish(Vertical vertical, ModelChange change, Wish wish) {
        Instant now = clock.instant();
        Instant from = Optional.ofNullable(wish.at()).orElse(now);
        ModelVersion added = add(vertical, change, wish, ModelVersion.Status.PUBLISHED, from);
        told(vertical, "segment.model", change.model(), added);
        return added;
    }

    /** Asks somebody else to approve a checked change. */
    ModelVersion propose(Vertical vertical, ModelChange change, Wish wish) {
        ModelVersion added = add(vertical, change, wish, ModelVersion.Status.REVIEW, wish.at());
        told(vertical, "segment.model.propose", change.model(), added);
        notices.tellWanted(named(vertical, added), added.note());
        return added;
    }

    /** Decides on a version, which must still have the status. */
    void decide(Vertical vertical, ModelVersion decided, ModelVersion.Status from) {
        if (!dao.decide(vertical.id(), decided, from)) {
            throw new ConflictProblem("segment.problem.decided");
        }
        String verb = decided.status() == ModelVersion.Status.PUBLISHED
                ? "approve"
                : decided.status() == ModelVersion.Status.REFUSED ? "refuse" : "withdraw";
        told(vertical, "segment.model." + verb, decided.model(), decided);
        boolean approved = decided.status() == ModelVersion.Status.PUBLISHED;
        if (approved || decided.status() == ModelVersion.Status.REFUSED) {
            notices.tellDecided(named(vertical, decided), approved);
        }
    }

    private static ApprovalNotices.Version named(Vertical vertical, ModelVersion version) {
        return new ApprovalNotices.Version(
                vertical.key(), vertical.id(), version.model(), version.model(), version.number(), version.author());
    }

    /** Keeps a new default of the plugin beside what is published; what follows the plugin follows it. */
    void note(Vertical vertical, String model) {
        List<ModelVersion> stored = dao.history(vertical.id(), model);
        ModelChange installed = installed(vertical, model);
        boolean known = stored.stream()
                .filter(version -> version.kind() == ModelVersion.Kind.INSTALLED)
                .findFirst()
                .map(version -> isSame(vertical, installed, version))
                .orElse(true);
        if (known) {
            return;
        }
        ModelVersion applied = current(vertical.id()).get(model);
        boolean follows = applied == null || applied.kind() == ModelVersion.Kind.INSTALLED;
        Instant now = clock.instant();
        dao.add(
                vertical.id(),
                new ModelVersion(
                        model,
                        stored.getFirst().number() + 1,
                        ModelVersion.Kind.INSTALLED,
                        follows ? ModelVersion.Status.PUBLISHED : ModelVersion.Status.OFFERED,
                        ModelChangeCodec.write(installed),
                        "",
                        "",
                        now,
                        null,
                        null,
                        null,
                        follows ? now : null));
    }

    /** Whether a version says what the plugin says, however it was written: what could be set then is not all that can be set now. */
    private static boolean isSame(Vertical vertical, ModelChange installed, ModelVersion version) {
        String stored = version.definition();
        ModelDefinition plugin = vertical.definition().model(installed.model());
        if (stored == null || plugin == null) {
            return true;
        }
        try {
            return installed.equals(ModelChangeCodec.read(plugin, stored));
        } catch (Problem otherKind) {
            return false;
        }
    }

    private ModelVersion add(
            Vertical vertical, ModelChange change, Wish wish, ModelVersion.Status status, @Nullable Instant from) {
        ModelChange installed = installed(vertical, change.model());
        List<ModelVersion> before = history(vertical, change.model());
        if (before.getFirst().number() != wish.seen()) {
            throw newer(vertical, before.getFirst());
        }
        if (dao.history(vertical.id(), change.model()).isEmpty()) {
            dao.add(vertical.id(), first(vertical, change.model()));
        }
        ModelVersion version = new ModelVersion(
                change.model(),
                before.getFirst().number() + 1,
                isMadeHere(before) || !change.equals(installed) ? ModelVersion.Kind.SET : ModelVersion.Kind.INSTALLED,
                status,
                ModelChangeCodec.write(change),
                wish.note().strip(),
                rights.user().login(),
                clock.instant(),
                null,
                null,
                null,
                from);
        if (!dao.add(vertical.id(), version)) {
            throw new ConflictProblem("segment.problem.version-taken", version.number());
        }
        return version;
    }

    /** Whether the model was made in the portal: no plugin to follow stands behind it. */
    private static boolean isMadeHere(List<ModelVersion> history) {
        return history.getLast().status() == ModelVersion.Status.CREATED;
    }

    /** Begins the history of a model that was made in the portal; nothing that applies changes, so nobody has to follow. */
    void begin(Vertical vertical, ModelDefinition made, String note) {
        ModelVersion created = new ModelVersion(
                made.id(),
                FIRST,
                ModelVersion.Kind.SET,
                ModelVersion.Status.CREATED,
                ModelChangeCodec.write(ModelChange.of(made).orElseThrow()),
                note,
                rights.user().login(),
                clock.instant(),
                null,
                null,
                null,
                null);
        if (!dao.add(vertical.id(), created)) {
            throw new ConflictProblem("segment.problem.version-taken", FIRST);
        }
        audit(vertical, "segment.model.create", made.id(), created);
    }

    private ConflictProblem newer(Vertical vertical, ModelVersion version) {
        return new ConflictProblem(
                "segment.problem.version-newer", version.number(), colleagues.name(vertical.key(), version.author()));
    }

    private static ModelVersion first(Vertical vertical, String model) {
        return new ModelVersion(
                model,
                FIRST,
                ModelVersion.Kind.INSTALLED,
                ModelVersion.Status.PUBLISHED,
                ModelChangeCodec.write(installed(vertical, model)),
                "",
                "",
                Instant.EPOCH,
                null,
                null,
                null,
                Instant.EPOCH);
    }

    private void audit(Vertical vertical, String action, String model, ModelVersion version) {
        audit.record(
                action, vertical.key() + " " + model, null, "version " + version.number() + " " + version.definition());
    }

    private void told(Vertical vertical, String action, String model, ModelVersion version) {
        audit(vertical, action, model, version);
        announcements.publish(new ModelsChanged(vertical.key()));
    }
}
