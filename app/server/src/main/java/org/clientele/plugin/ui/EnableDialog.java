package org.clientele.plugin.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.clientele.common.Problem;
import org.clientele.plugin.EnableProposal;
import org.clientele.plugin.PluginCard;
import org.clientele.plugin.PluginLife;
import org.clientele.plugin.PluginService;

/** Asks for the currency and the day before a plugin is enabled. */
final class EnableDialog {
    private EnableDialog() {}

    /** @param begun called in the screen when the change goes on */
    static void open(PluginCard card, PluginService plugins, PluginLife life, Runnable begun) {
        UI ui = UI.getCurrent();
        EnableProposal proposal = plugins.propose(card.id());
        String name = card.name(ui.getLocale());
        ComboBox<String> currency = currency(ui, proposal);
        AsOfFields asOf = new AsOfFields(proposal.asOfMode(), proposal.asOfDate());
        Paragraph effect = new Paragraph(ui.getTranslation("plugin.enable.text"));
        effect.addClassNames("text", "muted");
        new PluginDialog(
                        ui.getTranslation("plugin.enable.title", name),
                        ui.getTranslation("plugin.enable"),
                        () -> enable(card, life, currency, asOf, begun),
                        effect,
                        currency,
                        asOf)
                .open();
    }

    private static void enable(
            PluginCard card, PluginLife life, ComboBox<String> currency, AsOfFields asOf, Runnable begun) {
        if (currency.getValue() == null) {
            throw new Problem("plugin.problem.currency-missing");
        }
        life.enable(card.id(), currency.getValue(), asOf.mode(), asOf.day());
        begun.run();
    }

    private static ComboBox<String> currency(UI ui, EnableProposal proposal) {
        ComboBox<String> currency = new ComboBox<>(ui.getTranslation("plugin.currency"));
        List<String> codes = Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .sorted()
                .toList();
        currency.setItems(
                (code, filter) ->
                        label(ui.getLocale(), code).toLowerCase(Locale.ROOT).contains(filter.toLowerCase(Locale.ROOT)),
                codes);
        currency.setItemLabelGenerator(code -> label(ui.getLocale(), code));
        currency.setValue(proposal.currency());
        currency.setReadOnly(proposal.currencyFixed());
        currency.setHelperText(
                ui.getTranslation(proposal.currencyFixed() ? "plugin.currency.fixed" : "plugin.currency.help"));
        return currency;
    }

    private static String label(Locale locale, String code) {
        return code + " · " + Currency.getInstance(code).getDisplayName(locale);
    }
}
