package org.clientele.segment.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import org.clientele.segment.LocalName;
import org.clientele.segment.OwnModels;

/** What a model is called in both languages, and what it is for; the language of whoever types comes first. */
final class NameFields extends Div {
    private final TextField english = new TextField();
    private final TextField chinese = new TextField();
    private final TextField purposeInEnglish = new TextField();
    private final TextField purposeInChinese = new TextField();

    NameFields(SegmentWords words) {
        label(english, words.text("segment.new.name.english"), OwnModels.LONGEST_NAME);
        label(chinese, words.text("segment.new.name.chinese"), OwnModels.LONGEST_NAME);
        label(purposeInEnglish, words.text("segment.new.purpose.english"), OwnModels.LONGEST_PURPOSE);
        label(purposeInChinese, words.text("segment.new.purpose.chinese"), OwnModels.LONGEST_PURPOSE);
        addClassName("stack");
        Div hint = new Div(words.text("segment.new.name.hint"));
        hint.addClassName("caption");
        add(
                isChinese() ? pair(chinese, english) : pair(english, chinese),
                isChinese() ? pair(purposeInChinese, purposeInEnglish) : pair(purposeInEnglish, purposeInChinese),
                hint);
    }

    private static Div pair(TextField first, TextField second) {
        Div pair = new Div(first, second);
        pair.addClassNames("row", "fields");
        return pair;
    }

    private static void label(TextField field, String label, int longest) {
        field.setLabel(label);
        field.setMaxLength(longest);
        field.addClassName("grow");
    }

    void show(LocalName name, LocalName purpose) {
        english.setValue(name.english());
        chinese.setValue(name.chinese());
        purposeInEnglish.setValue(purpose.english());
        purposeInChinese.setValue(purpose.chinese());
    }

    private static boolean isChinese() {
        return UI.getCurrent().getLocale().getLanguage().equals("zh");
    }

    LocalName name() {
        return new LocalName(english.getValue(), chinese.getValue());
    }

    LocalName purpose() {
        return new LocalName(purposeInEnglish.getValue(), purposeInChinese.getValue());
    }
}
