package org.clientele.segment.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.clientele.common.ui.ActDialog;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.segment.NewModel;
import org.clientele.segment.OwnModels;
import org.clientele.segment.Studio;

/** Asks for a new model: what it is called, how it segments and what it is made of. All else is set in the studio. */
final class NewModelDialog {
    private final SegmentWords words;
    private final StartForms forms;
    private final NameFields names;
    private final RadioButtonGroup<StartKind> kind = new RadioButtonGroup<>();
    private final Div explained = new Div();
    private final Div holder = new Div();
    private StartFields start;

    /** @param words of the vertical as it applies */
    NewModelDialog(SegmentWords words, Studio studio) {
        this.words = words;
        this.forms = new StartForms(words, studio);
        this.names = new NameFields(words);
        VerticalDefinition vertical = words.vertical().definition();
        kind.setLabel(words.text("segment.new.kind"));
        kind.addClassName("choice");
        kind.setItems(Stream.of(StartKind.values())
                .filter(each -> each.fits(vertical))
                .toList());
        kind.setItemLabelGenerator(each -> words.text(key(each)));
        kind.setValue(StartKind.RULES);
        kind.addValueChangeListener(change -> show());
        explained.addClassName("caption");
        explained.getElement().setAttribute("aria-live", "polite");
        start = forms.of(StartKind.RULES);
        show();
    }

    private static String key(StartKind kind) {
        return "segment.new.kind." + kind.name().toLowerCase(Locale.ROOT);
    }

    private void show() {
        explained.setText(words.text(key(kind.getValue()) + ".hint"));
        start = forms.of(kind.getValue());
        holder.removeAll();
        holder.add(start);
    }

    /** @param made told the id of the model */
    void open(OwnModels models, Consumer<String> made) {
        ActDialog dialog = new ActDialog(
                words.text("segment.new.title"),
                words.text("segment.new.do"),
                () -> made.accept(models.create(
                        words.vertical().key(),
                        new NewModel(names.name(), names.purpose(), start.segments(), start.start()))),
                names,
                kind,
                explained,
                holder);
        dialog.setWidth("min(720px, 96vw)");
        dialog.open();
    }
}
