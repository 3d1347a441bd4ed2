package org.clientele.common.ui.condition;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;
import org.clientele.engine.condition.form.FormReader;
import org.clientele.engine.condition.form.FormWriter;
import org.clientele.plugins.definition.CheckedExpression;
import org.clientele.plugins.definition.ConditionLanguage;
import org.clientele.plugins.definition.ExpressionProblem;
import org.clientele.plugins.definition.ExpressionResult;
import org.clientele.plugins.definition.Scope;

/** A condition made of parts, or written; either follows the other, with what it says in a sentence and whom it finds. */
public final class ConditionDialog extends Dialog {
    private final transient ConditionSubjects fields;
    private final transient Scope scope;
    private final transient ConditionSentence sentences;
    private final transient PartCounts counts;
    private final RadioButtonGroup<Mode> mode = new RadioButtonGroup<>();
    private final TextArea text = new TextArea();
    private final Div sentence = new Div();
    private final Div count = new Div();
    private final ConditionGroup builder;
    private final Button apply = new Button();
    private boolean showing;

    /**
     * @param fields what conditions compare
     * @param sentences says what they say, and knows their scope
     * @param found how many customers meet a condition, counted while the user goes on
     */
    public ConditionDialog(
            ConditionSubjects fields,
            ConditionSentence sentences,
            String condition,
            ConditionCounts found,
            Consumer<String> applied) {
        this.sentences = sentences;
        this.scope = sentences.scope();
        this.counts = new PartCounts(scope, found, this::sayCounts);
        this.fields = fields.within(scope, sentences.definition(), sentences.formats(), this);
        builder = new ConditionGroup(this.fields, this::built, null);
        setHeaderTitle(getTranslation("customer.condition.title"));
        setWidth("min(900px, 96vw)");
        mode.setItems(Mode.values());
        mode.setItemLabelGenerator(
                each -> getTranslation(each == Mode.PARTS ? "customer.condition.parts" : "customer.condition.text"));
        mode.addClassName("choice");
        mode.setAriaLabel(getTranslation("customer.condition.mode"));
        mode.setValue(Mode.PARTS);
        mode.addValueChangeListener(change -> showMode());
        text.setLabel(getTranslation("customer.condition.text"));
        text.setHelperText(getTranslation("customer.condition.text.help"));
        text.setWidthFull();
        // a browser cuts off silently what is pasted beyond it: what is too long is to be refused in words
        text.setMaxLength(2 * ConditionLanguage.MAX_LENGTH);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValue(condition);
        text.addValueChangeListener(change -> count());
        sentence.addClassName("strong");
        sentence.getElement().setAttribute("aria-live", "polite");
        count.addClassName("caption");
        Div content = new Div(mode, builder, text, new CompletionPopup(text, this.fields), sentence, count);
        content.addClassName("stack");
        add(content);
        apply.setText(getTranslation("customer.filter.apply"));
        apply.addThemeVariants(ButtonVariant.PRIMARY);
        apply.addClickListener(click -> {
            applied.accept(text.getValue().strip());
            close();
        });
        apply.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(this);
        apply.setTooltipText(getTranslation("customer.condition.apply.key"));
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), apply);
        showMode();
    }

    private enum Mode {
        PARTS,
        TEXT
    }

    private void showMode() {
        if (mode.getValue() == Mode.PARTS) {
            showParts();
        }
        boolean parts = mode.getValue() == Mode.PARTS;
        builder.setVisible(parts);
        text.setVisible(!parts);
        count();
    }

    /** The parts follow the text wherever it can be read. */
    private void showParts() {
        showing = true;
        if (text.getValue().isBlank()) {
            builder.show(null);
        } else if (ConditionLanguage.check(text.getValue(), scope)
                instanceof ExpressionResult.Checked(CheckedExpression c)) {
            builder.show(FormReader.read(c));
        } else {
            mode.setValue(Mode.TEXT);
        }
        showing = false;
    }

    private void built() {
        if (!showing) {
            text.setValue(FormWriter.write(builder.node()));
            count();
        }
    }

    /** Says what is known of the condition and its parts, and has the rest counted. */
    private void count() {
        sayCounts();
        counts.count();
    }

    private void sayCounts() {
        judge();
        if (mode.getValue() == Mode.PARTS) {
            builder.count(counts);
        }
    }

    /** What it says and whom it finds, or what is wrong with it. */
    private void judge() {
        String condition = text.getValue();
        text.setInvalid(false);
        sentence.setText("");
        apply.setEnabled(false);
        if (condition.isBlank()) {
            counts.clear(count);
            sentence.setText(getTranslation("customer.condition.empty"));
            return;
        }
        switch (ConditionLanguage.check(condition, scope)) {
            case ExpressionResult.Rejected rejected ->
                refuse(at(condition, rejected.problems().getFirst()));
            case ExpressionResult.Checked _ -> {
                if (counts.isHidden(condition)) {
                    refuse(getTranslation("customer.condition.hidden"));
                    return;
                }
                sentence.setText(sentences.of(condition));
                counts.say(count, condition, customers -> getTranslation("customer.condition.count", customers));
                apply.setEnabled(true);
            }
        }
    }

    /** What is wrong and where: lines and characters from 1. */
    private String at(String condition, ExpressionProblem problem) {
        String before = condition.substring(0, Math.min(problem.offset(), condition.length()));
        int line = (int) before.lines().count() + (before.isEmpty() || before.endsWith("\n") ? 1 : 0);
        int column = before.length() - before.lastIndexOf('\n');
        return getTranslation("customer.condition.at", line, column, problem.message(getLocale()));
    }

    private void refuse(String problem) {
        text.setInvalid(true);
        text.setErrorMessage(problem);
        counts.clear(count);
        count.setText(mode.getValue() == Mode.PARTS ? problem : "");
    }
}
