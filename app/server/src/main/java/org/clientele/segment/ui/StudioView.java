package org.clientele.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Problem;
import org.clientele.common.ui.Messages;
import org.clientele.engine.comparison.EntropyWeights;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Card;
import org.clientele.frontend.Columns;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.GridChart;
import org.clientele.frontend.Icon;
import org.clientele.frontend.PageHeader;
import org.clientele.frontend.Tag;
import org.clientele.frontend.Tone;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.VerticalPage;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.segment.ConditionProblem;
import org.clientele.segment.ModelChange;
import org.clientele.segment.ModelDraft;
import org.clientele.segment.ModelVersion;
import org.clientele.segment.ModelVersions;
import org.clientele.segment.SnapshotChanged;
import org.clientele.segment.Studio;
import org.clientele.segment.StudioSession;
import org.jspecify.annotations.Nullable;

/** Edits a model over the customers of now: every edit shows its effect, is kept as a draft, and can be taken back until it is published. */
@Route("v/:vertical/segments/:model/studio")
@PermitAll
class StudioView extends VerticalPage {
    private static final int BARS = 48;
    private static final int MOST_UNDO = 100;
    private static final long MILLION = 1_000_000;

    private final transient Studio studio;
    private final transient ModelVersions versions;
    private final transient LatestEdit previews;
    private final transient Deque<ModelChange> undo = new ArrayDeque<>();
    private final transient Deque<ModelChange> redo = new ArrayDeque<>();
    private final Div fieldsHolder = new Div();
    private final Div labelsHolder = new Div();
    private final Div problems = new Div();
    private final Div conflict = new Div();
    private final Div sentence = new Div();
    private final Div segments = new Div();
    private final Div movers = new Div();
    private final Div checks = new Div();
    private final Span speed = new Span();
    private final Tag draftTag = new Tag("");
    private final Button undoButton = new Button(Icon.UNDO_2.create(), click -> step(undo, redo));
    private final Button redoButton = new Button(Icon.UNDO_2.create(), click -> step(redo, undo));
    private final Button discardButton = new Button("", click -> discard());
    private final Button publishButton = new Button("", click -> publish());

    private String model = "";
    private int revision;
    private int seen;
    private transient @Nullable StudioSession session;
    private transient @Nullable SegmentWords words;
    private transient @Nullable ModelChange current;
    private transient @Nullable ModelChange applied;
    private @Nullable ModelFields fields;
    private @Nullable GridChart grid;
    private boolean replacing;

    StudioView(Verticals verticals, Rights rights, Announcements announcements, Studio studio, ModelVersions versions) {
        super(verticals, rights, announcements);
        this.studio = studio;
        this.versions = versions;
        this.previews = new LatestEdit(studio.workers());
        hear(SnapshotChanged.class, change -> follow(change.verticalKey()));
        shortcuts();
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
        undo.clear();
        redo.clear();
        ModelDefinition plugin = vertical.definition().model(model);
        if (plugin == null || !Studio.canEdit(plugin)) {
            add(new EmptyState(
                    Icon.SLIDERS_HORIZONTAL,
                    getTranslation("segment.studio.nothing"),
                    getTranslation("segment.studio.nothing.next")));
            return;
        }
        open();
        draw();
        preview();
    }

    private void open() {
        StudioSession opened = studio.open(vertical().key(), model);
        session = opened;
        words = new SegmentWords(opened.snapshot().vertical(), getLocale());
        ModelVersion newest = versions.history(vertical().key(), model).getFirst();
        seen = newest.number();
        ModelChange from = ModelChange.of(opened.applied()).orElseThrow();
        applied = from;
        Optional<ModelDraft> draft = versions.draft(vertical().key(), model);
        revision = draft.map(ModelDraft::revision).orElse(0);
        current = draft.flatMap(this::usable).orElse(from);
    }

    /** A draft that an upgrade of the plugin left behind is no longer of use. */
    private Optional<ModelChange> usable(ModelDraft draft) {
        try {
            ModelChange change = versions.content(vertical().key(), model, draft);
            session().model(change);
            return Optional.of(change);
        } catch (Problem unusable) {
            return Optional.empty();
        }
    }

    private StudioSession session() {
        return Optional.ofNullable(session).orElseThrow();
    }

    private SegmentWords words() {
        return Optional.ofNullable(words).orElseThrow();
    }

    private ModelChange current() {
        return Optional.ofNullable(current).orElseThrow();
    }

    private ModelChange applied() {
        return Optional.ofNullable(applied).orElseThrow();
    }

    private void draw() {
        add(header(), conflict, problems);
        problems.getElement().setAttribute("aria-live", "polite");
        sentence.getElement().setAttribute("aria-live", "polite");
        speed.addClassName("caption");
        List.of(fieldsHolder, labelsHolder, segments, movers, checks).forEach(part -> part.addClassName("stack"));
        Card effect = new Card(words().text("segment.studio.effect"), sentence, segments)
                .hint(words().text("segment.studio.effect.hint"))
                .actions(speed);
        Card check = new Card(words().text("segment.studio.checks"), checks);
        Card who = new Card(words().text("segment.studio.movers"), movers)
                .hint(words().text("segment.studio.movers.hint"));
        Card edited = new Card(words().text("segment.studio.edit"), fieldsHolder);
        if (session().applied() instanceof ModelDefinition.Rfm) {
            GridChart chart = new GridChart(words().model(session().applied()));
            grid = chart;
            Details cells = new Details(words().text("segment.studio.grid.edit"), labelsHolder);
            Card labels = new Card(words().text("segment.studio.grid"), chart, cells)
                    .hint(words().text("segment.edit.labels.hint"));
            add(new Columns(Columns.Shape.TWO, edited, Columns.stack(labels, effect)).top());
        } else {
            grid = null;
            add(new Columns(Columns.Shape.TWO, edited, Columns.stack(effect)).top());
        }
        add(new Columns(Columns.Shape.TWO, who, check).top());
        showFields();
    }

    private PageHeader header() {
        ModelVersion version = versions.current(vertical().key(), model);
        PageHeader header = new PageHeader(
                words().text("segment.studio.of", words().model(session().applied())),
                words().text(
                                "segment.studio.subtitle",
                                session().snapshot().present().cardinality(),
                                words().formats().date(session().snapshot().asOf()),
                                new VersionWords(words()).line(version)));
        header.tags(draftTag);
        iconButton(undoButton, "segment.studio.undo");
        iconButton(redoButton, "segment.studio.redo");
        redoButton.getIcon().getStyle().set("transform", "scaleX(-1)");
        discardButton.setText(words().text("segment.studio.discard"));
        discardButton.addThemeVariants(ButtonVariant.TERTIARY);
        Button history = new Button(words().text("segment.studio.versions"), Icon.HISTORY.create(), click -> history());
        Button back = new Button(words().text("segment.studio.back"), click -> UI.getCurrent()
                .navigate(SegmentsNavigation.model(vertical().key(), model)));
        back.addThemeVariants(ButtonVariant.TERTIARY);
        publishButton.setText(words().text(
                        versions.reviewRequired(vertical().key()) ? "segment.publish.ask" : "segment.publish.open"));
        return header.actions(back, undoButton, redoButton, discardButton, history)
                .primary(publishButton);
    }

    private void iconButton(Button button, String key) {
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(words().text(key));
        button.setTooltipText(words().text(key));
    }

    private void shortcuts() {
        Shortcuts.addShortcutListener(this, () -> step(undo, redo), Key.KEY_Z, KeyModifier.CONTROL, KeyModifier.ALT);
        Shortcuts.addShortcutListener(this, () -> step(redo, undo), Key.KEY_Y, KeyModifier.CONTROL, KeyModifier.ALT);
    }

    private void showFields() {
        ModelFields made = fieldsOf(session().model(current()));
        fields = made;
        fieldsHolder.removeAll();
        labelsHolder.removeAll();
        if (made instanceof RfmFields rfm) {
            made.onEdit(this::edited);
            rfm.draw(metric -> session().histogram(metric, BARS));
            fieldsHolder.add(rfm.cutFields(), rfmButtons(rfm));
            labelsHolder.add(rfm.labelFields());
        } else {
            made.onEdit(this::edited);
            fieldsHolder.add(made);
        }
    }

    private ModelFields fieldsOf(ModelDefinition definition) {
        return switch (definition) {
            case ModelDefinition.Rfm rfm -> new RfmFields(words(), rfm);
            case ModelDefinition.Tiers tiers -> new TiersFields(words(), tiers);
            case ModelDefinition.Rules rules -> ConditionFields.of(words(), rules);
            case ModelDefinition.LifeCycle cycle -> ConditionFields.of(words(), cycle);
            case ModelDefinition.Matrix matrix -> new MatrixFields(words(), matrix);
            case ModelDefinition.Churn churn -> new ChurnFields(words(), churn);
            case ModelDefinition.Custom custom ->
                throw new IllegalArgumentException("Model %s is the plugin's code".formatted(custom.id()));
        };
    }

    private Div rfmButtons(RfmFields rfm) {
        Button entropy = new Button(
                words().text("segment.studio.entropy"), Icon.WAND_SPARKLES.create(), click -> weightsByEntropy(rfm));
        Button quintiles = new Button(
                words().text("segment.studio.quintiles"), Icon.ROTATE_CCW.create(), click -> rfm.setQuintiles());
        Div buttons = new Div(entropy, quintiles);
        buttons.addClassName("row");
        return buttons;
    }

    private void weightsByEntropy(RfmFields rfm) {
        if (session().model(current()) instanceof ModelDefinition.Rfm definition) {
            switch (session().entropyWeights(definition)) {
                case EntropyWeights.Weights found
                when found.weights().stream().allMatch(weight -> weight > 0) ->
                    rfm.setWeights(found.weights().stream()
                            .map(weight -> Math.max(0.001, Math.round(weight * 1e3) / 1e3))
                            .toList());
                case EntropyWeights.Result _ -> Messages.problem(words().text("segment.studio.entropy.refused"));
            }
        }
    }

    private void edited() {
        ModelFields edited = fields;
        if (replacing || edited == null) {
            return;
        }
        ModelChange change = edited.change();
        if (change.equals(current())) {
            problems.removeAll();
            return;
        }
        try {
            session().model(change);
        } catch (Problem problem) {
            refused(problem);
            return;
        }
        undo.push(current());
        while (undo.size() > MOST_UNDO) {
            undo.removeLast();
        }
        redo.clear();
        current = change;
        save();
        preview();
    }

    private void step(Deque<ModelChange> from, Deque<ModelChange> to) {
        ModelChange wanted = from.poll();
        if (wanted != null) {
            to.push(current());
            replace(wanted);
        }
    }

    private void replace(ModelChange change) {
        current = change;
        replacing = true;
        showFields();
        replacing = false;
        save();
        preview();
    }

    private void save() {
        try {
            revision = versions.save(vertical().key(), current(), revision).revision();
            conflict.removeAll();
        } catch (ConflictProblem changed) {
            offerBoth(changed);
        } catch (Problem problem) {
            refused(problem);
        }
        state();
    }

    /** Two people edited the draft: both are there, whoever comes second chooses. */
    private void offerBoth(ConflictProblem changed) {
        conflict.removeAll();
        Button theirs = new Button(words().text("segment.studio.take-theirs"), click -> takeTheirs());
        Button mine = new Button(words().text("segment.studio.keep-mine"), click -> keepMine());
        Div buttons = new Div(theirs, mine);
        buttons.addClassName("row");
        conflict.add(new Banner(Tone.WARN, Messages.text(changed)), buttons);
    }

    private void takeTheirs() {
        conflict.removeAll();
        Optional<ModelDraft> theirs = versions.draft(vertical().key(), model);
        revision = theirs.map(ModelDraft::revision).orElse(0);
        theirs.flatMap(this::usable).ifPresent(change -> {
            undo.push(current());
            current = change;
            replacing = true;
            showFields();
            replacing = false;
            preview();
        });
        state();
    }

    private void keepMine() {
        revision = versions.draft(vertical().key(), model)
                .map(ModelDraft::revision)
                .orElse(0);
        save();
    }

    private void refused(Problem problem) {
        problems.removeAll();
        String text = problem instanceof ConditionProblem condition
                ? getTranslation(
                        problem.key(),
                        condition.rule() + 1,
                        condition.problem().offset() + 1,
                        condition.problem().message(getLocale()))
                : Messages.text(problem);
        problems.add(new Banner(Tone.BAD, text));
    }

    private void preview() {
        state();
        UI ui = UI.getCurrent();
        StudioSession over = session();
        ModelChange change = current();
        previews.submit(() -> {
            StudioSession.Outcome outcome = over.preview(change);
            ui.access(() -> {
                if (change.equals(current)) {
                    show(over, outcome);
                }
            });
        });
    }

    private void show(StudioSession over, StudioSession.Outcome outcome) {
        problems.removeAll();
        switch (outcome) {
            case StudioSession.Outcome.Refused(Problem problem) -> refused(problem);
            case StudioSession.Outcome.Shown shown -> {
                EffectCards cards = new EffectCards(words(), over, shown.effect());
                sentence.setText(cards.sentence());
                replaceContent(segments, cards.segments());
                replaceContent(movers, cards.movers());
                replaceContent(checks, cards.checks());
                speed.setText(words().text(
                                "segment.studio.speed", words().formats().whole(Math.max(1, shown.nanos() / MILLION))));
                Optional.ofNullable(grid).ifPresent(cards::drawGrid);
                Optional.ofNullable(fields).ifPresent(drawn -> drawn.show(shown.effect()));
            }
        }
    }

    private static void replaceContent(Div holder, Component content) {
        holder.removeAll();
        holder.add(content);
    }

    private void state() {
        boolean changed = !current().equals(applied());
        undoButton.setEnabled(!undo.isEmpty());
        redoButton.setEnabled(!redo.isEmpty());
        publishButton.setEnabled(changed);
        discardButton.setVisible(revision > 0);
        draftTag.setVisible(changed || revision > 0);
        draftTag.setText(words().text("segment.studio.draft", revision));
    }

    private void discard() {
        try {
            if (revision > 0) {
                versions.discard(vertical().key(), model, revision);
            }
            revision = 0;
            undo.push(current());
            current = applied();
            replacing = true;
            showFields();
            replacing = false;
            preview();
            ModelChange before = undo.peek();
            Messages.done(words().text("segment.studio.discarded"), () -> {
                if (before != null) {
                    replace(before);
                }
            });
        } catch (Problem problem) {
            Messages.problem(problem);
        }
    }

    private void publish() {
        DifferenceList differences =
                new DifferenceList(words(), session(), session().applied(), applied(), current());
        boolean review = versions.reviewRequired(vertical().key());
        new PublishDialog(
                        words(),
                        words().text(
                                        "segment.publish.title",
                                        words().model(session().applied())),
                        words().text(review ? "segment.publish.ask.do" : "segment.publish.do"),
                        differences,
                        (note, at) -> {
                            versions.publish(vertical().key(), current(), note, at, seen, revision);
                            Messages.done(words().text(review ? "segment.publish.asked" : "segment.publish.done"));
                            again();
                        })
                .open();
    }

    private void history() {
        VersionsDialog dialog = new VersionsDialog(
                words(),
                versions,
                session(),
                session().applied(),
                rights().user().login(),
                this::again);
        if (rights().may(Permission.MANAGE_USERS, vertical().key())) {
            dialog.withReviewSetting();
        }
        dialog.open();
    }

    /** Opens the model anew, as after a publication. */
    private void again() {
        removeAll();
        conflict.removeAll();
        problems.removeAll();
        undo.clear();
        redo.clear();
        open();
        draw();
        preview();
    }

    /** New data: the same draft over the customers of now. */
    private void follow(String verticalKey) {
        if (session == null || !verticalKey.equals(vertical().key())) {
            return;
        }
        ModelChange draft = current();
        boolean edited = !draft.equals(applied());
        StudioSession opened = studio.open(vertical().key(), model);
        session = opened;
        words = new SegmentWords(opened.snapshot().vertical(), getLocale());
        applied = ModelChange.of(opened.applied()).orElse(draft);
        if (!edited) {
            current = applied;
        }
        removeAll();
        draw();
        preview();
    }
}
