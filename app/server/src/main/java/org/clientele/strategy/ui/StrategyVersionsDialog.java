package org.clientele.strategy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.clientele.common.Problem;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Card;
import org.clientele.frontend.Tag;
import org.clientele.frontend.Tone;
import org.clientele.segment.SegmentName;
import org.clientele.strategy.StrategyVersion;
import org.clientele.strategy.StrategyVersions;

/** The history of a strategy: who published what, when and why; compare, go back, take a plugin's new default, approve. */
final class StrategyVersionsDialog extends Dialog {
    private final transient StrategyWords words;
    private final transient StrategyVersions versions;
    private final transient SegmentName segment;
    private final transient Runnable changed;
    private final String key;
    private final String user;
    private final Div list = new Div();

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

    private void draw() {
        list.removeAll();
        List<StrategyVersion> history = versions.history(key, segment);
        if (history.isEmpty()) {
            list.add(new Div(words.text("strategy.version.none")));
        }
        int current =
                versions.current(key, segment).map(StrategyVersion::number).orElse(0);
        history.forEach(version -> list.add(card(version, current)));
    }

    private Card card(StrategyVersion version, int current) {
        Card card = new Card(line(version));
        card.actions(standing(version, current));
        if (!version.note().isEmpty()) {
            card.add(new Div(version.note()));
        }
        if (version.status() == StrategyVersion.Status.OFFERED) {
            card.add(new Div(words.text("strategy.version.offered.text")));
        }
        if (version.kind() == StrategyVersion.Kind.RETIRED) {
            card.add(new Div(words.text("strategy.version.retired.text")));
        }
        StrategyVersion.Decision decision = version.decision();
        if (decision != null) {
            card.add(decided(decision));
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
            } else if (versions.mayEdit(key)) {
                boolean offered = version.status() == StrategyVersion.Status.OFFERED;
                buttons.add(button(
                        offered ? "strategy.version.take" : "strategy.version.back", () -> back(version, current)));
            }
            card.add(buttons, shown);
        }
        return card;
    }

    private Span decided(StrategyVersion.Decision decision) {
        Span caption = new Span(words.text(
                "strategy.version.decided",
                versions.person(key, decision.by()),
                words.formats().dateTime(decision.at(), ZoneId.systemDefault())));
        caption.addClassName("caption");
        return caption;
    }

    /** Whoever asked may take it back; everybody else may decide. */
    private void offerDecision(Div buttons, StrategyVersion version, int current) {
        if (version.author().equals(user)) {
            buttons.add(button(
                    "strategy.version.withdraw", () -> act(() -> versions.withdraw(key, segment, version.number()))));
        } else {
            buttons.add(
                    button(
                            "strategy.version.approve",
                            () -> act(() -> versions.approve(key, segment, version.number()))),
                    button("strategy.version.refuse", () -> refuse(version, current)));
        }
    }

    private void refuse(StrategyVersion version, int current) {
        new PublishStrategyDialog(
                        words,
                        words.text("strategy.version.refuse.title", version.number()),
                        words.text("strategy.version.refuse.do"),
                        differences(version, current),
                        List.of(),
                        why -> {
                            versions.refuse(key, segment, version.number(), why);
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

    private String line(StrategyVersion version) {
        if (version.author().isEmpty()) {
            return words.text("strategy.version.plugin", version.number());
        }
        Instant at = version.createdAt();
        return words.text(
                "strategy.version.line",
                version.number(),
                versions.person(key, version.author()),
                words.formats().dateTime(at, ZoneId.systemDefault()));
    }

    private Tag standing(StrategyVersion version, int current) {
        if (version.number() == current) {
            return new Tag(words.text("strategy.version.current"), Tone.GOOD);
        }
        return switch (version.status()) {
            case OFFERED -> new Tag(words.text("strategy.version.offered"), Tone.WARN);
            case REVIEW -> new Tag(words.text("strategy.version.review"), Tone.WARN);
            case REFUSED -> new Tag(words.text("strategy.version.refused"), Tone.BAD);
            case WITHDRAWN -> new Tag(words.text("strategy.version.withdrawn"));
            case PUBLISHED -> new Tag(words.text("strategy.version.superseded"));
        };
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
        try {
            new PublishStrategyDialog(
                            words,
                            words.text("strategy.version.back.title", version.number()),
                            differences(version, current),
                            List.of(),
                            note -> {
                                versions.rollBack(key, segment, version.number(), note);
                                done();
                            })
                    .open();
        } catch (Problem problem) {
            Messages.problem(problem);
        }
    }
}
