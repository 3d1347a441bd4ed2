package org.clientele.plugin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.clientele.plugin.Change.Kind;
import org.clientele.plugin.Change.Part;
import org.clientele.plugins.api.CheckDefinition;
import org.clientele.plugins.api.GuideDefinition;
import org.clientele.plugins.api.ImportPreset;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ProgrammeDefinition;
import org.clientele.plugins.api.ReportDefinition;
import org.clientele.plugins.api.ScreenDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.TileDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.api.WorkflowDefinition;
import org.jspecify.annotations.Nullable;

/** Compares two versions of a vertical part by part, what holds data first, what is code last. */
final class DefinitionChanges {
    private final List<Change> changes = new ArrayList<>();

    private DefinitionChanges() {}

    /** @param data what is kept of the vertical */
    static List<Change> between(PluginPackage before, PluginPackage after, StoredData data) {
        DefinitionChanges found = new DefinitionChanges();
        FieldChanges fields = new FieldChanges(data);
        fields.compare(before.definition(), after.definition());
        found.changes.addAll(fields.changes());
        found.compareParts(before.definition(), after.definition());
        found.compareTexts(before.texts(), after.texts());
        long classes = before.code().differences(after.code());
        if (classes > 0) {
            found.add(Kind.CHANGED, Part.CODE, "", Long.toString(classes));
        }
        return List.copyOf(found.changes);
    }

    private void compareParts(VerticalDefinition before, VerticalDefinition after) {
        compare(Part.METRIC, before, after, VerticalDefinition::metrics, MetricDefinition::id, Texts::metric);
        compare(Part.MODEL, before, after, VerticalDefinition::models, ModelDefinition::id, Texts::model);
        compare(
                Part.STRATEGY,
                before,
                after,
                VerticalDefinition::strategies,
                strategy -> strategy.model() + "." + strategy.segment(),
                key -> "model." + key.replace(".", ".segment."));
        compare(Part.CHECK, before, after, VerticalDefinition::checks, CheckDefinition::id, Texts::check);
        compare(Part.GUIDE, before, after, VerticalDefinition::guides, GuideDefinition::id, Texts::guide);
        compare(Part.REPORT, before, after, VerticalDefinition::reports, ReportDefinition::id, Texts::report);
        compare(Part.WORKFLOW, before, after, VerticalDefinition::workflows, WorkflowDefinition::id, Texts::workflow);
        compare(Part.SCREEN, before, after, VerticalDefinition::screens, ScreenDefinition::id, Texts::screen);
        compare(Part.TILE, before, after, VerticalDefinition::tiles, TileDefinition::id, Texts::tile);
        compare(Part.IMPORT, before, after, VerticalDefinition::imports, ImportPreset::id, Texts::importPreset);
        compare(
                Part.RIGHT,
                before,
                after,
                VerticalDefinition::rights,
                right -> right.act().name(),
                act -> act);
        compareProgramme(before.programme(), after.programme());
    }

    private <T> void compare(
            Part part,
            VerticalDefinition before,
            VerticalDefinition after,
            Function<VerticalDefinition, List<T>> parts,
            Function<T, String> id,
            Function<String, String> textKey) {
        Map<String, T> old = byId(parts.apply(before), id);
        Map<String, T> now = byId(parts.apply(after), id);
        now.forEach((key, value) -> {
            T former = old.get(key);
            if (former == null) {
                add(Kind.ADDED, part, textKey.apply(key), null);
            } else if (!former.equals(value)) {
                add(Kind.CHANGED, part, textKey.apply(key), null);
            }
        });
        old.keySet().stream()
                .filter(key -> !now.containsKey(key))
                .forEach(key -> add(Kind.REMOVED, part, textKey.apply(key), null));
    }

    private void compareProgramme(@Nullable ProgrammeDefinition before, @Nullable ProgrammeDefinition after) {
        if (Objects.equals(before, after)) {
            return;
        }
        Kind kind = before == null ? Kind.ADDED : after == null ? Kind.REMOVED : Kind.CHANGED;
        add(kind, Part.PROGRAMME, "", null);
    }

    private void compareTexts(Texts.Bundles before, Texts.Bundles after) {
        long reworded = after.byLanguage().entrySet().stream()
                .mapToLong(language ->
                        reworded(before.byLanguage().getOrDefault(language.getKey(), Map.of()), language.getValue()))
                .sum();
        if (reworded > 0) {
            add(Kind.CHANGED, Part.TEXTS, "", Long.toString(reworded));
        }
    }

    private static long reworded(Map<String, String> before, Map<String, String> after) {
        return after.entrySet().stream()
                .filter(text -> {
                    String former = before.get(text.getKey());
                    return former != null && !former.equals(text.getValue());
                })
                .count();
    }

    private void add(Kind kind, Part part, String textKey, @Nullable String before) {
        changes.add(new Change(kind, part, textKey, null, before, null, 0));
    }

    static <T> Map<String, T> byId(List<T> parts, Function<T, String> id) {
        Map<String, T> byId = new LinkedHashMap<>();
        parts.forEach(part -> byId.put(id.apply(part), part));
        return byId;
    }
}
