package org.clientele.dataimport.ui;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import org.clientele.common.Problem;
import org.clientele.common.ui.JobProgress;
import org.clientele.dataimport.ImportCheck;
import org.clientele.dataimport.ImportPlan;
import org.clientele.dataimport.ImportRun.Counts;
import org.clientele.dataimport.ImportSummary;
import org.clientele.dataimport.Imports;
import org.clientele.dataimport.RowKind;
import org.clientele.dataimport.TargetField;
import org.clientele.dataimport.UnknownOwners;
import org.clientele.dataimport.file.FileFormat;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Card;
import org.clientele.frontend.Columns;
import org.clientele.frontend.Tone;
import org.clientele.plugins.api.ImportPreset.Duplicates;
import org.jspecify.annotations.Nullable;

/** Shows what the import would do, before anything is stored. */
final class CheckStep extends Div {
    private final ImportView wizard;
    private final Imports imports;
    private final ImportTexts texts;
    private final ImportDraft draft;
    private final Div main = new Div();
    private final Div side = new Div();
    private @Nullable ImportCheck check;

    CheckStep(ImportView wizard, Imports imports, ImportTexts texts, ImportDraft draft) {
        this.wizard = wizard;
        this.imports = imports;
        this.texts = texts;
        this.draft = draft;
        main.addClassName("stack");
        side.addClassName("stack");
        add(new Columns(Columns.Shape.MAIN_SIDE, main, side).top());
        start();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        forget();
    }

    private void start() {
        forget();
        main.removeAll();
        side.removeAll();
        ImportCheck started = imports.check(wizard.shown(), draft.file(), draft.plan(), texts.wording());
        check = started;
        Button back = new Button(texts.text("dataimport.back"), click -> wizard.showColumns());
        main.add(new Card(
                texts.text("dataimport.check.running"),
                new JobProgress(started.job(), texts, () -> show(started)),
                back));
    }

    private void forget() {
        if (check != null) {
            imports.discard(check);
            check = null;
        }
    }

    private void show(ImportCheck finished) {
        main.removeAll();
        ImportSummary summary = finished.summary();
        if (summary == null) {
            main.add(new Card(new Banner(Tone.BAD, failure(finished)), backButton()));
            return;
        }
        Card result = new Card(new SummaryFigures(texts, Counts.of(summary)));
        result.addClassName("stack");
        result.add(new RowReport(
                texts,
                draft.plan().columns(),
                draft.file().file().name(),
                summary,
                gzip -> imports.rejected(finished, gzip)));
        main.add(result);
        side.add(outlook(summary));
        if (texts.kind(draft.plan().target()) != RowKind.RECORDS) {
            side.add(choices());
        }
        side.getElement().setAttribute("aria-live", "polite");
    }

    private String failure(ImportCheck failed) {
        return failed.job().failure() instanceof Problem problem
                ? texts.text(problem.key(), problem.arguments())
                : texts.text("dataimport.problem.storage");
    }

    private Card outlook(ImportSummary summary) {
        Div what = new Div(OutlookText.of(texts, draft.plan(), summary));
        Div buttons = new Div();
        buttons.addClassName("row");
        if (summary.hasEffect()) {
            long rows = summary.fresh() + summary.changed();
            Button go = new Button(texts.text("dataimport.check.import", rows), click -> wizard.start());
            go.addThemeVariants(ButtonVariant.PRIMARY);
            go.setDisableOnClick(true);
            buttons.add(go);
        }
        buttons.add(backButton());
        Card card = new Card(texts.text("dataimport.check.outlook"), what, buttons);
        card.addClassName("stack");
        return card;
    }

    private Button backButton() {
        return new Button(texts.text("dataimport.back"), click -> wizard.showColumns());
    }

    private Card choices() {
        Select<Duplicates> duplicates = DuplicatesField.create(texts, draft);
        duplicates.addValueChangeListener(change -> start());
        ComboBox<String> dates = new ComboBox<>();
        FormatFields.fillDates(
                dates, texts, draft.detectedDates(), draft.plan().format().dates());
        dates.addValueChangeListener(change -> {
            if (change.getValue() != null && !dates.isInvalid()) {
                draft.plan(withDates(draft.plan(), change.getValue()));
                start();
            }
        });
        Span encoding = new Span(texts.text(
                "dataimport.check.encoding",
                texts.text("dataimport.format.encoding." + draft.plan().format().encoding())));
        encoding.addClassName("caption");
        Card card = new Card(texts.text("dataimport.check.choices"), duplicates, dates);
        if (draft.plan().mapping(TargetField.OWNER) != null) {
            card.add(owners());
        }
        card.add(encoding);
        card.addClassName("stack");
        return card;
    }

    private Select<UnknownOwners> owners() {
        Select<UnknownOwners> owners = new Select<>();
        owners.setLabel(texts.text("dataimport.owners"));
        owners.setItems(UnknownOwners.values());
        owners.setItemLabelGenerator(choice -> texts.text("dataimport.owners." + choice));
        owners.setValue(draft.plan().unknownOwners());
        owners.addValueChangeListener(change -> {
            draft.plan(draft.plan().withUnknownOwners(change.getValue()));
            start();
        });
        return owners;
    }

    private static ImportPlan withDates(ImportPlan plan, String dates) {
        FileFormat format = plan.format();
        return plan.withFormat(
                new FileFormat(format.encoding(), format.separator(), format.header(), dates, format.decimals()));
    }
}
