package org.clientele.customer.ui;

import com.vaadin.flow.component.Component;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.clientele.common.Money;
import org.clientele.common.ui.Formats;
import org.clientele.common.ui.condition.ConditionSentence;
import org.clientele.common.ui.condition.ListField;
import org.clientele.customer.CustomerFilter;
import org.clientele.customer.CustomerFilter.Compare;
import org.clientele.customer.CustomerFilter.InSet;
import org.clientele.engine.Snapshot;
import org.clientele.engine.figure.Period;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.definition.Scope;

/** Puts a filter into words. */
final class FilterText {
    private final Component texts;
    private final ListFields fields;
    private final Formats formats;
    private final int fractionDigits;
    private final ConditionSentence sentence;

    FilterText(Component texts, ListFields fields, String currency) {
        this.texts = texts;
        this.fields = fields;
        this.formats = fields.formats().formats();
        this.fractionDigits = Money.fractionDigits(currency);
        this.sentence = new ConditionSentence(
                texts, fields.definition(), fields.formats(), fractionDigits, Scope.member(fields.definition()));
    }

    ConditionSentence sentence() {
        return sentence;
    }

    String of(CustomerFilter filter) {
        try {
            return switch (filter) {
                case Compare compare -> compare(compare);
                case InSet set -> set(set);
                case CustomerFilter.Where where -> sentence.of(where.condition());
            };
        } catch (DateTimeException | IllegalArgumentException unfit) {
            return filter.text();
        }
    }

    private String compare(Compare compare) {
        ListField field = fields.find(compare.subject())
                .orElseThrow(() -> new IllegalArgumentException("No field " + compare.subject()));
        String key = "customer.filter.op." + compare.op().name().toLowerCase(Locale.ROOT);
        List<String> values =
                compare.values().stream().map(value -> value(field, value)).toList();
        String separator = texts.getTranslation("customer.filter.or");
        return switch (compare.op()) {
            case MISSING, PRESENT -> texts.getTranslation(key, field.name());
            case BETWEEN -> texts.getTranslation(key, field.name(), values.getFirst(), values.getLast());
            default -> texts.getTranslation(key, field.name(), values.stream().collect(Collectors.joining(separator)));
        };
    }

    private String value(ListField field, String value) {
        return switch (field.kind()) {
            case TEXT, ACTIVITY -> value;
            case CHOICE, SEGMENT, OWNER -> field.choice(value).name();
            case FLAG -> formats.yesNo(Boolean.parseBoolean(value));
            case DATE -> formats.date(LocalDate.parse(value));
            case MONEY ->
                formats.money(new BigDecimal(value)
                        .movePointRight(fractionDigits)
                        .setScale(0, java.math.RoundingMode.HALF_UP)
                        .longValueExact());
            case SHARE -> formats.percent(Double.parseDouble(value));
            case DAYS -> formats.days(new BigDecimal(value).longValue());
            case WHOLE, DECIMAL -> formats.decimal(Double.parseDouble(value));
        };
    }

    private String set(InSet set) {
        String key = "customer.filter.set." + set.kind().name().toLowerCase(Locale.ROOT);
        List<String> arguments = set.arguments();
        return switch (set.kind()) {
            case ACTIVE, REPEAT, JOINED, FIRST -> texts.getTranslation(key, period(set.period()));
            case KNOWN -> texts.getTranslation(key, formats.date(LocalDate.parse(arguments.getFirst())));
            case WAS -> was(key, arguments);
            case MOVED ->
                texts.getTranslation(
                        key,
                        model(arguments.getFirst()),
                        segment(arguments.getFirst(), arguments.get(1)),
                        segment(arguments.getFirst(), arguments.get(2)),
                        period(set.period()));
            case CELL -> cell(key, arguments);
            case CHECK ->
                texts.getTranslation(
                        key,
                        fields.formats().text(Texts.check(arguments.getFirst())),
                        texts.getTranslation(
                                "customer.filter.check." + set.checked().name().toLowerCase(Locale.ROOT)));
            case GAPS ->
                arguments.getFirst().equals(InSet.NONE)
                        ? texts.getTranslation("customer.filter.set.gaps.any")
                        : texts.getTranslation(key, fields.formats().text(Texts.checkGroup(arguments.getFirst())));
        };
    }

    private String was(String key, List<String> arguments) {
        String[] model = arguments.getFirst().split("@", 2);
        String name = model(model[0]);
        return texts.getTranslation(
                key,
                model.length == 1 ? name : texts.getTranslation("customer.filter.set.version", name, model[1]),
                segment(model[0], arguments.get(1)),
                formats.date(LocalDate.parse(arguments.get(2))));
    }

    private String cell(String key, List<String> arguments) {
        String model = arguments.getFirst();
        if (fields.definition().model(model) instanceof ModelDefinition.Matrix matrix) {
            return texts.getTranslation(
                    key + ".matrix",
                    model(model),
                    fields.formats().name(matrix.rows().metric()),
                    arguments.get(1),
                    fields.formats().name(matrix.columns().metric()),
                    arguments.get(2));
        }
        return texts.getTranslation(key, model(model), arguments.get(1), arguments.get(2));
    }

    private String period(Period period) {
        return formats.date(period.from()) + " – " + formats.date(period.to());
    }

    private String model(String id) {
        return fields.formats().text(Texts.model(id));
    }

    private String segment(String model, String segment) {
        if (segment.equals(InSet.NONE)) {
            return texts.getTranslation("customer.filter.noSegment");
        }
        return fields.find(Snapshot.SEGMENT_PREFIX + model)
                .map(field -> field.choice(segment).name())
                .orElse(segment);
    }
}
