package org.clientele.plugins.definition;

import java.util.List;
import java.util.Locale;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ModelDefinition.LifeCycle;
import org.clientele.plugins.api.ModelDefinition.Rfm;
import org.clientele.plugins.api.ModelDefinition.Tiers;
import org.clientele.plugins.api.SampleRecipe;
import org.clientele.plugins.api.TileDefinition;
import org.clientele.plugins.api.TileDefinition.Kind;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;

/** A tile has the activity, model and segment its kind shows, and nothing else; the sample's activity exists. */
final class TileCheck implements DefinitionCheck {
    @Override
    public void check(VerticalDefinition vertical, Report report) {
        for (int i = 0; i < vertical.tiles().size(); i++) {
            checkTile("/tiles/" + i, vertical.tiles().get(i), vertical, report);
        }
        SampleRecipe sample = vertical.sample();
        if (sample != null) {
            checkActivity("/sample/activity", sample.activity(), true, vertical, report);
        }
    }

    private static void checkTile(String path, TileDefinition tile, VerticalDefinition vertical, Report report) {
        String kind = "kind: " + tile.kind().name().toLowerCase(Locale.ROOT);
        if (present(path, "activity", tile.activity(), showsActivity(tile.kind()), kind, report)) {
            boolean money = tile.kind() != Kind.ACTIVE && tile.kind() != Kind.REPEAT_RATE;
            checkActivity(path + "/activity", String.valueOf(tile.activity()), money, vertical, report);
        }
        if (present(path, "model", tile.model(), showsModel(tile.kind()), kind, report)) {
            checkModel(path, tile, vertical, report);
        }
        present(path, "segment", tile.segment(), tile.kind() == Kind.SEGMENT_SHARE, kind, report);
    }

    /** Whether a value is there and belongs there. */
    private static boolean present(
            String path, String key, @Nullable String value, boolean needed, String kind, Report report) {
        if (needed && value == null) {
            report.addAtKey(FindingKind.MISSING_KEY, path, key, List.of(key));
        }
        if (!needed && value != null) {
            report.addAtKey(FindingKind.NOT_ALLOWED_HERE, path + "/" + key, key, List.of(kind));
        }
        return needed && value != null;
    }

    private static boolean showsActivity(Kind kind) {
        return switch (kind) {
            case ACTIVE, REVENUE, AVERAGE_BASKET, REPEAT_RATE, REVENUE_BY_MONTH -> true;
            case CUSTOMERS, SEGMENT_SHARE, SEGMENTS, PYRAMID, LIFE_CYCLE, RFM_GRID, MOVEMENT -> false;
            case MEASURE, BREAKDOWN, FUNNEL, REPORT, GAPS, MATRIX -> false;
        };
    }

    private static boolean showsModel(Kind kind) {
        return switch (kind) {
            case SEGMENT_SHARE, SEGMENTS, PYRAMID, LIFE_CYCLE, RFM_GRID, MOVEMENT, MATRIX -> true;
            case CUSTOMERS, ACTIVE, REVENUE, AVERAGE_BASKET, REPEAT_RATE, REVENUE_BY_MONTH -> false;
            case MEASURE, BREAKDOWN, FUNNEL, REPORT, GAPS -> false;
        };
    }

    private static void checkActivity(
            String path, String id, boolean money, VerticalDefinition vertical, Report report) {
        List<String> activities =
                vertical.activities().stream().map(ActivityDefinition::id).toList();
        ActivityDefinition activity = vertical.activity(id);
        if (report.requireReference(path, id, activities) && money && activity != null && activity.amount() == null) {
            report.add(FindingKind.WRONG_KIND, path, id, "amount");
        }
    }

    private static void checkModel(String path, TileDefinition tile, VerticalDefinition vertical, Report report) {
        String id = String.valueOf(tile.model());
        List<String> models = vertical.models().stream()
                .filter(m -> fits(tile.kind(), m))
                .map(ModelDefinition::id)
                .toList();
        ModelDefinition model = vertical.model(id);
        if (!report.requireReference(path + "/model", id, models) || model == null) {
            return;
        }
        String segment = tile.segment();
        if (tile.kind() == Kind.SEGMENT_SHARE && segment != null) {
            report.requireReference(path + "/segment", segment, ModelCheck.segmentIds(model));
        }
    }

    private static boolean fits(Kind kind, ModelDefinition model) {
        return switch (kind) {
            case PYRAMID -> model instanceof Tiers;
            case LIFE_CYCLE -> model instanceof LifeCycle;
            case RFM_GRID -> model instanceof Rfm;
            default -> true;
        };
    }
}
