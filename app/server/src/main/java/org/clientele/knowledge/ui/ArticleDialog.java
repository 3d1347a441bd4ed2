package org.clientele.knowledge.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.clientele.cases.CaseType;
import org.clientele.common.Problem;
import org.clientele.common.Wording;
import org.clientele.common.ui.Messages;
import org.clientele.common.ui.Translations;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Columns;
import org.clientele.frontend.Tone;
import org.clientele.knowledge.ArticleData;
import org.clientele.segment.SegmentName;

/** Writes an article in both languages, with its look beside the text, and says where it is shown. */
final class ArticleDialog extends Dialog {
    private static final String HEIGHT = "260px";
    private static final int PAUSE = 400;

    private final transient ArticleWords words;
    private final Part english;
    private final Part chinese;
    private final MultiSelectComboBox<CaseType> types = new MultiSelectComboBox<>();
    private final MultiSelectComboBox<SegmentName> segments = new MultiSelectComboBox<>();
    private final MultiSelectComboBox<String> guides = new MultiSelectComboBox<>();
    private final Div problems = new Div();

    /** Publishes what was written. */
    @FunctionalInterface
    interface Publishing {
        void publish(ArticleData data);
    }

    ArticleDialog(ArticleWords words, ArticleData data, Publishing publishing) {
        super(words.text("knowledge.edit.title"));
        this.words = words;
        setWidth("min(1080px, 96vw)");
        english = new Part(words, Translations.ENGLISH, data);
        chinese = new Part(words, Translations.CHINESE, data);
        boolean chineseFirst = Translations.isChinese(words.locale());
        places(types, "knowledge.edit.types", Arrays.asList(CaseType.values()), words::type, data.types());
        places(segments, "knowledge.edit.segments", words.segments(), words::segment, data.segments());
        places(guides, "knowledge.edit.guides", words.guides(), words::guide, data.guides());
        guides.setVisible(!words.guides().isEmpty());
        Div places = Columns.stack(types, segments, guides);
        H3 heading = new H3(words.text("knowledge.edit.places"));
        heading.addClassName("card-title");
        Div hint = new Div(words.text("knowledge.edit.places.hint"));
        hint.addClassName("caption");
        problems.getElement().setAttribute("aria-live", "polite");
        add(Columns.stack(
                (chineseFirst ? chinese : english).fields(),
                (chineseFirst ? english : chinese).fields(),
                heading,
                hint,
                places,
                problems));
        Button publish = new Button(words.text("knowledge.edit.publish"), click -> publish(publishing));
        publish.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), publish);
    }

    private <T> void places(
            MultiSelectComboBox<T> field, String label, Collection<T> all, Function<T, String> name, Set<T> chosen) {
        field.setLabel(words.text(label));
        field.setItems(all);
        field.setItemLabelGenerator(name::apply);
        // What is gone from the vertical is not kept: it could never match.
        field.setValue(all.stream().filter(chosen::contains).toList());
        field.setWidthFull();
    }

    private void publish(Publishing publishing) {
        problems.removeAll();
        try {
            publishing.publish(new ArticleData(
                    new Wording(english.title.getValue(), chinese.title.getValue()),
                    new Wording(english.text.getValue(), chinese.text.getValue()),
                    segments.getValue(),
                    types.getValue(),
                    guides.getValue()));
            close();
        } catch (Problem problem) {
            problems.add(new Banner(Tone.BAD, Messages.text(problem)));
        }
    }

    /** Title and text in one language, and how the text reads. */
    private static final class Part {
        private final TextField title = new TextField();
        private final TextArea text = new TextArea();
        private final ArticleText preview;

        Part(ArticleWords words, Locale language, ArticleData data) {
            boolean isChinese = Translations.isChinese(language);
            String name = isChinese ? "中文" : "English";
            title.setLabel(words.text("knowledge.edit.heading", name));
            title.setMaxLength(ArticleData.TITLE_LENGTH);
            title.setValue(isChinese ? data.title().chinese() : data.title().english());
            title.setWidthFull();
            text.setLabel(words.text("knowledge.edit.text", name));
            text.setMaxLength(ArticleData.TEXT_LENGTH);
            text.setMinHeight(HEIGHT);
            text.setWidthFull();
            text.setHelperText(words.text("knowledge.edit.text.help"));
            text.setValue(isChinese ? data.text().chinese() : data.text().english());
            text.setValueChangeMode(ValueChangeMode.LAZY);
            text.setValueChangeTimeout(PAUSE);
            preview = new ArticleText(text.getValue());
            preview.getElement().setAttribute("role", "region");
            preview.getElement().setAttribute("aria-label", words.text("knowledge.edit.preview", name));
            text.addValueChangeListener(change -> preview.show(change.getValue()));
        }

        Columns fields() {
            return new Columns(Columns.Shape.TWO, Columns.stack(title, text), preview);
        }
    }
}
