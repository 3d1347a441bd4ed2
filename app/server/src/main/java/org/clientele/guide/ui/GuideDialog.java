package org.clientele.guide.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.clientele.common.Problem;
import org.clientele.common.ui.Formats;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Tone;
import org.clientele.guide.GuideText;
import org.clientele.guide.GuideTexts;
import org.clientele.guide.GuideVersion;
import org.clientele.plugins.api.GuideDefinition;
import org.jspecify.annotations.Nullable;

/** Words a guide in each language; what was written before can be taken up again, or the plugin's text. */
final class GuideDialog extends Dialog {
    private static final String SIGNS_HEIGHT = "96px";
    private static final String ADVICE_HEIGHT = "168px";

    private final transient GuideTexts texts;
    private final transient GuideWords words;
    private final transient GuideDefinition guide;
    private final transient Runnable whenStored;
    private final RadioButtonGroup<Locale> language = new RadioButtonGroup<>();
    private final TextArea signs = new TextArea();
    private final TextArea advice = new TextArea();
    private final Div problems = new Div();
    private final Details versions = new Details();
    private final Button reset = new Button();
    private boolean asked;

    GuideDialog(GuideTexts texts, GuideWords words, GuideDefinition guide, Runnable whenStored) {
        super(words.text("guide.edit", words.name(guide)));
        this.texts = texts;
        this.words = words;
        this.guide = guide;
        this.whenStored = whenStored;
        setWidth("min(640px, 96vw)");
        language.setLabel(words.text("guide.edit.language"));
        language.setItems(GuideTexts.LANGUAGES);
        language.setItemLabelGenerator(locale -> locale.getDisplayLanguage(locale));
        language.addValueChangeListener(change -> {
            if (!asked) {
                switchTo(change.getOldValue(), change.getValue());
            }
        });
        area(signs, "guide.edit.signs", GuideText.SIGNS_LENGTH, SIGNS_HEIGHT);
        area(advice, "guide.edit.advice", GuideText.ADVICE_LENGTH, ADVICE_HEIGHT);
        advice.setHelperText(words.text("guide.edit.advice.help"));
        versions.setSummaryText(words.text("guide.edit.versions"));
        problems.getElement().setAttribute("aria-live", "polite");
        Div body = new Div(language, problems, signs, advice, versions);
        body.addClassNames("stack", "step-dialog");
        add(body);
        buttons();
        Locale reader = words.locale().getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        show(reader);
    }

    private void area(TextArea area, String key, int length, String height) {
        area.setLabel(words.text(key));
        area.setMaxLength(length);
        area.setMinHeight(height);
        area.setWidthFull();
        area.setRequiredIndicatorVisible(true);
        area.setValueChangeMode(ValueChangeMode.ON_CHANGE);
    }

    private void buttons() {
        reset.setText(words.text("guide.edit.reset"));
        reset.addThemeVariants(ButtonVariant.TERTIARY);
        reset.addClickListener(
                click -> attempt(() -> texts.reset(words.vertical().key(), guide.id(), language.getValue())));
        Button save = new Button(
                words.text("common.save"),
                click -> attempt(() -> texts.write(words.vertical().key(), guide.id(), language.getValue(), typed())));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(reset, new Button(words.text("common.cancel"), click -> close()), save);
    }

    private GuideText typed() {
        return new GuideText(signs.getValue(), advice.getValue());
    }

    /** What was typed for one language is not lost by looking at the other: it has to be stored first. */
    private void switchTo(@Nullable Locale from, Locale to) {
        if (from != null && !typed().equals(applying(from))) {
            asked = true;
            language.setValue(from);
            asked = false;
            problem(words.text("guide.edit.unsaved"));
            return;
        }
        show(to);
    }

    private void show(Locale locale) {
        asked = true;
        language.setValue(locale);
        asked = false;
        problems.removeAll();
        fill(applying(locale));
        List<GuideVersion> history = texts.history(words.vertical().key(), guide.id(), locale);
        reset.setVisible(!history.isEmpty() && history.getFirst().text() != null);
        versions.setVisible(!history.isEmpty());
        versions.setOpened(false);
        versions.removeAll();
        history.forEach(version -> versions.add(row(version, locale)));
    }

    private GuideText applying(Locale locale) {
        GuideText written = texts.written(words.vertical().key(), locale).get(guide.id());
        return written != null ? written : GuideTexts.ofPlugin(words.vertical(), guide.id(), locale);
    }

    private Div row(GuideVersion version, Locale locale) {
        GuideText text = version.text();
        Formats formats = new Formats(words.locale(), words.vertical().currency());
        Span when = new Span(words.text(
                text == null ? "guide.edit.version.reset" : "guide.edit.version",
                formats.dateTime(version.writtenAt(), ZoneId.systemDefault()),
                version.author()));
        Button take = new Button(
                words.text("guide.edit.take"),
                click -> fill(text != null ? text : GuideTexts.ofPlugin(words.vertical(), guide.id(), locale)));
        take.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        Div row = new Div(when, take);
        row.addClassName("guide-version");
        return row;
    }

    private void fill(GuideText text) {
        signs.setValue(text.signs());
        advice.setValue(text.advice());
    }

    private void attempt(Runnable act) {
        try {
            act.run();
            close();
            whenStored.run();
            Messages.done(words.text("guide.edit.done", words.name(guide)));
        } catch (Problem problem) {
            problem(Messages.text(problem));
        }
    }

    private void problem(String text) {
        problems.removeAll();
        problems.add(new Banner(Tone.BAD, text));
    }
}
