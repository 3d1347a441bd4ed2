package org.clientele.segment.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.Problem;
import org.clientele.common.ui.LatestEdit;
import org.clientele.common.ui.Messages;
import org.clientele.common.ui.PageMessage;
import org.clientele.frontend.BackLink;
import org.clientele.frontend.Columns;
import org.clientele.frontend.GridChart;
import org.clientele.frontend.Icon;
import org.clientele.frontend.PageHeader;
import org.clientele.frontend.Tag;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.VerticalPage;
import org.clientele.segment.ModelChange;
import org.clientele.segment.ModelVersions;
import org.clientele.segment.ModelsChanged;
import org.clientele.segment.OwnModels;
import org.clientele.segment.SegmentUses;
import org.clientele.segment.SnapshotChanged;
import org.clientele.segment.Studio;
import org.clientele.segment.StudioSession;
import org.jspecify.annotations.Nullable;

/** Edits a model over the customers of now: every edit shows its effect, is kept as a draft, and can be taken back until it is published. */
@Route("v/:vertical/segments/:model/studio")
@PermitAll
class StudioView extends VerticalPage {
    /** Once the dialog that has the focus is away. */
    private static final String FOCUS_IF_NOWHERE =
            "setTimeout(() => document.activeElement === document.body && this.focus(), 400)";

    private final transient Studio studio;
    private final transient ModelVersions versions;
    private final transient SegmentUses uses;
    private final transient OwnModels own;
    private final transient LatestEdit previews;
    private final ModelNotices notices;
    private final StudioProblems problems = new StudioProblems();
    private final Div content = new Div();
    private final Tag draftTag = new Tag("");
    private final Button undoButton = new Button(Icon.UNDO_2.create(), click -> undo());
    private final Button redoButton = new Button(Icon.UNDO_2.create(), click -> redo());
    private final Button discardButton = new Button("", click -> discard());
    private final Button publishButton = new Button("", click -> publish());
    private final Button versionsButton = new Button(Icon.HISTORY.create(), click -> openHistory());

    private String model = "";
    private transient @Nullable OpenModel opened;
    private transient @Nullable EditSteps edits;
    private @Nullable PageHeader header;
    private @Nullable DraftKeeper keeper;
    private @Nullable VersionsDialog history;
    private transient @Nullable StudioFields fields;
    private transient @Nullable StudioPreview preview;

    StudioView(
            Verticals verticals,
            Rights rights,
            Announcements announcements,
            Studio studio,
            ModelVersions versions,
            SegmentUses uses,
            OwnModels own) {
        super(verticals, rights, announcements);
        this.studio = studio;
        this.versions = versions;
        this.uses = uses;
        this.own = own;
        this.notices = new ModelNotices(versions, rights.user().login(), this::openHistory);
        this.previews = new LatestEdit(studio.workers());
        content.addClassName("stack");
        hear(SnapshotChanged.class, change -> follow(change.verticalKey()));
        hear(ModelsChanged.class, change -> versionsChanged(change.verticalKey()));
        Shortcuts.addShortcutListener(this, this::undo, Key.KEY_Z, KeyModifier.CONTROL, KeyModifier.ALT);
        Shortcuts.addShortcutListener(this, this::redo, Key.KEY_Y, KeyModifier.CONTROL, KeyModifier.ALT);
    }

    @Override
    protected Permission permission() {
        return Permission.MANAGE_SEGMENTS;
    }

    @Override
    protected String title() {
        return getTranslation("segment.studio.title");
    }

    @Override
    protected void show(Vertical vertical, BeforeEnterEvent event) {
        List<String> address = event.getLocation().getSegments();
        model = address.size() > 3 ? address.get(3) : "";
        opened = null;
        edits = null;
        if (!studio.canEdit(vertical.key(), model)) {
            add(new PageMessage(
                    Icon.SLIDERS_HORIZONTAL,
                    getTranslation("segment.studio.nothing"),
                    getTranslation("segment.studio.nothing.next")));
            return;
        }
        again();
    }

    /** Opens the model anew, as after a publication. */
    private void again() {
        int newest = versions.history(vertical().key(), model).getFirst().number();
        OpenModel now = OpenModel.of(studio.open(vertical().key(), model), getLocale(), newest);
        DraftKeeper drafts = new DraftKeeper(versions, now, this::takeOver, this::state);
        opened = now;
        notices.show(now);
        keeper = drafts;
        edits = new EditSteps(drafts.newest().orElse(now.applied()));
        removeAll();
        problems.removeAll();
        PageHeader made = header(now);
        header = made;
        add(made, drafts, notices, problems, content);
        draw();
    }

    /** The button that led here can no longer be pressed: whoever works by the keyboard goes on beside it. */
    private void published() {
        again();
        versionsButton.getElement().executeJs(FOCUS_IF_NOWHERE);
    }

    /** New data: the same draft over the customers of now, what is typed and what can be clicked left where it is. */
    private void follow(String verticalKey) {
        OpenModel before = opened;
        if (before == null || !verticalKey.equals(vertical().key())) {
            return;
        }
        boolean edited = isEdited();
        OpenModel now = OpenModel.of(studio.open(vertical().key(), model), getLocale(), before.seen());
        opened = now;
        notices.show(now);
        keeper().follow(now);
        Optional.ofNullable(header).ifPresent(shown -> shown.setSubtitle(subtitle(now)));
        if (!edited) {
            edits().follow(now.applied());
        }
        if (!now.model().equals(before.model())) {
            draw();
            return;
        }
        Optional.ofNullable(preview).ifPresent(shown -> shown.follow(now));
        fields().follow(now);
        preview();
    }

    /** A version was asked for, approved, withdrawn, or became due; the segments themselves follow with the data. */
    private void versionsChanged(String verticalKey) {
        OpenModel now = opened;
        if (now != null && verticalKey.equals(vertical().key())) {
            notices.show(now);
            publishButton.setText(dialogs().publishText());
            Optional.ofNullable(history).ifPresent(VersionsDialog::follow);
        }
    }

    private void openHistory() {
        history = dialogs().history();
    }

    private OpenModel opened() {
        return Optional.ofNullable(opened).orElseThrow();
    }

    private EditSteps edits() {
        return Optional.ofNullable(edits).orElseThrow();
    }

    private StudioFields fields() {
        return Optional.ofNullable(fields).orElseThrow();
    }

    private DraftKeeper keeper() {
        return Optional.ofNullable(keeper).orElseThrow();
    }

    private StudioDialogs dialogs() {
        return new StudioDialogs(rights(), versions, uses, opened(), this::published);
    }

    private boolean isEdited() {
        return !edits().current().equals(opened().applied());
    }

    private void draw() {
        StudioPreview shown = new StudioPreview(opened());
        preview = shown;
        StudioFields asked = new StudioFields(opened(), this::edited);
        fields = asked;
        GridChart grid = shown.grid();
        content.removeAll();
        content.add(
                new Columns(
                                Columns.Shape.TWO,
                                asked.card(),
                                grid == null
                                        ? Columns.stack(shown.effect(), shown.checks())
                                        : Columns.stack(asked.labels(grid), shown.effect(), shown.checks()))
                        .top()
                        .following(),
                shown.whoMoves());
        asked.set(edits().current());
        preview();
    }

    private String subtitle(OpenModel now) {
        return now.text(
                now.session().isNew() ? "segment.studio.subtitle.new" : "segment.studio.subtitle",
                now.session().snapshot().present().cardinality(),
                now.words().formats().date(now.session().snapshot().asOf()),
                new VersionWords(now.words(), versions).line(versions.current(now.verticalKey(), model)));
    }

    private PageHeader header(OpenModel now) {
        PageHeader made =
                new PageHeader(now.text("segment.studio.of", now.words().model(now.model())), subtitle(now));
        made.tags(draftTag);
        iconButton(undoButton, "segment.studio.undo");
        iconButton(redoButton, "segment.studio.redo");
        redoButton.getIcon().getStyle().set("transform", "scaleX(-1)");
        discardButton.setText(now.text("segment.studio.discard"));
        discardButton.addThemeVariants(ButtonVariant.TERTIARY);
        versionsButton.setText(now.text("segment.studio.versions"));
        publishButton.setText(dialogs().publishText());
        if (own.isOwn(now.verticalKey(), model)) {
            OwnModelActs acts = new OwnModelActs(now.words(), own, uses, now.model());
            made.actions(acts.names(this::again));
            if (now.session().isNew()) {
                made.actions(acts.deletion());
            }
        }
        return made.before(new BackLink(
                        SegmentsNavigation.model(now.verticalKey(), model), now.text("segment.studio.back")))
                .actions(undoButton, redoButton, discardButton, versionsButton)
                .primary(publishButton);
    }

    private void iconButton(Button button, String key) {
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(opened().text(key));
        button.setTooltipText(opened().text(key));
    }

    private void edited() {
        ModelChange change = fields().change();
        if (change.equals(edits().current())) {
            problems.removeAll();
            fields().judge();
            return;
        }
        try {
            opened().session().model(change);
        } catch (Problem problem) {
            refused(problem);
            return;
        }
        problems.removeAll();
        fields().judge();
        edits().edit(change);
        save();
        preview();
    }

    private void undo() {
        if (edits != null && edits().undo()) {
            showEdit();
            save();
        }
    }

    private void redo() {
        if (edits != null && edits().redo()) {
            showEdit();
            save();
        }
    }

    /** Takes over what somebody else saved. */
    private void takeOver(ModelChange change) {
        edits().edit(change);
        showEdit();
    }

    /** Shows what was edited by other means than its fields. */
    private void showEdit() {
        fields().set(edits().current());
        preview();
    }

    private void save() {
        try {
            keeper().save(edits().current());
        } catch (Problem problem) {
            refused(problem);
        }
        state();
    }

    private void discard() {
        try {
            keeper().discard();
            ModelChange before = edits().current();
            takeOver(opened().applied());
            Messages.done(opened().text("segment.studio.discarded"), () -> {
                takeOver(before);
                save();
            });
        } catch (Problem problem) {
            Messages.problem(problem);
        }
    }

    private void publish() {
        if (problems.isShown()) {
            Messages.problem(opened().text("segment.studio.unfinished"));
            return;
        }
        dialogs().publish(edits().current(), keeper().revision());
    }

    private void refused(Problem problem) {
        problems.show(problem, fields());
    }

    private void preview() {
        state();
        if (fields().isBlank()) {
            problems.removeAll();
            Optional.ofNullable(preview).ifPresent(StudioPreview::blank);
            return;
        }
        UI ui = UI.getCurrent();
        OpenModel over = opened();
        ModelChange change = edits().current();
        previews.submit(() -> {
            StudioSession.Outcome outcome = over.session().preview(change);
            ui.access(() -> {
                if (over.equals(opened) && change.equals(edits().current())) {
                    show(outcome);
                }
            });
        });
    }

    private void show(StudioSession.Outcome outcome) {
        if (fields().change().equals(edits().current())) {
            problems.removeAll();
        }
        switch (outcome) {
            case StudioSession.Outcome.Refused(Problem problem) -> refused(problem);
            case StudioSession.Outcome.Shown(var effect, long nanos) -> {
                Optional.ofNullable(preview).ifPresent(shown -> shown.show(effect, nanos));
                fields().show(effect);
            }
        }
    }

    private void state() {
        boolean changed = isEdited();
        int revision = keeper().revision();
        undoButton.setEnabled(edits().canUndo());
        redoButton.setEnabled(edits().canRedo());
        publishButton.setEnabled(
                !fields().isBlank() && (changed || opened().session().isNew()));
        discardButton.setVisible(revision > 0);
        draftTag.setVisible(changed || revision > 0);
        draftTag.setText(opened().text("segment.studio.draft", revision));
    }
}
