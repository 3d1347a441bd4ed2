package org.clientele.common.ui.condition;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clientele.engine.condition.form.FormReader;
import org.clientele.engine.condition.form.FormWriter;
import org.clientele.plugins.definition.CheckedExpression;
import org.clientele.plugins.definition.ConditionLanguage;
import org.clientele.plugins.definition.ExpressionResult;
import org.clientele.plugins.definition.Scope;

/** A condition made of parts, or written; either follows the other, with what it says in a sentence and whom it finds. */
public final class ConditionDialog extends Dialog {
    private static final int SUGGESTIONS = 8;

    private final transient ConditionSubjects fields;
    private final transient Scope scope;
    private final transient ConditionSentence sentences;
    private final transient PartCounts counts;
    private final RadioButtonGroup<Mode> mode = new RadioButtonGroup<>();
    private final TextArea text = new TextArea();
    private final Div suggestions = new Div();
    private final Div sentence = new Div();
    private final Div count = new Div();
    private final ConditionGroup builder;
    private final Button apply = new Button();
    private boolean showing;

    /**
     * @param fields what conditions compare
     * @param sentences says what they say, and knows their scope
     * @param found how many customers meet a condition; nothing where it compares what is hidden from the user
     */
    public ConditionDialog(
            ConditionSubjects fields,
            ConditionSentence sentences,
            String condition,
            Function<String, OptionalInt> found,
            Consumer<String> applied) {
        this.sentences = sentences;
        this.scope = sentences.scope();
        this.counts = new PartCounts(scope, found);
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
        text.setMaxLength(ConditionLanguage.MAX_LENGTH);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(change -> typed());
        suggestions.addClassName("chips");
        sentence.addClassName("strong");
        sentence.getElement().setAttribute("aria-live", "polite");
        count.addClassName("caption");
        Div content = new Div(mode, builder, text, suggestions, sentence, count);
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
        text.setValue(condition);
        showParts();
        showMode();
        judge();
    }

    private enum Mode {
        PARTS,
        TEXT
    }

    private void showMode() {
        boolean parts = mode.getValue() == Mode.PARTS;
        if (parts) {
            showParts();
        }
        builder.count(counts);
        builder.setVisible(parts);
        text.setVisible(!parts);
        suggestions.setVisible(!parts);
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
            judge();
            builder.count(counts);
        }
    }

    private void typed() {
        suggest();
        judge();
    }

    /** What it says and whom it finds, or what is wrong with it. */
    private void judge() {
        String condition = text.getValue();
        text.setInvalid(false);
        sentence.setText("");
        count.setText("");
        apply.setEnabled(false);
        if (condition.isBlank()) {
            sentence.setText(getTranslation("customer.condition.empty"));
            return;
        }
        switch (ConditionLanguage.check(condition, scope)) {
            case ExpressionResult.Rejected rejected ->
                refuse(rejected.problems().getFirst().message(getLocale()));
            case ExpressionResult.Checked _ -> {
                OptionalInt customers = counts.of(condition);
                if (customers.isEmpty()) {
                    refuse(getTranslation("customer.condition.hidden"));
                    return;
                }
                sentence.setText(sentences.of(condition));
                count.setText(getTranslation("customer.condition.count", customers.getAsInt()));
                apply.setEnabled(true);
            }
        }
    }

    private void refuse(String problem) {
        text.setInvalid(true);
        text.setErrorMessage(problem);
        count.setText(problem);
    }

    /** Names that begin as the last word does, and the values of the field before it. */
    private void suggest() {
        suggestions.removeAll();
        String typed = text.getValue();
        String word = lastWord(typed);
        Stream<String> names = fields.all().stream()
                .filter(field -> field.id().startsWith(word) || field.name().startsWith(word))
                .map(ListField::id);
        List<String> proposed = (word.isEmpty() ? values(typed) : Stream.concat(values(typed), names))
                .filter(name -> !name.equals(word))
                .distinct()
                .limit(SUGGESTIONS)
                .toList();
        for (String name : proposed) {
            NativeButton chip = new NativeButton(name, click -> {
                text.setValue(typed.substring(0, typed.length() - word.length()) + name + " ");
                text.focus();
            });
            chip.addClassName("chip");
            suggestions.add(chip);
        }
    }

    private static String lastWord(String typed) {
        int start = typed.length();
        while (start > 0 && (Character.isLetterOrDigit(typed.charAt(start - 1)) || typed.charAt(start - 1) == '_')) {
            start--;
        }
        return typed.substring(start);
    }

    /** The values of a choice or segment that is being compared: {@code segment_rfm == }. */
    private Stream<String> values(String typed) {
        String[] words = typed.strip().split("\\s+");
        boolean compares = words.length > 1 && List.of("==", "!=", "in").contains(words[words.length - 1]);
        return compares
                ? fields.find(words[words.length - 2]).stream()
                        .flatMap(field -> field.choices().stream())
                        .map(choice -> "\"" + choice.id() + "\"")
                : Stream.empty();
    }
}
