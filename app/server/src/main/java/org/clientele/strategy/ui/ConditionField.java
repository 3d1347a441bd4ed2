package org.clientele.strategy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.Objects;
import java.util.Set;
import org.clientele.common.ui.condition.ConditionCounts;
import org.clientele.common.ui.condition.ConditionDialog;
import org.clientele.common.ui.condition.ConditionSubjects;
import org.clientele.frontend.Icon;
import org.jspecify.annotations.Nullable;

/** A condition, written or built of parts, with what it says. */
final class ConditionField extends Div {
    private static final int LONGEST = 4_000;

    private final transient StrategyWords words;
    private final TextArea when = new TextArea();
    private final Span says = new Span();

    ConditionField(StrategyWords words, String key, @Nullable String condition, ConditionCounts counts) {
        this.words = words;
        addClassNames("form-wide", "stack");
        when.setLabel(words.text(key));
        when.setMaxLength(LONGEST);
        when.setMinRows(1);
        when.setWidthFull();
        when.setValue(Objects.requireNonNullElse(condition, ""));
        when.addValueChangeListener(change -> say());
        says.addClassName("caption");
        Button build = new Button(words.text("segment.studio.condition.build"), Icon.SLIDERS_HORIZONTAL.create());
        build.addThemeVariants(ButtonVariant.TERTIARY);
        build.setAriaLabel(words.text("strategy.edit.build", words.text(key)));
        build.addClickListener(click -> new ConditionDialog(
                        ConditionSubjects.of(words.applied().vertical().definition(), words.names(), Set.of()),
                        words.sentences(),
                        when.getValue(),
                        counts,
                        when::setValue)
                .open());
        say();
        add(when, new Div(build, says));
    }

    void setHelp(String text) {
        when.setHelperText(text);
    }

    private void say() {
        String condition = when.getValue().strip();
        says.setText(condition.isEmpty() ? "" : words.condition(condition));
    }

    /** Tells what the condition is, now and when it was edited. */
    void follow(SerializableConsumer<String> told) {
        when.addValueChangeListener(change -> told.accept(value()));
        told.accept(value());
    }

    String value() {
        return when.getValue().strip();
    }
}
