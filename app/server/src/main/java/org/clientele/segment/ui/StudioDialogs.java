package org.clientele.segment.ui;

import java.util.List;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Tone;
import org.clientele.segment.ModelChange;
import org.clientele.segment.ModelVersion.Standing;
import org.clientele.segment.ModelVersions;
import org.clientele.segment.SegmentUse;
import org.clientele.segment.SegmentUses;

/** What the studio asks before something applies, and the history of what applied. */
final class StudioDialogs {
    private final Rights rights;
    private final ModelVersions versions;
    private final SegmentUses uses;
    private final OpenModel model;
    private final Runnable changed;

    /** @param changed told when something was published or decided */
    StudioDialogs(Rights rights, ModelVersions versions, SegmentUses uses, OpenModel model, Runnable changed) {
        this.rights = rights;
        this.versions = versions;
        this.uses = uses;
        this.model = model;
        this.changed = changed;
    }

    private boolean review() {
        return versions.reviewRequired(model.verticalKey());
    }

    /** What the button says that leads to publishing. */
    String publishText() {
        return model.text(review() ? "segment.publish.ask" : "segment.publish.open");
    }

    /**
     * Asks why and from when, and publishes; or says what would break without segments that nothing leads to any more.
     *
     * @param draft its revision, 0 when it was never saved
     */
    void publish(ModelChange change, int draft) {
        List<SegmentUse> lost = uses.lost(model.verticalKey(), change);
        UseTable table = new UseTable(model.words(), model.model(), lost).withRemedies();
        if (lost.stream().anyMatch(SegmentUse::breaks)) {
            new UsesDialog(model.words(), table).open();
            return;
        }
        PublishDialog dialog = publishDialog(change, draft);
        if (!lost.isEmpty()) {
            dialog.remark(new Banner(Tone.WARN, model.text("segment.use.silent")), table);
        }
        planned().forEach(dialog::remark);
        dialog.open();
    }

    /** Versions that wait for their moment and replace then what is published before. */
    private List<Banner> planned() {
        VersionWords said = new VersionWords(model.words(), versions);
        int current = versions.current(model.verticalKey(), model.model().id()).number();
        return versions.history(model.verticalKey(), model.model().id()).stream()
                .filter(version -> version.standing(current, versions.now()) == Standing.SCHEDULED)
                .map(version -> new Banner(
                        Tone.WARN, model.text("segment.publish.overtaken", version.number(), said.moment(version))))
                .toList();
    }

    private PublishDialog publishDialog(ModelChange change, int draft) {
        boolean review = review();
        return new PublishDialog(
                        model.words(),
                        model.text(
                                review ? "segment.publish.ask.title" : "segment.publish.title",
                                model.words().model(model.model())),
                        model.text(review ? "segment.publish.ask.do" : "segment.publish.do"),
                        new DifferenceList(model.words(), model.session(), model.model(), model.applied(), change),
                        (note, at) -> {
                            Messages.done(new VersionWords(model.words(), versions)
                                    .outcome(versions.publish(
                                            model.verticalKey(), change, note, at, model.seen(), draft)));
                            changed.run();
                        })
                .askFrom(versions.now());
    }

    VersionsDialog history() {
        VersionsDialog dialog = new VersionsDialog(
                model.words(),
                versions,
                model.session(),
                model.model(),
                rights.user().login(),
                changed);
        if (rights.may(Permission.MANAGE_USERS, model.verticalKey())) {
            dialog.withReviewSetting();
        }
        dialog.open();
        return dialog;
    }
}
