package org.clientele.strategy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Objects;
import org.clientele.common.Problem;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Tone;
import org.clientele.strategy.ContactRules;
import org.clientele.strategy.StrategySettings;

/** How often and when customers are contacted at most, over all strategies. */
final class ContactRulesDialog extends Dialog {
    private final IntegerField most = new IntegerField();
    private final IntegerField days = new IntegerField();
    private final TimePicker from = new TimePicker();
    private final TimePicker to = new TimePicker();
    private final CheckboxGroup<DayOfWeek> quiet = new CheckboxGroup<>();
    private final Checkbox daysOff = new Checkbox();
    private final Div problems = new Div();

    ContactRulesDialog(StrategyWords words, StrategySettings settings) {
        super(words.text("strategy.rules.title"));
        setWidth("min(560px, 96vw)");
        String key = words.applied().vertical().key();
        ContactRules rules = settings.contactRules(key);
        most.setLabel(words.text("strategy.rules.most"));
        most.setHelperText(words.text("strategy.rules.most.help"));
        most.setValue(rules.most());
        days.setLabel(words.text("strategy.rules.days"));
        days.setValue(rules.days());
        from.setLabel(words.text("strategy.rules.quiet-from"));
        from.setLocale(words.locale());
        from.setValue(rules.quietFrom());
        to.setLabel(words.text("strategy.rules.quiet-to"));
        to.setLocale(words.locale());
        to.setValue(rules.quietTo());
        to.setHelperText(words.text("strategy.rules.quiet-to.help"));
        quiet.setLabel(words.text("strategy.rules.quiet-days"));
        quiet.setHelperText(words.text("strategy.rules.quiet-days.help"));
        quiet.setItems(DayOfWeek.values());
        quiet.setItemLabelGenerator(day -> day.getDisplayName(TextStyle.SHORT_STANDALONE, words.locale()));
        quiet.setValue(rules.quietDays());
        quiet.addClassNames("choice", "form-wide");
        daysOff.setLabel(words.text("strategy.rules.days-off"));
        daysOff.setHelperText(words.text("strategy.rules.days-off.help"));
        daysOff.setValue(Boolean.TRUE.equals(rules.quietDaysOff()));
        daysOff.addClassName("form-wide");
        Div fields = new Div(most, days, from, to, quiet, daysOff);
        fields.addClassName("form");
        Div what = new Div(words.text("strategy.rules.priority"));
        what.addClassName("caption");
        problems.getElement().setAttribute("aria-live", "polite");
        Div body = new Div(fields, what, problems);
        body.addClassName("stack");
        add(body);
        Button save = new Button(words.text("strategy.rules.do"), click -> save(words, settings, key));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(words.text("common.cancel"), click -> close()), save);
    }

    private void save(StrategyWords words, StrategySettings settings, String key) {
        problems.removeAll();
        try {
            settings.setContactRules(
                    key,
                    new ContactRules(
                            most.getValue(),
                            Objects.requireNonNullElse(days.getValue(), 0),
                            from.getValue(),
                            to.getValue(),
                            quiet.getValue(),
                            daysOff.getValue()));
            close();
            Messages.done(words.text("strategy.rules.saved"));
        } catch (Problem problem) {
            problems.add(new Banner(Tone.BAD, Messages.text(problem)));
        }
    }
}
