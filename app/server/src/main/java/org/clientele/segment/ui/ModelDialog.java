package org.clientele.segment.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.clientele.common.Problem;
import org.clientele.common.ui.FigureTable;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Tone;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.segment.ModelOverrides;
import org.clientele.segment.ModelSummary;
import org.clientele.segment.Segments;

/** Sets a model's borders, cut points, weights and labels; shows the effect on today's customers before it is stored. */
final class ModelDialog extends Dialog {
    private final transient SegmentWords words;
    private final transient ModelSummary summary;
    private final transient Segments segments;
    private final transient ModelOverrides overrides;
    private final ModelFields fields;
    private final Div effect = new Div();

    ModelDialog(SegmentWords words, ModelSummary summary, Segments segments, ModelOverrides overrides) {
        super(words.text("segment.edit.title", words.model(summary.result().model())));
        this.words = words;
        this.summary = summary;
        this.segments = segments;
        this.overrides = overrides;
        fields = fields(words, summary.result().model());
        effect.getElement().setAttribute("aria-live", "polite");
        Div content = new Div(fields, effect);
        content.addClassName("stack");
        add(content);
        setWidth("min(960px, 96vw)");
        buttons();
    }

    /** Whether a model of this kind has something to set here. */
    static boolean canEdit(ModelDefinition model) {
        return switch (model) {
            case ModelDefinition.Rfm _, ModelDefinition.Tiers _, ModelDefinition.Matrix _ -> true;
            case ModelDefinition.Churn churn -> !churn.borders().isEmpty();
            case ModelDefinition.Rules _, ModelDefinition.LifeCycle _, ModelDefinition.Custom _ -> false;
        };
    }

    private static ModelFields fields(SegmentWords words, ModelDefinition model) {
        return switch (model) {
            case ModelDefinition.Rfm rfm -> new RfmFields(words, rfm);
            case ModelDefinition.Tiers tiers -> new TiersFields(words, tiers);
            case ModelDefinition.Matrix matrix -> new MatrixFields(words, matrix);
            case ModelDefinition.Churn churn -> new ChurnFields(words, churn);
            default -> throw new IllegalArgumentException("Model %s cannot be edited here".formatted(model.id()));
        };
    }

    private void buttons() {
        Button preview = new Button(words.text("segment.edit.preview"), click -> preview());
        Button save = new Button(words.text("segment.edit.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        if (summary.changed()) {
            Button back = new Button(words.text("segment.edit.reset"), click -> reset());
            back.addThemeVariants(ButtonVariant.TERTIARY);
            getFooter().add(back);
        }
        getFooter().add(new Button(words.text("common.cancel"), click -> close()), preview, save);
    }

    private void preview() {
        effect.removeAll();
        try {
            Segments.Preview preview = segments.preview(words.vertical().key(), fields.change());
            ModelDefinition model = summary.result().model();
            FigureTable table = new FigureTable(
                    words.text("segment.edit.effect"),
                    words.text("segment.column.segment"),
                    words.text("segment.edit.now"),
                    words.text("segment.edit.then"));
            for (int segment = 0; segment < preview.after().length; segment++) {
                table.row(
                        new Span(words.segment(model, segment)),
                        words.formats().whole(preview.before()[segment]),
                        words.formats().whole(preview.after()[segment]));
            }
            effect.add(new Div(words.text("segment.edit.moved", preview.moved())), table);
        } catch (Problem problem) {
            effect.add(new Banner(Tone.BAD, Messages.text(problem)));
        }
    }

    private void save() {
        effect.removeAll();
        try {
            overrides.change(words.vertical().key(), fields.change());
            close();
            Messages.done(words.text("segment.edit.saved"));
        } catch (Problem problem) {
            effect.add(new Banner(Tone.BAD, Messages.text(problem)));
        }
    }

    private void reset() {
        overrides.reset(words.vertical().key(), summary.result().model().id());
        close();
        Messages.done(words.text("segment.edit.saved"));
    }
}
