package org.clientele.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clientele.common.ui.condition.ConditionCounts;
import org.clientele.common.ui.condition.ConditionDialog;
import org.clientele.common.ui.condition.ConditionSubjects;
import org.clientele.frontend.Icon;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.segment.ChurnChanges;
import org.clientele.segment.DraftConditions;
import org.clientele.segment.LocalName;
import org.clientele.segment.Measures;
import org.clientele.segment.NewModel;
import org.clientele.segment.OwnModels;
import org.clientele.segment.Studio;

/** The fields for each way to begin a model. */
final class StartForms {
    private static final int GROUPS = 6;
    private static final int WEEKS = 52;
    private static final double PERCENT = 100;
    private static final String[] LEVELS = {
        "segment.new.level.low", "segment.new.level.middle", "segment.new.level.high", "segment.new.level.highest"
    };

    private final SegmentWords words;
    private final BothLanguages both;
    private final Studio studio;
    private final VerticalDefinition vertical;

    StartForms(SegmentWords words, Studio studio) {
        this.words = words;
        this.both = new BothLanguages(words.vertical());
        this.studio = studio;
        this.vertical = words.vertical().definition();
    }

    StartFields of(StartKind kind) {
        return switch (kind) {
            case RULES -> new Conditions(ModelDefinition.Rules.Match.FIRST);
            case LABELS -> new Conditions(ModelDefinition.Rules.Match.ALL);
            case TIERS -> new Tiers();
            case RFM -> new RfmStart(words, this);
            case MATRIX -> new Matrix();
            case LIFE_CYCLE -> new LifeCycleStart(words, this);
            case CLUSTERS -> new Clusters();
            case LIFETIME -> new Lifetime();
            case CHURN -> new Churn();
            case COPY -> new Copy();
        };
    }

    H3 heading(String key) {
        H3 heading = new H3(words.text(key));
        heading.addClassName("section-title");
        return heading;
    }

    private Select<String> select(String label, List<String> ids, Function<String, String> name) {
        Select<String> select = new Select<>();
        select.setLabel(words.text(label));
        select.setItems(ids);
        select.setItemLabelGenerator(name::apply);
        select.setValue(ids.getFirst());
        select.addClassName("grow");
        return select;
    }

    Select<String> number(String label, List<String> ids, String usual) {
        Select<String> select = select(label, ids, words.names()::name);
        if (ids.contains(usual)) {
            select.setValue(usual);
        }
        return select;
    }

    private MultiSelectComboBox<String> several(String label, List<String> ids) {
        MultiSelectComboBox<String> fields = new MultiSelectComboBox<>(words.text(label));
        fields.setItems(ids);
        fields.setItemLabelGenerator(words.names()::name);
        fields.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
        fields.setWidthFull();
        return fields;
    }

    static Div row(Component... parts) {
        Div row = new Div(parts);
        row.addClassNames("row", "fields-hinted");
        return row;
    }

    private static NameRows.Bounds bounds(int fewest) {
        return new NameRows.Bounds(fewest, 0, OwnModels.MOST_SEGMENTS);
    }

    private NameRows threeLevels() {
        return NameRows.growing(both.names("segment.new.high", "segment.new.middle", "segment.new.low"), bounds(2));
    }

    private final class Conditions extends StartFields {
        private final ModelDefinition.Rules.Match match;
        private final NameRows names = NameRows.growing(List.of(LocalName.NONE, LocalName.NONE), bounds(1));

        Conditions(ModelDefinition.Rules.Match match) {
            this.match = match;
            add(heading("segment.new.segments"), names);
        }

        @Override
        NewModel.Start start() {
            return new NewModel.Start.Conditions(match);
        }

        @Override
        List<LocalName> segments() {
            return names.names().stream()
                    .filter(name -> !name.equals(LocalName.NONE))
                    .toList();
        }
    }

    private final class Tiers extends StartFields {
        private final Select<String> metric =
                number("segment.new.metric", Measures.metrics(vertical), vertical.valueMetric());
        private final NameRows names = threeLevels();

        Tiers() {
            add(metric, heading("segment.new.segments.best"), names);
        }

        @Override
        NewModel.Start start() {
            return new NewModel.Start.Tiers(metric.getValue());
        }

        @Override
        List<LocalName> segments() {
            return names.names();
        }
    }

    private final class Matrix extends StartFields {
        private final List<String> numbers = Measures.growingNumbers(vertical);
        private final Select<String> rows = number("segment.new.rows", numbers, vertical.valueMetric());
        private final Select<String> columns = number(
                "segment.new.columns",
                numbers,
                Stream.concat(Measures.growing(vertical).stream(), numbers.stream())
                        .filter(id -> !id.equals(rows.getValue()))
                        .findFirst()
                        .orElse(""));
        private final IntegerField rowLevels = levels("segment.new.row-levels");
        private final IntegerField columnLevels = levels("segment.new.column-levels");
        private final NameRows names = NameRows.fixed(List.of());

        Matrix() {
            add(row(rows, rowLevels), row(columns, columnLevels), heading("segment.new.segments.cells"), names);
            List.of(rows, columns).forEach(field -> field.addValueChangeListener(change -> propose()));
            List.of(rowLevels, columnLevels).forEach(field -> field.addValueChangeListener(change -> propose()));
            propose();
        }

        private IntegerField levels(String label) {
            IntegerField levels = new IntegerField(words.text(label));
            levels.setMin(2);
            levels.setMax(NewModel.Start.Matrix.MOST_LEVELS);
            levels.setStepButtonsVisible(true);
            levels.setValue(2);
            return levels;
        }

        /** The best cell comes first, as segments do everywhere. */
        private void propose() {
            if (rowLevels.isInvalid() || columnLevels.isInvalid()) {
                return;
            }
            List<LocalName> proposed = new ArrayList<>();
            for (int row = count(rowLevels) - 1; row >= 0; row--) {
                for (int column = count(columnLevels) - 1; column >= 0; column--) {
                    proposed.add(cell(row, column));
                }
            }
            names.show(proposed);
        }

        private LocalName cell(int row, int column) {
            return both.name(said -> said.text(
                    "segment.new.cell",
                    said.text(level(row, count(rowLevels))),
                    said.names().name(rows.getValue()),
                    said.text(level(column, count(columnLevels))),
                    said.names().name(columns.getValue())));
        }

        /** Of two levels the upper one is high. */
        private static String level(int place, int levels) {
            return levels == 2 && place == 1 ? LEVELS[2] : LEVELS[place];
        }

        private static int count(IntegerField levels) {
            return Optional.ofNullable(levels.getValue()).orElse(0);
        }

        @Override
        NewModel.Start start() {
            return new NewModel.Start.Matrix(
                    rows.getValue(), columns.getValue(), count(rowLevels), count(columnLevels));
        }

        @Override
        List<LocalName> segments() {
            return names.names().reversed();
        }
    }

    private final class Clusters extends StartFields {
        private final MultiSelectComboBox<String> fields = several("segment.new.fields", Measures.numbers(vertical));

        Clusters() {
            fields.setHelperText(words.text("segment.new.fields.hint"));
            add(fields);
        }

        @Override
        NewModel.Start start() {
            return new NewModel.Start.Clusters(List.copyOf(fields.getValue()));
        }

        @Override
        List<LocalName> segments() {
            return IntStream.rangeClosed(1, GROUPS)
                    .mapToObj(group -> both.name(said -> said.text("segment.new.group", group)))
                    .toList();
        }
    }

    private final class Lifetime extends StartFields {
        private final Select<String> activity =
                select("segment.new.activity", Measures.purchases(vertical), id -> words.names()
                        .text(Texts.activity(id)));
        private final NumberField weeks = new NumberField(words.text("segment.new.weeks"));
        private final NumberField discount = new NumberField(words.text("segment.new.discount"));
        private final NameRows names = threeLevels();

        Lifetime() {
            weeks.setValue((double) WEEKS);
            discount.setValue(0.0);
            add(row(activity, weeks, discount), heading("segment.new.segments.best"), names);
        }

        @Override
        NewModel.Start start() {
            return new NewModel.Start.Lifetime(
                    activity.getValue(),
                    ModelDefinition.Clv.Purchases.BG_NBD,
                    Optional.ofNullable(weeks.getValue()).orElse(0.0),
                    Optional.ofNullable(discount.getValue()).orElse(0.0) / PERCENT);
        }

        @Override
        List<LocalName> segments() {
            return names.names();
        }
    }

    private final class Churn extends StartFields {
        private final TextArea outcome = new TextArea(words.text("segment.new.outcome"));
        private final MultiSelectComboBox<String> features =
                several("segment.new.features", ChurnChanges.learnable(vertical));
        private final NameRows names = NameRows.growing(
                both.names("segment.new.risk.low", "segment.new.risk.middle", "segment.new.risk.high"), bounds(2));

        Churn() {
            outcome.setWidthFull();
            outcome.setMinRows(1);
            outcome.setHelperText(words.text("segment.new.outcome.hint"));
            features.setHelperText(words.text("segment.new.features.hint"));
            Button build = new Button(
                    words.text("segment.studio.condition.build"), Icon.SLIDERS_HORIZONTAL.create(), click -> build());
            add(outcome, row(build), features, heading("segment.new.segments.risk"), names);
        }

        private void build() {
            DraftConditions conditions = studio.conditions(words.vertical().key());
            ConditionSubjects subjects = ConditionSubjects.of(
                    vertical, words.names(), studio.hidden(words.vertical().key()));
            new ConditionDialog(
                            subjects,
                            RuleSentences.withoutThresholds(words, conditions.scope()),
                            outcome.getValue(),
                            new ConditionCounts(conditions::found, studio.workers()),
                            outcome::setValue)
                    .open();
        }

        @Override
        NewModel.Start start() {
            return new NewModel.Start.Churn(outcome.getValue().strip(), List.copyOf(features.getValue()));
        }

        @Override
        List<LocalName> segments() {
            return names.names();
        }
    }

    private final class Copy extends StartFields {
        private final Select<String> model = select(
                "segment.new.copied",
                vertical.models().stream()
                        .filter(Studio::canEdit)
                        .map(ModelDefinition::id)
                        .toList(),
                id -> words.model(Objects.requireNonNull(vertical.model(id))));

        Copy() {
            add(model);
        }

        @Override
        NewModel.Start start() {
            return new NewModel.Start.CopyOf(model.getValue());
        }

        @Override
        List<LocalName> segments() {
            return List.of();
        }
    }
}
