package org.clientele.guide.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.clientele.frontend.Icon;
import org.clientele.guide.GuideGroup;
import org.clientele.plugins.api.GuideDefinition;
import org.jspecify.annotations.Nullable;

/** Chooses a card by its name or by what one notices; the cross takes the choice away. */
final class GuidePicker extends ComboBox<GuideDefinition> {
    private static final String OVERLAY_WIDTH = "min(420px, 92vw)";

    private boolean showing;

    /** @param reading how the cards read now */
    GuidePicker(GuideGroup group, Supplier<GuideWords> reading, Consumer<@Nullable GuideDefinition> whenChosen) {
        GuideWords words = reading.get();
        setWidthFull();
        setAriaLabel(words.text("guide.choose.label", words.group(group.id())));
        setPlaceholder(words.text("guide.choose"));
        setPrefixComponent(Icon.SEARCH.create());
        setClearButtonVisible(true);
        setItemLabelGenerator(words::name);
        setRenderer(new ComponentRenderer<>(guide -> row(guide, reading.get())));
        setItems((guide, typed) -> reading.get().matches(guide, typed), group.choices());
        setOverlayWidth(OVERLAY_WIDTH);
        addClassName("guide-picker");
        addValueChangeListener(change -> {
            if (!showing) {
                whenChosen.accept(change.getValue());
            }
        });
    }

    /** Shows what is chosen now, without choosing it. */
    void show(@Nullable GuideDefinition chosen) {
        showing = true;
        setValue(chosen);
        showing = false;
    }

    private static Div row(GuideDefinition guide, GuideWords words) {
        Span name = new Span(words.name(guide));
        name.addClassName("strong");
        Span signs = new Span(words.signs(guide));
        signs.addClassName("caption");
        Div row = new Div(name, signs);
        row.addClassName("guide-choice");
        return row;
    }
}
