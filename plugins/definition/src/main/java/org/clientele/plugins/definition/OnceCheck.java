package org.clientele.plugins.definition;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.clientele.plugins.api.ArticleDefinition;
import org.clientele.plugins.api.CheckDefinition;
import org.clientele.plugins.api.GuideDefinition;
import org.clientele.plugins.api.ImportPreset;
import org.clientele.plugins.api.Measure;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.PlayDefinition;
import org.clientele.plugins.api.ProgrammeDefinition;
import org.clientele.plugins.api.ReportDefinition;
import org.clientele.plugins.api.ReportDefinition.Funnel;
import org.clientele.plugins.api.ReportDefinition.Groups;
import org.clientele.plugins.api.ScreenDefinition;
import org.clientele.plugins.api.SegmentDefinition;
import org.clientele.plugins.api.TileDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.api.WorkflowDefinition;

/** An id stands once in its list. */
final class OnceCheck implements DefinitionCheck {
    @Override
    public void check(VerticalDefinition vertical, Report report) {
        checkModels(vertical, report);
        check("/checks/%d/id", vertical.checks(), CheckDefinition::id, report);
        check("/guides/%d/id", vertical.guides(), GuideDefinition::id, report);
        check("/articles/%d/id", vertical.articles(), ArticleDefinition::id, report);
        check("/imports/%d/id", vertical.imports(), ImportPreset::id, report);
        check("/screens/%d/id", vertical.screens(), ScreenDefinition::id, report);
        check("/rights/%d/act", vertical.rights(), right -> Words.of(right.act()), report);
        for (int i = 0; i < vertical.strategies().size(); i++) {
            String path = "/strategies/" + i + "/plays/%d/id";
            check(path, vertical.strategies().get(i).plays(), PlayDefinition::id, report);
        }
        check("/workflows/%d/id", vertical.workflows(), WorkflowDefinition::id, report);
        for (int i = 0; i < vertical.workflows().size(); i++) {
            String path = "/workflows/" + i + "/steps/%d/id";
            check(path, vertical.workflows().get(i).steps(), WorkflowDefinition.Step::id, report);
        }
        ProgrammeDefinition programme = vertical.programme();
        if (programme != null) {
            check("/programme/tiers/%d/id", programme.tiers(), ProgrammeDefinition.Tier::id, report);
        }
        checkReports(vertical, report);
    }

    /** A model's id names it beside attributes and metrics, in the columns of a report for example. */
    private static void checkModels(VerticalDefinition vertical, Report report) {
        check("/models/%d/id", vertical.models(), ModelDefinition::id, report);
        for (int i = 0; i < vertical.models().size(); i++) {
            ModelDefinition model = vertical.models().get(i);
            if (vertical.attribute(model.id()) != null || vertical.metric(model.id()) != null) {
                report.add(FindingKind.DUPLICATE_ID, "/models/" + i + "/id", model.id());
            }
            check("/models/" + i + "/segments/%d/id", model.segments(), SegmentDefinition::id, report);
        }
    }

    private static void checkReports(VerticalDefinition vertical, Report report) {
        check("/reports/%d/id", vertical.reports(), ReportDefinition::id, report);
        for (int i = 0; i < vertical.reports().size(); i++) {
            String path = "/reports/" + i;
            switch (vertical.reports().get(i)) {
                case Groups groups -> check(path + "/measures/%d/id", groups.measures(), Measure::id, report);
                case Funnel funnel -> check(path + "/steps/%d/id", funnel.steps(), Funnel.Step::id, report);
                case ReportDefinition.Customers _, ReportDefinition.Periods _, ReportDefinition.Pivot _ -> {}
            }
        }
        check("/tiles/%d/id", vertical.tiles(), TileDefinition::id, report);
        for (int i = 0; i < vertical.tiles().size(); i++) {
            TileDefinition tile = vertical.tiles().get(i);
            check("/tiles/" + i + "/measures/%d/id", tile.measures(), Measure::id, report);
            check("/tiles/" + i + "/steps/%d/id", tile.steps(), Funnel.Step::id, report);
        }
    }

    private static <T> void check(String path, List<T> items, Function<T, String> id, Report report) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            String found = id.apply(items.get(i));
            if (!seen.add(found)) {
                report.add(FindingKind.DUPLICATE_ID, path.formatted(i), found);
            }
        }
    }
}
