package org.clientele.plugins.definition;

import static org.clientele.plugins.definition.Nodes.list;
import static org.clientele.plugins.definition.Nodes.number;
import static org.clientele.plugins.definition.Nodes.optional;
import static org.clientele.plugins.definition.Nodes.optionalInt;
import static org.clientele.plugins.definition.Nodes.optionalWord;
import static org.clientele.plugins.definition.Nodes.text;
import static org.clientele.plugins.definition.Nodes.texts;
import static org.clientele.plugins.definition.Nodes.word;
import static org.clientele.plugins.definition.Nodes.words;

import org.clientele.plugins.api.ArticleDefinition;
import org.clientele.plugins.api.CheckDefinition;
import org.clientele.plugins.api.GuideDefinition;
import org.clientele.plugins.api.PlayDefinition;
import org.clientele.plugins.api.ProgrammeDefinition;
import org.clientele.plugins.api.RightDefinition;
import org.clientele.plugins.api.RoleName;
import org.clientele.plugins.api.ScreenDefinition;
import org.clientele.plugins.api.StrategyDefinition;
import org.clientele.plugins.api.WorkflowDefinition;
import tools.jackson.databind.JsonNode;

/** Makes what people do for customers of the nodes that the schema has accepted: strategies, checks, guides, articles, workflows. */
final class ServiceBinder {
    private ServiceBinder() {}

    static StrategyDefinition strategy(JsonNode node) {
        return new StrategyDefinition(
                text(node, "model"),
                text(node, "segment"),
                optional(node, "source"),
                optionalWord(StrategyDefinition.Relationship.class, node, "relationship"),
                list(node, "plays", ServiceBinder::play));
    }

    private static PlayDefinition play(JsonNode node) {
        return new PlayDefinition(
                text(node, "id"),
                word(PlayDefinition.Channel.class, node, "channel"),
                word(PlayDefinition.Means.class, node, "means"),
                word(PlayDefinition.Owner.class, node, "owner"),
                word(PlayDefinition.From.class, node, "from"),
                optional(node, "field"),
                node.get("afterDays").asInt(),
                optionalInt(node, "everyDays"),
                optional(node, "source"));
    }

    static CheckDefinition check(JsonNode node) {
        return new CheckDefinition(
                text(node, "id"),
                text(node, "group"),
                optional(node, "when"),
                optional(node, "require"),
                word(CheckDefinition.Severity.class, node, "severity"),
                optional(node, "extension"),
                text(node, "source"));
    }

    static GuideDefinition guide(JsonNode node) {
        return new GuideDefinition(
                text(node, "id"),
                text(node, "group"),
                optional(node, "attribute"),
                optional(node, "value"),
                optional(node, "when"),
                optional(node, "source"));
    }

    static WorkflowDefinition workflow(JsonNode node) {
        return new WorkflowDefinition(
                text(node, "id"),
                optional(node, "when"),
                optional(node, "subject"),
                optional(node, "sets"),
                list(node, "steps", ServiceBinder::workflowStep),
                optional(node, "source"));
    }

    private static WorkflowDefinition.Step workflowStep(JsonNode node) {
        return new WorkflowDefinition.Step(
                text(node, "id"),
                words(RoleName.class, node, "roles"),
                node.path("document").asBoolean(false));
    }

    static ScreenDefinition screen(JsonNode node) {
        return new ScreenDefinition(
                text(node, "id"), text(node, "icon"), text(node, "extension"), words(RoleName.class, node, "roles"));
    }

    static ProgrammeDefinition programme(JsonNode node) {
        return new ProgrammeDefinition(
                text(node, "activity"),
                number(node, "pointsPerUnit"),
                list(
                        node,
                        "tiers",
                        tier -> new ProgrammeDefinition.Tier(
                                text(tier, "id"), tier.get("fromPoints").asLong())),
                optional(node, "source"));
    }

    static ArticleDefinition article(JsonNode node) {
        return new ArticleDefinition(
                text(node, "id"),
                list(
                        node,
                        "segments",
                        part -> new ArticleDefinition.Segment(text(part, "model"), text(part, "segment"))),
                words(ArticleDefinition.CaseType.class, node, "cases"),
                texts(node, "guides"),
                optional(node, "source"));
    }

    static RightDefinition right(JsonNode node) {
        return new RightDefinition(word(RightDefinition.Act.class, node, "act"), words(RoleName.class, node, "roles"));
    }
}
