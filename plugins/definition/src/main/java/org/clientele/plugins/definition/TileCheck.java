package org.clientele.plugins.definition;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.clientele.plugins.api.CheckDefinition;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ModelDefinition.LifeCycle;
import org.clientele.plugins.api.ModelDefinition.Matrix;
import org.clientele.plugins.api.ModelDefinition.Rfm;
import org.clientele.plugins.api.ModelDefinition.Tiers;
import org.clientele.plugins.api.ReportDefinition;
import org.clientele.plugins.api.TileDefinition;
import org.clientele.plugins.api.TileDefinition.Kind;
import org.clientele.plugins.api.VerticalDefinition;

/** A tile has what its kind shows, and nothing else. */
final class TileCheck implements DefinitionCheck {
    private static final Set<Kind> OF_ACTIVITY =
            EnumSet.of(Kind.ACTIVE, Kind.REVENUE, Kind.AVERAGE_BASKET, Kind.REPEAT_RATE, Kind.REVENUE_BY_MONTH);
    private static final Set<Kind> OF_MONEY = EnumSet.of(Kind.REVENUE, Kind.AVERAGE_BASKET, Kind.REVENUE_BY_MONTH);
    private static final Set<Kind> OF_MODEL = EnumSet.of(
            Kind.SEGMENT_SHARE,
            Kind.SEGMENTS,
            Kind.PYRAMID,
            Kind.LIFE_CYCLE,
            Kind.RFM_GRID,
            Kind.MOVEMENT,
            Kind.MATRIX);
    private static final Set<Kind> OF_MEASURES = EnumSet.of(Kind.MEASURE, Kind.BREAKDOWN);
    private static final Set<Kind> JUDGED = EnumSet.of(Kind.SEGMENT_SHARE, Kind.MEASURE);

    @Override
    public void check(VerticalDefinition vertical, Report report) {
        if (vertical.tiles().isEmpty()) {
            return;
        }
        Declared declared = new Declared(vertical, report);
        MeasureCheck measures = new MeasureCheck(declared, Scope.member(vertical), report);
        for (int i = 0; i < vertical.tiles().size(); i++) {
            TileDefinition tile = vertical.tiles().get(i);
            Part part = new Part("/tiles/" + i, report, List.of("kind: " + Words.of(tile.kind())));
            checkActivity(tile, part, declared);
            checkModel(tile, part, vertical);
            checkMeasures(tile, part, declared, measures);
            checkReferences(tile, part, vertical);
        }
    }

    private static void checkActivity(TileDefinition tile, Part part, Declared declared) {
        String activity = tile.activity();
        if (part.expect("activity", activity, OF_ACTIVITY.contains(tile.kind())) && activity != null) {
            if (OF_MONEY.contains(tile.kind())) {
                declared.requireRevenue(part.path("activity"), activity);
            } else {
                declared.requireActivity(part.path("activity"), activity);
            }
        }
    }

    private static void checkModel(TileDefinition tile, Part part, VerticalDefinition vertical) {
        String id = tile.model();
        String segment = tile.segment();
        boolean hasModel = part.expect("model", id, OF_MODEL.contains(tile.kind()));
        boolean hasSegment = part.expect("segment", segment, tile.kind() == Kind.SEGMENT_SHARE);
        if (!hasModel || id == null) {
            return;
        }
        List<String> fitting = vertical.models().stream()
                .filter(m -> fits(tile.kind(), m))
                .map(ModelDefinition::id)
                .toList();
        ModelDefinition model = vertical.model(id);
        if (part.report().requireReference(part.path("model"), id, fitting)
                && model != null
                && hasSegment
                && segment != null) {
            part.report().requireReference(part.path("segment"), segment, ModelCheck.segmentIds(model));
        }
    }

    private static boolean fits(Kind kind, ModelDefinition model) {
        return switch (kind) {
            case PYRAMID -> model instanceof Tiers;
            case LIFE_CYCLE -> model instanceof LifeCycle;
            case RFM_GRID -> model instanceof Rfm;
            case MATRIX -> model instanceof Matrix;
            default -> true;
        };
    }

    private static void checkMeasures(TileDefinition tile, Part part, Declared declared, MeasureCheck measures) {
        Kind kind = tile.kind();
        String by = tile.by();
        if (part.expect("by", by, kind == Kind.BREAKDOWN) && by != null) {
            declared.requireGrouping(part.path("by"), by);
        }
        Object given = tile.measures().isEmpty() ? null : tile.measures();
        if (part.expect("measures", given, OF_MEASURES.contains(kind))) {
            measures.checkMeasures(part.path(), tile.measures());
        }
        if (kind == Kind.MEASURE && tile.measures().size() > 1) {
            part.report()
                    .add(
                            FindingKind.WRONG_COUNT,
                            part.path("measures"),
                            tile.measures().size(),
                            "1");
        }
        if (part.expect("steps", tile.steps().isEmpty() ? null : tile.steps(), kind == Kind.FUNNEL)) {
            measures.checkSteps(part.path(), tile.steps());
        }
    }

    private static void checkReferences(TileDefinition tile, Part part, VerticalDefinition vertical) {
        String report = tile.report();
        if (part.expect("report", report, tile.kind() == Kind.REPORT) && report != null) {
            List<String> reports =
                    vertical.reports().stream().map(ReportDefinition::id).toList();
            part.report().requireReference(part.path("report"), report, reports);
        }
        String group = tile.group();
        if (part.expect("group", group, tile.kind() == Kind.GAPS) && group != null) {
            List<String> groups = vertical.checks().stream()
                    .map(CheckDefinition::group)
                    .distinct()
                    .toList();
            part.report().requireReference(part.path("group"), group, groups);
        }
        part.allow("lowerIsBetter", tile.lowerIsBetter() ? true : null, JUDGED.contains(tile.kind()));
    }
}
