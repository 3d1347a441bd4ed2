package org.clientele.plugins.definition;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.SegmentDefinition;
import org.clientele.plugins.api.VerticalDefinition;

/** A vertical can be tried out, segments in several ways, and treats the segments of a model alike. */
final class PartContract {
    private static final int FEWEST_MODELS = 3;

    private final Report report;

    PartContract(Report report) {
        this.report = report;
    }

    void check(VerticalDefinition vertical) {
        if (vertical.models().size() < FEWEST_MODELS) {
            String fewest = String.valueOf(FEWEST_MODELS);
            report.addAtKey(
                    FindingKind.TOO_FEW_MODELS, "/models", vertical.models().size(), List.of(fewest));
        }
        if (vertical.sample() == null) {
            report.add(FindingKind.PART_MISSING, "", "sample");
        }
        if (vertical.imports().isEmpty()) {
            report.add(FindingKind.PART_MISSING, "", "imports");
        }
        if (vertical.strategies().isEmpty()) {
            report.add(FindingKind.PART_MISSING, "", "strategies");
        }
        for (int i = 0; i < vertical.models().size(); i++) {
            checkStrategies(vertical, i);
            checkColours("/models/" + i, vertical.models().get(i));
        }
    }

    /** A model that has a strategy for one segment has one for each. */
    private void checkStrategies(VerticalDefinition vertical, int index) {
        ModelDefinition model = vertical.models().get(index);
        Set<String> covered = new HashSet<>();
        vertical.strategies().stream()
                .filter(strategy -> strategy.model().equals(model.id()))
                .forEach(strategy -> covered.add(strategy.segment()));
        if (covered.isEmpty()) {
            return;
        }
        for (int i = 0; i < model.segments().size(); i++) {
            String segment = model.segments().get(i).id();
            if (!covered.contains(segment)) {
                String line = "{ model: " + model.id() + ", segment: " + segment + " }";
                report.add(FindingKind.SEGMENT_WITHOUT_STRATEGY, "/models/" + index + "/segments/" + i, segment, line);
            }
        }
    }

    private void checkColours(String path, ModelDefinition model) {
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < model.segments().size(); i++) {
            SegmentDefinition segment = model.segments().get(i);
            String colour = segment.colour();
            if (colour != null && !taken.add(colour)) {
                report.add(FindingKind.COLOUR_REPEATED, path + "/segments/" + i + "/colour", colour);
            }
        }
    }
}
