package org.clientele.stakeholder.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Collectors;
import org.clientele.common.AddressParameters;
import org.clientele.common.ui.FigureTable;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Card;
import org.clientele.frontend.Icon;
import org.clientele.plugin.Vertical;
import org.clientele.stakeholder.PartyScore;
import org.clientele.stakeholder.Purpose;
import org.clientele.stakeholder.Risks;

/** How a party was judged, the latest first. */
final class ScoresCard extends Card {
    private final transient StakeholderServices services;
    private final transient StakeholderWords words;
    private final transient Vertical vertical;

    ScoresCard(StakeholderServices services, StakeholderWords words, Vertical vertical, long partyId) {
        super(words.text("stakeholder.scores"));
        this.services = services;
        this.words = words;
        this.vertical = vertical;
        boolean mayEdit = services.register().mayEdit(vertical.key());
        List<PartyScore> scores = services.scores().of(vertical, partyId);
        if (scores.isEmpty()) {
            add(Entries.none(words.text("stakeholder.scores.none")));
        } else {
            add(table(scores, mayEdit));
        }
        add(Entries.none(words.text("stakeholder.scores.formula")));
        if (mayEdit) {
            for (Purpose purpose : Purpose.values()) {
                actions(new Button(
                        words.text("stakeholder.score." + AddressParameters.code(purpose)),
                        click -> new ScoreDialog(services, words, vertical, partyId, purpose).open()));
            }
        }
    }

    private FigureTable table(List<PartyScore> scores, boolean mayEdit) {
        FigureTable table = new FigureTable(
                        words.text("stakeholder.scores"),
                        words.text("stakeholder.score.day"),
                        words.text("stakeholder.score.result"),
                        words.text("stakeholder.score.marks"),
                        words.text("stakeholder.score.risks"),
                        "")
                .words(2)
                .words(3);
        for (PartyScore score : scores) {
            Span day = new Span(
                    words.formats().date(score.on()) + " · " + words.purpose(score.purpose()) + " · " + score.by());
            Span marks = new Span(score.marks().stream()
                    .map(mark -> words.text(
                            "stakeholder.score.mark", words.criterion(mark.criterion()), mark.mark(), mark.weight()))
                    .collect(Collectors.joining(words.text("stakeholder.and"))));
            marks.setTitle(score.note());
            table.row(
                    day,
                    new Span(String.valueOf(score.result())),
                    marks,
                    new Span(risks(score.risks())),
                    mayEdit ? takeBack(score) : new Span());
        }
        return table;
    }

    private String risks(Risks risks) {
        return risks.all().entrySet().stream()
                .map(risk -> words.text("stakeholder.score.risk", words.risk(risk.getKey()), risk.getValue()))
                .collect(Collectors.joining(words.text("stakeholder.and")));
    }

    private Button takeBack(PartyScore score) {
        String label = words.text("stakeholder.score.take-back", words.formats().date(score.on()));
        return Entries.small(Icon.UNDO_2, label, () -> {
            services.scores().delete(vertical, score);
            Messages.done(words.text("stakeholder.score.taken-back"));
        });
    }
}
