package org.clientele.stakeholder.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clientele.common.AddressParameters;
import org.clientele.common.Problem;
import org.clientele.common.ui.ActDialog;
import org.clientele.common.ui.Messages;
import org.clientele.plugin.Vertical;
import org.clientele.stakeholder.Criterion;
import org.clientele.stakeholder.PartyScore;
import org.clientele.stakeholder.Purpose;
import org.clientele.stakeholder.Risks;
import org.clientele.stakeholder.StakeholderData;

/** Asks for a mark from 1 to 5 for each criterion and each of the four risks. */
final class ScoreDialog {
    private final StakeholderServices services;
    private final StakeholderWords words;
    private final Vertical vertical;
    private final long partyId;
    private final Purpose purpose;
    private final List<RadioButtonGroup<Integer>> marks = new ArrayList<>();
    private final Map<Risks.Kind, RadioButtonGroup<Integer>> risks = new EnumMap<>(Risks.Kind.class);
    private final TextArea note = new TextArea();

    ScoreDialog(
            StakeholderServices services, StakeholderWords words, Vertical vertical, long partyId, Purpose purpose) {
        this.services = services;
        this.words = words;
        this.vertical = vertical;
        this.partyId = partyId;
        this.purpose = purpose;
        for (Criterion criterion : services.scores().criteria(vertical, purpose)) {
            marks.add(mark(
                    words.text("stakeholder.score.criterion", words.criterion(criterion.name()), criterion.weight())));
        }
        for (Risks.Kind risk : Risks.Kind.values()) {
            RadioButtonGroup<Integer> field = mark(words.risk(risk));
            field.setHelperText(words.text("stakeholder.risk." + AddressParameters.code(risk) + ".help"));
            risks.put(risk, field);
        }
        note.setLabel(words.text("stakeholder.note"));
        note.setMaxLength(StakeholderData.TEXT_LENGTH);
        note.setWidthFull();
    }

    private static RadioButtonGroup<Integer> mark(String label) {
        RadioButtonGroup<Integer> field = new RadioButtonGroup<>(label);
        field.addClassName("choice");
        field.setItems(1, 2, 3, 4, Risks.MOST);
        return field;
    }

    void open() {
        List<Component> fields = new ArrayList<>(marks);
        fields.add(new H3(words.text("stakeholder.score.risks")));
        fields.addAll(risks.values());
        fields.add(note);
        fields.addFirst(new Div(words.text("stakeholder.score.help")));
        new ActDialog(
                        words.text("stakeholder.score.title", words.purpose(purpose)),
                        words.text("stakeholder.score.do"),
                        this::score,
                        fields.toArray(Component[]::new))
                .open();
    }

    private void score() {
        List<Integer> given = marks.stream().map(ScoreDialog::chosen).toList();
        Risks found = new Risks(
                risk(Risks.Kind.CREDIT), risk(Risks.Kind.LEGAL), risk(Risks.Kind.MARKET), risk(Risks.Kind.CULTURE));
        PartyScore score = services.scores().score(vertical, partyId, purpose, given, found, note.getValue());
        Messages.done(words.text("stakeholder.score.done", score.result()));
    }

    private int risk(Risks.Kind kind) {
        return chosen(Objects.requireNonNull(risks.get(kind)));
    }

    private static int chosen(RadioButtonGroup<Integer> field) {
        Integer mark = field.getValue();
        if (mark == null) {
            throw new Problem("stakeholder.problem.mark-missing", field.getLabel());
        }
        return mark;
    }
}
