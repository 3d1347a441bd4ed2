package org.clientele.strategy.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.clientele.common.Problem;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Tone;
import org.clientele.plugins.api.Texts;
import org.clientele.segment.SegmentName;
import org.clientele.strategy.StrategyVersions;

/** Begins a strategy: for a segment that has none, or for whoever meets a condition. */
final class NewStrategyDialog extends Dialog {
    private static final int NAME = 60;

    private final RadioButtonGroup<Boolean> whom = new RadioButtonGroup<>();
    private final ComboBox<SegmentName> segment = new ComboBox<>();
    private final TextField name = new TextField();
    private final Div problems = new Div();

    NewStrategyDialog(StrategyWords words, StrategyVersions versions) {
        super(words.text("strategy.new.title"));
        setWidth("min(480px, 96vw)");
        String key = words.applied().vertical().key();
        List<SegmentName> free = versions.without(key);
        whom.setLabel(words.text("strategy.new.whom"));
        whom.setItems(false, true);
        whom.setItemLabelGenerator(
                condition -> words.text(condition ? "strategy.new.condition" : "strategy.new.segment"));
        whom.setItemEnabledProvider(condition -> condition || !free.isEmpty());
        segment.setLabel(words.text("strategy.new.segment.which"));
        segment.setItems(free);
        segment.setItemLabelGenerator(each -> words.text(
                "strategy.task.what",
                words.names().segment(each.model(), each.segment()),
                words.names().text(Texts.model(each.model()))));
        name.setLabel(words.text("strategy.edit.name"));
        name.setMaxLength(NAME);
        whom.addValueChangeListener(change -> {
            segment.setVisible(!change.getValue());
            name.setVisible(change.getValue());
        });
        whom.setValue(free.isEmpty());
        segment.setVisible(!free.isEmpty());
        name.setVisible(free.isEmpty());
        segment.setWidthFull();
        name.setWidthFull();
        problems.getElement().setAttribute("aria-live", "polite");
        Div body = new Div(whom, segment, name, problems);
        body.addClassName("stack");
        add(body);
        Button begin = new Button(words.text("strategy.new.do"), click -> begin(words, versions, key));
        begin.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(words.text("common.cancel"), click -> close()), begin);
    }

    private void begin(StrategyWords words, StrategyVersions versions, String key) {
        problems.removeAll();
        try {
            SegmentName chosen =
                    whom.getValue() ? versions.begin(key, words.locale(), name.getValue()) : segment.getValue();
            if (chosen == null) {
                throw new Problem("strategy.problem.choose-segment");
            }
            close();
            UI.getCurrent().navigate(StrategiesNavigation.edit(key, chosen));
        } catch (Problem problem) {
            problems.add(new Banner(Tone.BAD, Messages.text(problem)));
        }
    }
}
