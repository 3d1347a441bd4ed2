package org.clientele.segment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.plugins.api.CheckDefinition;
import org.clientele.plugins.api.GuideDefinition;
import org.clientele.plugins.api.Measure;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ReportDefinition;
import org.clientele.plugins.api.TileDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.api.WorkflowDefinition;
import org.clientele.plugins.definition.ConditionLanguage;
import org.clientele.plugins.definition.ExpressionResult;
import org.clientele.plugins.definition.Scope;
import org.clientele.plugins.definition.SegmentMentions;

/** What a vertical's definition, with the models that apply, uses the segments of a model for. */
final class DefinitionUses implements SegmentUser.Mentions {
    private final VerticalDefinition definition;
    private final String model;
    private final Scope members;
    private final List<SegmentUse> found = new ArrayList<>();

    DefinitionUses(VerticalDefinition definition, String model) {
        this.definition = definition;
        this.model = model;
        this.members = Scope.member(definition);
        definition.models().forEach(this::model);
        definition.tiles().forEach(this::tile);
        definition.checks().forEach(this::check);
        definition.reports().forEach(this::report);
        definition.guides().forEach(this::guide);
        definition.workflows().forEach(this::workflow);
    }

    List<SegmentUse> found() {
        return List.copyOf(found);
    }

    @Override
    public Set<String> in(String condition) {
        return named(condition, members);
    }

    @Override
    public Set<String> in(ModelDefinition other) {
        boolean looks = conditions(other).anyMatch(condition -> condition.contains(Scope.SEGMENT_PREFIX + model));
        if (!looks) {
            return Set.of();
        }
        Map<String, Double> parameters =
                other instanceof ModelDefinition.LifeCycle cycle ? cycle.parameters() : Map.of();
        Scope scope = Scope.model(definition, other.id(), parameters);
        return conditions(other)
                .flatMap(condition -> named(condition, scope).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Set<String> named(String condition, Scope scope) {
        return condition.contains(Scope.SEGMENT_PREFIX + model)
                        && ConditionLanguage.check(condition, scope) instanceof ExpressionResult.Checked(var checked)
                ? SegmentMentions.of(checked, model)
                : Set.of();
    }

    private void model(ModelDefinition other) {
        add(SegmentUse.Kind.MODEL, other.id(), in(other).stream());
    }

    private static Stream<String> conditions(ModelDefinition model) {
        return switch (model) {
            case ModelDefinition.Rules rules -> rules.rules().stream().map(ModelDefinition.Rule::when);
            case ModelDefinition.LifeCycle cycle -> cycle.stages().stream().map(ModelDefinition.Rule::when);
            case ModelDefinition.Churn churn ->
                Stream.concat(Stream.ofNullable(churn.population()), Stream.of(churn.outcome()));
            case ModelDefinition.Matrix matrix -> Stream.ofNullable(matrix.population());
            case ModelDefinition.Clusters clusters ->
                Stream.concat(
                        Stream.ofNullable(clusters.population()),
                        clusters.frozen().stream().map(ModelDefinition.Rule::when));
            case ModelDefinition.Rfm _, ModelDefinition.Tiers _, ModelDefinition.Clv _, ModelDefinition.Custom _ ->
                Stream.empty();
        };
    }

    private void tile(TileDefinition tile) {
        Stream<String> counted =
                model.equals(tile.model()) ? Stream.ofNullable(tile.segment()) : Stream.<String>empty();
        Stream<String> conditions = Stream.concat(measures(tile.measures()), steps(tile.steps()));
        add(SegmentUse.Kind.TILE, tile.id(), Stream.concat(counted, all(conditions)));
    }

    private void check(CheckDefinition check) {
        add(
                SegmentUse.Kind.CHECK,
                check.id(),
                all(Stream.concat(Stream.ofNullable(check.when()), Stream.ofNullable(check.require()))));
    }

    private void report(ReportDefinition report) {
        Stream<String> parts =
                switch (report) {
                    case ReportDefinition.Groups groups -> measures(groups.measures());
                    case ReportDefinition.Funnel funnel -> steps(funnel.steps());
                    case ReportDefinition.Customers _, ReportDefinition.Periods _, ReportDefinition.Pivot _ ->
                        Stream.empty();
                };
        add(SegmentUse.Kind.REPORT, report.id(), all(Stream.concat(Stream.ofNullable(report.when()), parts)));
    }

    private static Stream<String> measures(List<Measure> measures) {
        return measures.stream()
                .flatMap(measure -> Stream.concat(Stream.ofNullable(measure.when()), Stream.ofNullable(measure.per())));
    }

    private static Stream<String> steps(List<ReportDefinition.Funnel.Step> steps) {
        return steps.stream().map(ReportDefinition.Funnel.Step::when);
    }

    private void guide(GuideDefinition guide) {
        add(SegmentUse.Kind.GUIDE, guide.id(), all(Stream.ofNullable(guide.when())));
    }

    private void workflow(WorkflowDefinition workflow) {
        add(SegmentUse.Kind.WORKFLOW, workflow.id(), all(Stream.ofNullable(workflow.when())));
    }

    private Stream<String> all(Stream<String> conditions) {
        return conditions.flatMap(condition -> in(condition).stream());
    }

    private void add(SegmentUse.Kind kind, String subject, Stream<String> segments) {
        Set<String> once = new LinkedHashSet<>(segments.toList());
        once.forEach(segment -> found.add(new SegmentUse(new SegmentName(model, segment), kind, subject, "")));
    }
}
