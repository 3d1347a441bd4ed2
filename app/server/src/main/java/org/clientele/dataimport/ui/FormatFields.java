package org.clientele.dataimport.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clientele.dataimport.file.DateText;
import org.clientele.dataimport.file.DecimalMark;
import org.clientele.dataimport.file.FileFormat;
import org.clientele.dataimport.file.Separator;
import org.clientele.dataimport.file.TextEncoding;
import org.jspecify.annotations.Nullable;

/** How the file is read: what was found, and a choice for each. */
final class FormatFields extends Div {
    private final ImportTexts texts;
    private final FileFormat detected;
    private final Select<TextEncoding> encoding = new Select<>();
    private final Select<Separator> separator = new Select<>();
    private final Select<Boolean> header = new Select<>();
    private final ComboBox<String> dates = new ComboBox<>();
    private final Select<DecimalMark> decimals = new Select<>();

    FormatFields(ImportTexts texts, ImportDraft draft, Consumer<FileFormat> changed) {
        this.texts = texts;
        this.detected = draft.detected();
        FileFormat format = draft.plan().format();
        addClassName("stack");
        fill(encoding, "encoding", List.of(TextEncoding.values()), FileFormat::encoding, format);
        fill(separator, "separator", List.of(Separator.values()), FileFormat::separator, format);
        fill(header, "header", List.of(true, false), FileFormat::header, format);
        fill(decimals, "decimals", List.of(DecimalMark.values()), FileFormat::decimals, format);
        fillDates(dates, texts, draft.detectedDates(), format.dates());
        Stream.of(encoding, separator, header, decimals)
                .forEach(field -> field.addValueChangeListener(change -> changed.accept(value())));
        dates.addValueChangeListener(change -> {
            if (!dates.isInvalid() && change.getValue() != null) {
                changed.accept(value());
            }
        });
        add(encoding, separator, header, dates, decimals);
    }

    /**
     * A choice of date patterns by example; a pattern of one's own can be typed.
     *
     * @param detected null where no dates were found
     */
    static void fillDates(ComboBox<String> field, ImportTexts texts, @Nullable String detected, String chosen) {
        Stream<String> first = detected == null ? Stream.of(chosen) : Stream.of(detected, chosen);
        List<String> patterns =
                Stream.concat(first, DateText.PATTERNS.stream()).distinct().toList();
        field.setLabel(texts.text("dataimport.format.dates"));
        field.setItems(patterns);
        field.setItemLabelGenerator(pattern ->
                texts.pattern(pattern) + (pattern.equals(detected) ? texts.text("dataimport.detected") : ""));
        if (detected == null) {
            field.setHelperText(texts.text("dataimport.format.dates.none"));
        }
        field.setValue(chosen);
        field.setAllowCustomValue(true);
        field.addCustomValueSetListener(typed -> setPattern(field, texts, patterns, typed.getDetail()));
    }

    private static void setPattern(ComboBox<String> field, ImportTexts texts, List<String> patterns, String typed) {
        try {
            new DateText(typed);
            field.setInvalid(false);
            field.setItems(Stream.concat(patterns.stream(), Stream.of(typed))
                    .distinct()
                    .toList());
            field.setValue(typed);
        } catch (IllegalArgumentException noPattern) {
            field.setErrorMessage(texts.text("dataimport.finding.dates", typed));
            field.setInvalid(true);
        }
    }

    private FileFormat value() {
        return new FileFormat(
                encoding.getValue(), separator.getValue(), header.getValue(), dates.getValue(), decimals.getValue());
    }

    private <T> void fill(
            Select<T> field, String name, List<T> values, Function<FileFormat, T> part, FileFormat format) {
        field.setLabel(texts.text("dataimport.format." + name));
        field.setItems(values);
        field.setItemLabelGenerator(value -> texts.text("dataimport.format." + name + "." + value)
                + (Objects.equals(value, part.apply(detected)) ? texts.text("dataimport.detected") : ""));
        field.setValue(part.apply(format));
    }
}
