package org.clientele.segment.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.clientele.common.Problem;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Card;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.segment.ModelVersion;
import org.clientele.segment.ModelVersion.Standing;
import org.clientele.segment.ModelVersions;
import org.clientele.segment.StudioSession;

/** The history of a model: who changed what, when and why; compare, go back, approve. */
final class VersionsDialog extends Dialog {
    private final transient SegmentWords words;
    private final transient ModelVersions versions;
    private final transient StudioSession session;
    private final transient ModelDefinition model;
    private final transient Runnable changed;
    private final String user;
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
        super(words.text("segment.version.title", words.model(model)));
        this.words = words;
        this.versions = versions;
        this.session = session;
        this.model = model;
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
        Checkbox review = new Checkbox(words.text("segment.version.review-setting"), versions.reviewRequired(key()));
        review.addValueChangeListener(event -> act(
                () -> versions.requireReview(key(), event.getValue()),
                words.text(event.getValue() ? "segment.version.review-on" : "segment.version.review-off")));
        content.addComponentAsFirst(review);
        return this;
    }

    private String key() {
        return words.vertical().key();
    }

    private void draw() {
        list.removeAll();
        ModelVersion current = versions.current(key(), model.id());
        for (ModelVersion version : versions.history(key(), model.id())) {
            list.add(card(version, current));
        }
    }

    private Card card(ModelVersion version, ModelVersion current) {
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
        Stream.of(said.from(version, standing), said.decision(version))
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
        if (standing != Standing.CURRENT) {
            buttons.add(button("segment.version.compare", () -> compare(current, version, shown)));
        }
        if (standing == Standing.SUPERSEDED) {
            buttons.add(button("segment.version.movement", () -> openMovement(current, version)));
        }
        if (standing == Standing.SUPERSEDED || standing == Standing.OFFERED) {
            buttons.add(button(
                    standing == Standing.OFFERED ? "segment.version.take" : "segment.version.back",
                    () -> rollBack(current, version)));
        }
        if (standing == Standing.REVIEW && !version.author().equals(user)) {
            buttons.add(
                    button(
                            "segment.version.approve",
                            () -> act(
                                    () -> versions.approve(key(), model.id(), version.number()),
                                    said().approval(version))),
                    button("segment.version.refuse", () -> refuse(current, version)));
        }
        if (standing == Standing.SCHEDULED
                || standing == Standing.REVIEW && version.author().equals(user)) {
            buttons.add(button(
                    "segment.version.withdraw",
                    () -> act(
                            () -> versions.withdraw(key(), model.id(), version.number()),
                            words.text("segment.version.withdraw.done", version.number()))));
        }
        buttons.setVisible(buttons.getChildren().findAny().isPresent());
        return buttons;
    }

    private Button button(String key, Runnable work) {
        Button button = new Button(words.text(key), click -> work.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }

    /** Who moved by the change of definition alone: both versions on the day of now. */
    private void openMovement(ModelVersion current, ModelVersion version) {
        close();
        LocalDate day = session.snapshot().asOf();
        UI.getCurrent()
                .navigate(
                        SegmentPages.address(key(), SegmentPages.Page.MOVEMENT),
                        QueryParameters.simple(Map.of(
                                "model", model.id(),
                                "days", day + ".." + day,
                                "versions", version.number() + ".." + current.number())));
    }

    private void compare(ModelVersion from, ModelVersion to, Div shown) {
        shown.removeAll();
        shown.setVisible(true);
        try {
            shown.add(differences(from, to));
        } catch (Problem problem) {
            Messages.problem(problem);
        }
    }

    private DifferenceList differences(ModelVersion from, ModelVersion to) {
        return new DifferenceList(words, session, model, versions.content(key(), from), versions.content(key(), to));
    }

    private void rollBack(ModelVersion current, ModelVersion version) {
        try {
            String title = words.text(
                    version.status() == ModelVersion.Status.OFFERED
                            ? "segment.version.take.title"
                            : "segment.version.back.title",
                    version.number());
            String action = versions.reviewRequired(key()) ? "segment.publish.ask.do" : "segment.publish.do";
            new PublishDialog(words, title, words.text(action), differences(current, version), (note, at) -> {
                        Messages.done(said().outcome(versions.rollBack(key(), model.id(), version.number(), note)));
                        done();
                    })
                    .open();
        } catch (Problem problem) {
            Messages.problem(problem);
        }
    }

    private void refuse(ModelVersion current, ModelVersion version) {
        String title = words.text("segment.version.refuse.title", version.number());
        new PublishDialog(
                        words,
                        title,
                        words.text("segment.version.refuse.do"),
                        differences(current, version),
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
