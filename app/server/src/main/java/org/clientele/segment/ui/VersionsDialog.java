package org.clientele.segment.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.common.Problem;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Card;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.segment.ModelVersion;
import org.clientele.segment.ModelVersion.Standing;
import org.clientele.segment.ModelVersions;
import org.clientele.segment.StudioSession;
import org.jspecify.annotations.Nullable;

/** The history of a model: who changed what, when and why; for those who edit: compare, go back, approve. */
final class VersionsDialog extends Dialog {
    private final transient SegmentWords words;
    private final transient ModelVersions versions;
    private final transient @Nullable StudioSession session;
    private final transient ModelDefinition model;
    private final transient Runnable changed;
    private final LocalDate asOf;
    private final String user;
    private transient Map<Integer, Standing> drawn = Map.of();
    private @Nullable ReviewField review;
    private final Div list = new Div();
    private final Div content = new Div(list);

    /** @param changed told when something was published or decided */
    VersionsDialog(
            SegmentWords words,
            ModelVersions versions,
            StudioSession session,
            ModelDefinition model,
            String user,
            Runnable changed) {
        this(words, versions, session, model, session.snapshot().asOf(), user, changed);
    }

    /** To be read only. */
    VersionsDialog(SegmentWords words, ModelVersions versions, ModelDefinition model, LocalDate asOf) {
        this(words, versions, null, model, asOf, "", () -> {});
    }

    private VersionsDialog(
            SegmentWords words,
            ModelVersions versions,
            @Nullable StudioSession session,
            ModelDefinition model,
            LocalDate asOf,
            String user,
            Runnable changed) {
        super(words.text("segment.version.title", words.model(model)));
        this.words = words;
        this.versions = versions;
        this.session = session;
        this.model = model;
        this.asOf = asOf;
        this.user = user;
        this.changed = changed;
        list.addClassName("stack");
        content.addClassName("stack");
        add(content);
        setWidth("min(860px, 96vw)");
        getFooter().add(new Button(words.text("common.close"), click -> close()));
        draw();
    }

    /** Offers the setting that somebody else has to approve. */
    VersionsDialog withReviewSetting() {
        ReviewField field = new ReviewField(versions, key(), this::done);
        review = field;
        content.addComponentAsFirst(field);
        return this;
    }

    private String key() {
        return words.vertical().key();
    }

    /** Shows what became of the versions meanwhile; what was opened for reading stays where nothing did. */
    void follow() {
        if (!isOpened()) {
            return;
        }
        Optional.ofNullable(review).ifPresent(ReviewField::follow);
        if (!standings().equals(drawn)) {
            draw();
        }
    }

    private Map<Integer, Standing> standings() {
        int current = versions.current(key(), model.id()).number();
        return versions.history(key(), model.id()).stream()
                .collect(Collectors.toMap(ModelVersion::number, version -> version.standing(current, versions.now())));
    }

    private void draw() {
        list.removeAll();
        drawn = standings();
        ModelVersion current = versions.current(key(), model.id());
        List<ModelVersion> history = versions.history(key(), model.id());
        for (ModelVersion version : history) {
            list.add(card(version, current, history));
        }
    }

    private Card card(ModelVersion version, ModelVersion current, List<ModelVersion> history) {
        VersionWords said = said();
        Standing standing = version.standing(current.number(), versions.now());
        Card card = new Card(said.line(version));
        card.actions(said.standing(standing));
        if (!version.note().isEmpty()) {
            card.add(new Div(version.note()));
        }
        if (standing == Standing.OFFERED) {
            card.add(new Div(words.text("segment.version.offered.text")));
        }
        Stream.of(said.from(version, standing), said.applied(version, standing, history), said.decision(version))
                .filter(text -> !text.isEmpty())
                .forEach(text -> card.add(caption(text)));
        String why = version.decisionNote();
        if (why != null) {
            card.add(new Div(why));
        }
        Div shown = new Div();
        shown.setVisible(false);
        card.add(buttons(version, current, standing, shown), shown);
        return card;
    }

    private VersionWords said() {
        return new VersionWords(words, versions);
    }

    private static Span caption(String text) {
        Span caption = new Span(text);
        caption.addClassName("caption");
        return caption;
    }

    private Div buttons(ModelVersion version, ModelVersion current, Standing standing, Div shown) {
        Div buttons = new Div();
        buttons.addClassName("row");
        StudioSession editing = session;
        if (editing != null && version.number() != current.number()) {
            String compared = current.status() == ModelVersion.Status.CREATED
                    ? "segment.version.compare.made"
                    : "segment.version.compare";
            buttons.add(button(compared, () -> compare(editing, current, version, shown)));
        }
        if (standing == Standing.SUPERSEDED) {
            buttons.add(button("segment.version.movement", () -> openMovement(current, version)));
        }
        if (editing != null) {
            decisions(editing, version, current, standing).forEach(buttons::add);
        }
        buttons.setVisible(buttons.getChildren().findAny().isPresent());
        return buttons;
    }

    private List<Button> decisions(
            StudioSession editing, ModelVersion version, ModelVersion current, Standing standing) {
        boolean own = version.author().equals(user);
        return switch (standing) {
            case SUPERSEDED, OFFERED ->
                List.of(button(
                        standing == Standing.OFFERED ? "segment.version.take" : "segment.version.back",
                        () -> rollBack(editing, current, version)));
            case SCHEDULED -> List.of(withdrawal(version));
            case REVIEW ->
                own
                        ? List.of(withdrawal(version))
                        : List.of(
                                button(
                                        "segment.version.approve",
                                        () -> act(
                                                () -> versions.approve(key(), model.id(), version.number()),
                                                said().approval(version))),
                                button("segment.version.refuse", () -> refuse(editing, current, version)));
            case CURRENT, REFUSED, WITHDRAWN, CREATED -> List.of();
        };
    }

    private Button withdrawal(ModelVersion version) {
        return button(
                "segment.version.withdraw",
                () -> act(
                        () -> versions.withdraw(key(), model.id(), version.number()),
                        words.text("segment.version.withdraw.done", version.number())));
    }

    private Button button(String key, Runnable work) {
        Button button = new Button(words.text(key), click -> work.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }

    /** Who moved by the change of definition alone: both versions on the day of now. */
    private void openMovement(ModelVersion current, ModelVersion version) {
        close();
        UI.getCurrent()
                .navigate(
                        SegmentPages.address(key(), SegmentPages.Page.MOVEMENT),
                        QueryParameters.simple(Map.of(
                                "model", model.id(),
                                "days", asOf + ".." + asOf,
                                "versions", version.number() + ".." + current.number())));
    }

    private void compare(StudioSession editing, ModelVersion from, ModelVersion to, Div shown) {
        shown.removeAll();
        shown.setVisible(true);
        try {
            shown.add(differences(editing, from, to));
        } catch (Problem problem) {
            Messages.problem(problem);
        }
    }

    private DifferenceList differences(StudioSession editing, ModelVersion from, ModelVersion to) {
        return new DifferenceList(words, editing, model, versions.content(key(), from), versions.content(key(), to));
    }

    private void rollBack(StudioSession editing, ModelVersion current, ModelVersion version) {
        try {
            String title = words.text(
                    version.status() == ModelVersion.Status.OFFERED
                            ? "segment.version.take.title"
                            : "segment.version.back.title",
                    version.number());
            String action = versions.reviewRequired(key()) ? "segment.publish.ask.do" : "segment.publish.do";
            new PublishDialog(words, title, words.text(action), differences(editing, current, version), (note, at) -> {
                        Messages.done(said().outcome(versions.rollBack(key(), model.id(), version.number(), note)));
                        done();
                    })
                    .open();
        } catch (Problem problem) {
            Messages.problem(problem);
        }
    }

    private void refuse(StudioSession editing, ModelVersion current, ModelVersion version) {
        String title = words.text("segment.version.refuse.title", version.number());
        new PublishDialog(
                        words,
                        title,
                        words.text("segment.version.refuse.do"),
                        differences(editing, current, version),
                        (note, at) -> {
                            versions.refuse(key(), model.id(), version.number(), note);
                            Messages.done(words.text("segment.version.refuse.done", version.number()));
                            done();
                        })
                .open();
    }

    /** @param done what to say afterwards, or empty */
    private void act(Runnable work, String done) {
        try {
            work.run();
            if (!done.isEmpty()) {
                Messages.done(done);
            }
            done();
        } catch (Problem problem) {
            Messages.problem(problem);
        }
    }

    private void done() {
        draw();
        changed.run();
    }
}
