package org.clientele.strategy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.clientele.common.Problem;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Card;
import org.clientele.segment.SegmentName;
import org.clientele.strategy.StrategyVersion;
import org.clientele.strategy.StrategyVersions;

/** The history of a strategy: who published what, when and why; compare, go back, take a plugin's new default, approve, withdraw. */
final class StrategyVersionsDialog extends Dialog {
    private final transient StrategyWords words;
    private final transient StrategyVersions versions;
    private final transient StrategyVersionWords said;
    private final transient SegmentName segment;
    private final transient Runnable changed;
    private final String key;
    private final String user;
    private final Div list = new Div();
    private transient Drawn drawn = new Drawn(List.of(), 0, List.of());

    /** What is shown: the versions, which of them applies, and which wait for their moment. */
    private record Drawn(List<StrategyVersion> history, int current, List<Integer> planned) {}

    /**
     * @param user login of whoever looks
     * @param changed told when a version was published or decided
     */
    StrategyVersionsDialog(
            StrategyWords words,
            StrategyVersions versions,
            SegmentName segment,
            String name,
            String user,
            Runnable changed) {
        super(words.text("strategy.version.title", name));
        this.words = words;
        this.versions = versions;
        this.said = new StrategyVersionWords(words, versions);
        this.segment = segment;
        this.changed = changed;
        this.user = user;
        this.key = words.applied().vertical().key();
        setWidth("min(760px, 96vw)");
        list.addClassName("stack");
        add(list);
        getFooter().add(new Button(words.text("common.close"), click -> close()));
        draw();
    }

    /** Shows what became of the versions meanwhile; what was opened for reading stays where nothing did. */
    void follow() {
        if (isOpened() && !standing().equals(drawn)) {
            draw();
        }
    }

    private Drawn standing() {
        List<StrategyVersion> history = versions.history(key, segment);
        int current =
                versions.current(key, segment).map(StrategyVersion::number).orElse(0);
        return new Drawn(
                history,
                current,
                history.stream()
                        .filter(version -> version.isPlanned(versions.now()))
                        .map(StrategyVersion::number)
                        .toList());
    }

    private void draw() {
        list.removeAll();
        drawn = standing();
        if (drawn.history().isEmpty()) {
            list.add(new Div(words.text("strategy.version.none")));
        }
        drawn.history().forEach(version -> list.add(card(version, drawn.current())));
    }

    private Card card(StrategyVersion version, int current) {
        Card card = new Card(said.line(version));
        card.actions(said.standing(version, current));
        if (!version.note().isEmpty()) {
            card.add(new Div(version.note()));
        }
        if (version.status() == StrategyVersion.Status.OFFERED) {
            card.add(new Div(words.text("strategy.version.offered.text")));
        }
        if (version.kind() == StrategyVersion.Kind.RETIRED) {
            card.add(new Div(words.text("strategy.version.retired.text")));
        }
        said.moment(version).ifPresent(moment -> card.add(caption(moment)));
        StrategyVersion.Decision decision = version.decision();
        if (decision != null) {
            card.add(caption(said.decided(version, decision)));
            if (!decision.why().isEmpty()) {
                card.add(new Div(decision.why()));
            }
        }
        if (version.number() != current) {
            Div shown = new Div();
            Div buttons = new Div(button("strategy.version.compare", () -> {
                shown.removeAll();
                shown.add(PublishStrategyDialog.differences(words, differences(version, current)));
            }));
            buttons.addClassName("row");
            boolean waits = version.status() == StrategyVersion.Status.REVIEW;
            if (versions.mayEdit(key) && waits) {
                offerDecision(buttons, version, current);
            } else if (versions.mayEdit(key) && version.isPlanned(versions.now())) {
                offerWithdrawal(buttons, version);
            } else if (versions.mayEdit(key)) {
                boolean offered = version.status() == StrategyVersion.Status.OFFERED;
                buttons.add(button(
                        offered ? "strategy.version.take" : "strategy.version.back", () -> back(version, current)));
            }
            card.add(buttons, shown);
        }
        return card;
    }

    private static Span caption(String text) {
        Span caption = new Span(text);
        caption.addClassName("caption");
        return caption;
    }

    /** Whoever asked may take it back; everybody else may decide. */
    private void offerDecision(Div buttons, StrategyVersion version, int current) {
        if (version.author().equals(user)) {
            offerWithdrawal(buttons, version);
        } else {
            buttons.add(
                    button(
                            "strategy.version.approve",
                            () -> act(() -> Messages.done(
                                    said.approved(version, versions.approve(key, segment, version.number()))))),
                    button("strategy.version.refuse", () -> refuse(version, current)));
        }
    }

    private void offerWithdrawal(Div buttons, StrategyVersion version) {
        buttons.add(button(
                "strategy.version.withdraw",
                () -> act(() -> {
                    versions.withdraw(key, segment, version.number());
                    Messages.done(words.text("strategy.version.withdraw.done", version.number()));
                })));
    }

    private void refuse(StrategyVersion version, int current) {
        new PublishStrategyDialog(
                        words,
                        words.text("strategy.version.refuse.title", version.number()),
                        words.text("strategy.version.refuse.do"),
                        differences(version, current),
                        List.of(),
                        (why, at) -> {
                            versions.refuse(key, segment, version.number(), why);
                            Messages.done(words.text("strategy.version.refuse.done", version.number()));
                            done();
                        })
                .open();
    }

    private void act(Runnable work) {
        try {
            work.run();
            done();
        } catch (Problem problem) {
            Messages.problem(problem);
        }
    }

    private void done() {
        draw();
        changed.run();
    }

    private List<String> differences(StrategyVersion version, int current) {
        return versions.history(key, segment).stream()
                .filter(each -> each.number() == current)
                .findFirst()
                .map(now -> facts(now).differences(facts(version)))
                .orElse(List.of());
    }

    private StrategyFacts facts(StrategyVersion version) {
        return new StrategyFacts(words, versions.content(key, version));
    }

    private Button button(String text, Runnable work) {
        Button button = new Button(words.text(text), click -> work.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }

    private void back(StrategyVersion version, int current) {
        boolean offered = version.status() == StrategyVersion.Status.OFFERED;
        boolean review = versions.reviewRequired(key);
        try {
            new PublishStrategyDialog(
                            words,
                            words.text(
                                    offered ? "strategy.version.take.title" : "strategy.version.back.title",
                                    version.number()),
                            words.text(review ? "strategy.publish.ask.do" : "strategy.publish.do"),
                            differences(version, current),
                            List.of(),
                            (note, at) -> {
                                Messages.done(said.outcome(versions.rollBack(key, segment, version.number(), note)));
                                done();
                            })
                    .open();
        } catch (Problem problem) {
            Messages.problem(problem);
        }
    }
}
