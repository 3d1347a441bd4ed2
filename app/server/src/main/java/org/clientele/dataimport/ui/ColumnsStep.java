package org.clientele.dataimport.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.clientele.dataimport.ImportPlan;
import org.clientele.dataimport.Imports;
import org.clientele.dataimport.PlanCheck;
import org.clientele.dataimport.PlanFinding;
import org.clientele.dataimport.PlanProposal;
import org.clientele.dataimport.RowKind;
import org.clientele.dataimport.TargetField;
import org.clientele.dataimport.TargetField.Role;
import org.clientele.frontend.Card;
import org.clientele.frontend.Columns;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ImportPreset;
import org.clientele.plugins.api.ImportPreset.Column;
import org.clientele.plugins.api.ImportPreset.Duplicates;

/** Says what becomes of the file's columns. */
final class ColumnsStep extends Div {
    private static final String NO_PRESET = "";

    private final ImportView wizard;
    private final Imports imports;
    private final ImportTexts texts;
    private final ImportDraft draft;
    private final List<MappingFields> fields = new ArrayList<>();
    private final ComboBox<String> currency = new ComboBox<>();
    private final Div mapping = new Div();

    ColumnsStep(ImportView wizard, Imports imports, ImportTexts texts, ImportDraft draft) {
        this.wizard = wizard;
        this.imports = imports;
        this.texts = texts;
        this.draft = draft;
        mapping.addClassName("stack");
        showMapping();
        add(new Columns(Columns.Shape.MAIN_SIDE, mapping, side()).top());
    }

    private Card side() {
        Button next = new Button(texts.text("dataimport.columns.check"), click -> next());
        next.addThemeVariants(ButtonVariant.PRIMARY);
        Button back = new Button(texts.text("dataimport.back"), click -> wizard.showFile());
        Div buttons = new Div(next, back);
        buttons.addClassName("row");
        Card card = new Card(texts.text("dataimport.columns.what"), target());
        if (!hasRecords()) {
            card.add(preset(), duplicates(), currency());
        }
        card.add(buttons);
        card.addClassName("stack");
        return card;
    }

    private Select<String> target() {
        Select<String> target = new Select<>();
        List<String> targets = new ArrayList<>(
                vertical().recorded().stream().map(ActivityDefinition::id).toList());
        targets.add(ImportPlan.CUSTOMERS);
        vertical().definition().references().forEach(reference -> targets.add(reference.id()));
        if (hasRecords()) {
            targets.add(draft.plan().target());
        }
        target.setLabel(texts.text("dataimport.columns.target"));
        target.setItems(targets);
        target.setItemLabelGenerator(texts::target);
        target.setValue(draft.plan().target());
        target.addValueChangeListener(
                change -> propose(PlanProposal.byNames(vertical(), change.getValue(), draft.file())));
        return target;
    }

    private Select<String> preset() {
        Select<String> preset = new Select<>();
        List<String> presets = new ArrayList<>(List.of(NO_PRESET));
        vertical().definition().imports().forEach(known -> presets.add(known.id()));
        preset.setLabel(texts.text("dataimport.columns.preset"));
        preset.setItems(presets);
        preset.setItemLabelGenerator(
                id -> id.equals(NO_PRESET) ? texts.text("dataimport.columns.own") : texts.preset(id));
        preset.setValue(Objects.requireNonNullElse(draft.plan().preset(), NO_PRESET));
        preset.addValueChangeListener(change -> propose(byPreset(change.getValue())));
        preset.setVisible(presets.size() > 1);
        return preset;
    }

    private ImportPlan byPreset(String id) {
        Optional<ImportPreset> preset = vertical().definition().imports().stream()
                .filter(known -> known.id().equals(id))
                .findFirst();
        return preset.map(known -> PlanProposal.byPreset(vertical(), known, draft.file()))
                .orElseGet(() -> PlanProposal.byNames(vertical(), draft.plan().target(), draft.file()));
    }

    private Select<Duplicates> duplicates() {
        return DuplicatesField.create(texts, draft);
    }

    private ComboBox<String> currency() {
        currency.setLabel(texts.text("dataimport.columns.currency"));
        currency.setItems(Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .sorted(Comparator.naturalOrder())
                .toList());
        currency.setValue(draft.plan().currency());
        currency.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                draft.plan(draft.plan().withCurrency(change.getValue()));
                checkCurrency();
            }
        });
        checkCurrency();
        return currency;
    }

    private boolean checkCurrency() {
        ImportPlan plan = draft.plan();
        boolean taken = imports.takesCurrency(vertical(), plan);
        boolean switches = !plan.currency().equals(vertical().currency());
        currency.setErrorMessage(
                texts.text("dataimport.problem.currency", vertical().currency(), plan.currency()));
        currency.setInvalid(!taken);
        currency.setHelperText(
                taken && switches
                        ? texts.text("dataimport.columns.switch", vertical().currency(), plan.currency())
                        : "");
        return taken;
    }

    private void propose(ImportPlan plan) {
        draft.plan(plan);
        wizard.showColumns();
    }

    private boolean hasRecords() {
        return texts.kind(draft.plan().target()) == RowKind.RECORDS;
    }

    private void showMapping() {
        if (hasRecords()) {
            Div known = new Div(texts.text("dataimport.columns.records"));
            known.addClassName("muted");
            mapping.add(new Card(texts.target(draft.plan().target()), known));
            return;
        }
        Map<Role, Card> cards = new EnumMap<>(Role.class);
        for (TargetField field :
                TargetField.of(vertical(), draft.plan().target()).values()) {
            MappingFields row = new MappingFields(
                    field,
                    texts,
                    draft.plan().columns(),
                    draft.file(),
                    field.isRequired(),
                    draft.plan().mapping(field.id()));
            fields.add(row);
            Role group = group(field.role());
            Card card = cards.computeIfAbsent(group, this::card);
            card.add(row);
            card.getElement();
        }
        cards.values().forEach(mapping::add);
    }

    private Card card(Role group) {
        String title = group == Role.CUSTOMER
                ? texts.target(draft.plan().target())
                : texts.text("dataimport.columns.customer");
        Card card = new Card(title);
        card.addClassName("stack");
        if (group == Role.ATTRIBUTE) {
            Div hint = new Div(texts.text("dataimport.columns.customer.hint"));
            hint.addClassName("caption");
            card.add(hint);
        }
        return card;
    }

    /** What belongs to the row itself, and what is about its customer. */
    private static Role group(Role role) {
        return switch (role) {
            case CUSTOMER, TIME, KEY, FIELD -> Role.CUSTOMER;
            case NAME, OWNER, ATTRIBUTE -> Role.ATTRIBUTE;
        };
    }

    private void next() {
        List<Column> mappings =
                fields.stream().flatMap(field -> field.value().stream()).toList();
        draft.plan(draft.plan().withMappings(mappings));
        List<PlanFinding> findings = PlanCheck.check(draft.plan(), vertical());
        findings.reversed().forEach(this::show);
        if (findings.isEmpty() && checkCurrency()) {
            wizard.showCheck();
        }
    }

    private void show(PlanFinding finding) {
        String message = texts.text(finding.key(), finding.argument());
        fields.stream()
                .filter(field -> field.target().id().equals(finding.field()))
                .findFirst()
                .ifPresentOrElse(field -> field.showError(message), () -> {
                    currency.setErrorMessage(message);
                    currency.setInvalid(true);
                });
    }

    private Vertical vertical() {
        return wizard.shown();
    }
}
