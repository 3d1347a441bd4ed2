package org.clientele.segment.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clientele.common.ui.Formats;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.SegmentDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.segment.ModelChange;

/** Says in words what differs between two settings of a model. */
final class ChangeWords {
    private static final double PERCENT = 100;

    private final SegmentWords words;
    private final ModelDefinition model;
    private final List<String> said = new ArrayList<>();

    private ChangeWords(SegmentWords words, ModelDefinition model) {
        this.words = words;
        this.model = model;
    }

    /** One sentence for each difference; none where there is none. */
    static List<String> differences(SegmentWords words, ModelDefinition model, ModelChange from, ModelChange to) {
        ChangeWords change = new ChangeWords(words, model);
        change.say(from, to);
        return List.copyOf(change.said);
    }

    private void say(ModelChange from, ModelChange to) {
        switch (to) {
            case ModelChange.Rfm now when from instanceof ModelChange.Rfm before -> rfm(before, now);
            case ModelChange.Tiers now when from instanceof ModelChange.Tiers before -> tiers(before, now);
            case ModelChange.Clv now when from instanceof ModelChange.Clv before -> clv(before, now);
            case ModelChange.Rules now when from instanceof ModelChange.Rules before -> rules(before, now);
            case ModelChange.LifeCycle now when from instanceof ModelChange.LifeCycle before -> lifeCycle(before, now);
            case ModelChange.Matrix now when from instanceof ModelChange.Matrix before -> matrix(before, now);
            case ModelChange.Clusters now when from instanceof ModelChange.Clusters before -> clusters(before, now);
            case ModelChange.Churn now when from instanceof ModelChange.Churn before -> churn(before, now);
            default -> said.add(words.text("segment.diff.kind"));
        }
    }

    private void rfm(ModelChange.Rfm before, ModelChange.Rfm now) {
        measure("segment.diff.recency", before.recency(), now.recency());
        measure("segment.diff.frequency", before.frequency(), now.frequency());
        measure("segment.diff.monetary", before.monetary(), now.monetary());
        cuts(now.recency(), before.recencyCuts(), now.recencyCuts());
        cuts(now.frequency(), before.frequencyCuts(), now.frequencyCuts());
        cuts(now.monetary(), before.monetaryCuts(), now.monetaryCuts());
        changed(words.text("segment.edit.weights"), numbers(before.weights()), numbers(now.weights()));
        grid(before.grid(), now.grid(), "segment.diff.cell");
    }

    private void cuts(String metric, List<Double> before, List<Double> now) {
        changed(
                words.text("segment.edit.cuts", words.names().name(metric)),
                cutText(metric, before),
                cutText(metric, now));
    }

    private String cutText(String metric, List<Double> cuts) {
        return cuts.isEmpty() ? words.text("segment.diff.quintiles") : values(metric, cuts);
    }

    private void grid(List<List<String>> before, List<List<String>> now, String key) {
        for (int row = 0; row < now.size(); row++) {
            for (int column = 0; column < now.get(row).size(); column++) {
                String old = row < before.size() && column < before.get(row).size()
                        ? before.get(row).get(column)
                        : "";
                changed(
                        words.text(key, String.valueOf(row + 1), String.valueOf(column + 1)),
                        segment(old),
                        segment(now.get(row).get(column)));
            }
        }
    }

    private void measure(String key, String before, String now) {
        changed(words.text(key), words.subject(before), words.subject(now));
    }

    private void measures(List<String> before, List<String> now) {
        named("segment.diff.measures.in", now, before);
        named("segment.diff.measures.out", before, now);
    }

    private void named(String key, List<String> all, List<String> but) {
        List<String> names =
                all.stream().filter(id -> !but.contains(id)).map(words::subject).toList();
        if (!names.isEmpty()) {
            said.add(words.text(key, String.join(words.text("segment.reason.list"), names)));
        }
    }

    private void churn(ModelChange.Churn before, ModelChange.Churn now) {
        measures(before.features(), now.features());
        changed(words.text("segment.diff.borders"), percents(before.borders()), percents(now.borders()));
    }

    private void clv(ModelChange.Clv before, ModelChange.Clv now) {
        changed(
                words.text("segment.clv.buying-model"),
                words.text(ClvFields.key(before.purchases())),
                words.text(ClvFields.key(now.purchases())));
        changed(words.text("segment.clv.weeks"), number(before.weeks()), number(now.weeks()));
        changed(words.text("segment.diff.discount"), percent(before.yearlyDiscount()), percent(now.yearlyDiscount()));
        tiers(before.tiers(), now.tiers());
    }

    private void tiers(ModelChange.Tiers before, ModelChange.Tiers now) {
        measure("segment.edit.metric", before.metric(), now.metric());
        changed(words.text("segment.edit.method"), method(before), method(now));
        for (int tier = 0; tier < now.borders().size(); tier++) {
            String old = tier < before.borders().size() ? border(before, tier) : "";
            changed(words.text(borderKey(now.method()), words.segment(model, tier)), old, border(now, tier));
        }
    }

    private String method(ModelChange.Tiers change) {
        return words.text("segment.edit.method." + change.method().name().toLowerCase(Locale.ROOT));
    }

    private static String borderKey(ModelDefinition.Tiers.Method method) {
        return switch (method) {
            case FIXED -> "segment.edit.border";
            case PERCENTILE -> "segment.diff.share";
            case CUMULATIVE -> "segment.diff.cumulative";
        };
    }

    private String border(ModelChange.Tiers change, int tier) {
        double border = change.borders().get(tier);
        return change.method() == ModelDefinition.Tiers.Method.FIXED
                ? values(change.metric(), List.of(border))
                : percent(border);
    }

    private void clusters(ModelChange.Clusters before, ModelChange.Clusters now) {
        measures(before.fields(), now.fields());
        changed(words.text("segment.cluster.count"), number(before.count()), number(now.count()));
        changed(words.text("segment.cluster.seed"), number(before.seed()), number(now.seed()));
        if (before.frozen().isEmpty() != now.frozen().isEmpty()) {
            said.add(words.text(now.frozen().isEmpty() ? "segment.cluster.diff.found" : "segment.cluster.diff.frozen"));
        }
        conditions(before.frozen(), now.frozen());
        for (SegmentDefinition segment : model.segments()) {
            for (Locale language : ClusterFields.LANGUAGES) {
                changed(
                        words.text(
                                "segment.cluster.name." + language.getLanguage(),
                                words.segment(model, model.segments().indexOf(segment))),
                        name(before, segment.id(), language),
                        name(now, segment.id(), language));
            }
        }
    }

    private static String name(ModelChange.Clusters change, String segment, Locale language) {
        return change.names().getOrDefault(segment, Map.of()).getOrDefault(language.toLanguageTag(), Formats.MISSING);
    }

    private void rules(ModelChange.Rules before, ModelChange.Rules now) {
        conditions(before.rules(), now.rules());
        changed(
                words.text("segment.studio.otherwise"),
                segment(Optional.ofNullable(before.otherwise()).orElse("")),
                segment(Optional.ofNullable(now.otherwise()).orElse("")));
    }

    private void lifeCycle(ModelChange.LifeCycle before, ModelChange.LifeCycle now) {
        now.parameters()
                .forEach((name, value) -> changed(
                        words.names().text(Texts.modelParameter(model.id(), name)),
                        Optional.ofNullable(before.parameters().get(name))
                                .map(this::number)
                                .orElse(""),
                        number(value)));
        conditions(before.stages(), now.stages());
    }

    /** Conditions are the same when they lead to the same segment by the same text, wherever they stand. */
    private void conditions(List<ModelDefinition.Rule> before, List<ModelDefinition.Rule> now) {
        List<String> old = before.stream().map(this::condition).toList();
        List<String> fresh = now.stream().map(this::condition).toList();
        old.stream()
                .filter(condition -> !fresh.contains(condition))
                .forEach(condition -> said.add(words.text("segment.diff.removed", condition)));
        for (int i = 0; i < fresh.size(); i++) {
            if (!old.contains(fresh.get(i))) {
                said.add(words.text("segment.diff.added", String.valueOf(i + 1), fresh.get(i)));
            }
        }
        List<String> keptBefore = old.stream().filter(fresh::contains).toList();
        List<String> keptNow = fresh.stream().filter(old::contains).toList();
        if (!keptBefore.equals(keptNow)) {
            said.add(words.text("segment.diff.order"));
        }
    }

    private String condition(ModelDefinition.Rule rule) {
        return words.text("segment.diff.condition", segment(rule.segment()), rule.when());
    }

    private void matrix(ModelChange.Matrix before, ModelChange.Matrix now) {
        measure("segment.diff.row-measure", before.rows().metric(), now.rows().metric());
        measure(
                "segment.diff.column-measure",
                before.columns().metric(),
                now.columns().metric());
        changed(words.text("segment.diff.rows"), cuts(before.rows()), cuts(now.rows()));
        changed(words.text("segment.diff.columns"), cuts(before.columns()), cuts(now.columns()));
        grid(before.grid(), now.grid(), "segment.diff.matrix-cell");
    }

    private String cuts(ModelChange.Matrix.Cuts cuts) {
        return cuts.method() == ModelDefinition.Matrix.Method.FIXED
                ? values(cuts.metric(), cuts.cuts())
                : percents(cuts.cuts());
    }

    private String segment(String id) {
        return id.isEmpty()
                ? words.text("segment.studio.otherwise.none")
                : words.names().segment(model.id(), id);
    }

    private void changed(String what, String before, String now) {
        if (!Objects.equals(before, now)) {
            said.add(words.text("segment.diff.changed", what, before, now));
        }
    }

    /** Values of a measure, shares in percent. */
    private String values(String measure, List<Double> values) {
        return words.scale(measure) == 1 ? numbers(values) : percents(values);
    }

    private String numbers(List<Double> numbers) {
        return numbers.stream().map(this::number).collect(Collectors.joining(" · "));
    }

    private String percents(List<Double> shares) {
        return shares.stream().map(this::percent).collect(Collectors.joining(" · "));
    }

    private String number(double number) {
        return words.formats().fixed(number, decimals(number));
    }

    private String percent(double share) {
        return number(Math.round(share * PERCENT * 1e6) / 1e6) + "%";
    }

    /** As many as it takes, so that no difference is rounded away. */
    private static int decimals(double number) {
        int decimals = 0;
        double scaled = number;
        while (decimals < 6 && scaled != Math.rint(scaled)) {
            decimals++;
            scaled = number * Math.pow(10, decimals);
        }
        return decimals;
    }
}
