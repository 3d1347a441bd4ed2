package org.clientele.segment.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import java.util.function.Consumer;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Problem;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Tone;
import org.clientele.segment.ModelChange;
import org.clientele.segment.ModelDraft;
import org.clientele.segment.ModelVersions;

/** Keeps the draft of a model. When two people edited it both drafts are there, and whoever comes second chooses here. */
final class DraftKeeper extends Div {
    private final transient ModelVersions versions;
    private final transient Consumer<ModelChange> takeOver;
    private final transient Runnable kept;
    private transient OpenModel model;
    private int revision;

    /**
     * @param takeOver takes over somebody else's draft
     * @param kept told when another draft than seen before is the newest
     */
    DraftKeeper(ModelVersions versions, OpenModel model, Consumer<ModelChange> takeOver, Runnable kept) {
        this.versions = versions;
        this.model = model;
        this.takeOver = takeOver;
        this.kept = kept;
        addClassName("remark");
    }

    /** Goes on with the model as it was opened anew. */
    void follow(OpenModel now) {
        model = now;
    }

    /** The revision that was saved last, 0 when there is no draft. */
    int revision() {
        return revision;
    }

    /** The newest draft; none when an upgrade of the plugin left it behind. */
    Optional<ModelChange> newest() {
        Optional<ModelDraft> draft =
                versions.draft(model.verticalKey(), model.model().id());
        revision = draft.map(ModelDraft::revision).orElse(0);
        return draft.flatMap(this::usable);
    }

    private Optional<ModelChange> usable(ModelDraft draft) {
        try {
            ModelChange change =
                    versions.content(model.verticalKey(), model.model().id(), draft);
            model.session().model(change);
            return Optional.of(change);
        } catch (Problem unusable) {
            return Optional.empty();
        }
    }

    /** Saves a draft; fails with a problem that says what to mend. */
    void save(ModelChange change) {
        try {
            revision = versions.save(model.verticalKey(), change, revision).revision();
            removeAll();
        } catch (ConflictProblem changed) {
            offerBoth(changed, change);
        }
    }

    private void offerBoth(ConflictProblem changed, ModelChange mine) {
        removeAll();
        Div buttons = new Div(
                new Button(model.text("segment.studio.take-theirs"), click -> takeTheirs()),
                new Button(model.text("segment.studio.keep-mine"), click -> keep(mine)));
        buttons.addClassName("row");
        add(new Banner(Tone.WARN, Messages.text(changed)), buttons);
    }

    private void takeTheirs() {
        removeAll();
        newest().ifPresent(takeOver);
        kept.run();
    }

    private void keep(ModelChange mine) {
        newest();
        save(mine);
        kept.run();
    }

    /** Forgets the draft. */
    void discard() {
        if (revision > 0) {
            versions.discard(model.verticalKey(), model.model().id(), revision);
        }
        revision = 0;
    }
}
