package org.clientele.segment.ui;

import com.vaadin.flow.component.Component;
import java.time.LocalDate;
import java.util.Optional;
import org.clientele.check.ui.ChecksNavigation;
import org.clientele.common.AddressParameters;
import org.clientele.common.ui.FigureTable;
import org.clientele.knowledge.ui.KnowledgeNavigation;
import org.clientele.plugins.api.Texts;
import org.clientele.report.ui.ReportsNavigation;
import org.clientele.segment.SegmentName;
import org.clientele.segment.SegmentUse;
import org.clientele.strategy.StrategySetting;
import org.clientele.strategy.ui.StrategiesNavigation;
import org.clientele.workflow.ui.WorkflowsNavigation;

/** Uses of segments in words, with where they are. */
final class UseWords {
    private final SegmentWords words;

    UseWords(SegmentWords words) {
        this.words = words;
    }

    /** What it is, leading there; other people's views lead nowhere. */
    Component link(SegmentUse use) {
        boolean open = use.kind() != SegmentUse.Kind.VIEW_OF_OTHERS;
        return FigureTable.name(title(use), open ? address(use) : null, null);
    }

    private String title(SegmentUse use) {
        return words.text(
                "segment.use." + AddressParameters.code(use.kind()),
                isCounted(use) ? Integer.valueOf(use.subject()) : name(use));
    }

    private static boolean isCounted(SegmentUse use) {
        return use.kind() == SegmentUse.Kind.STRATEGY || use.kind() == SegmentUse.Kind.ARTICLES;
    }

    /** When it was last used, where it is used now and then; else empty. */
    Optional<String> lastUsed(SegmentUse use) {
        return switch (use.kind()) {
            case VIEW, VIEW_OF_OTHERS, STRATEGY, STRATEGY_CONDITION -> {
                LocalDate day = use.lastUsed();
                yield Optional.of(
                        day == null
                                ? words.text("segment.use.never")
                                : words.text("segment.use.last", words.formats().date(day)));
            }
            default -> Optional.empty();
        };
    }

    private String name(SegmentUse use) {
        String subject = use.subject();
        return switch (use.kind()) {
            case MODEL, MODEL_WAITING, MODEL_DRAFT -> words.names().text(Texts.model(subject));
            case TILE -> words.names().text(Texts.tile(subject));
            case CHECK -> words.names().text(Texts.check(subject));
            case REPORT -> words.names().text(Texts.report(subject));
            case GUIDE -> words.names().text(Texts.guide(subject));
            case WORKFLOW -> words.names().text(Texts.workflow(subject));
            default -> subject;
        };
    }

    private String address(SegmentUse use) {
        String key = words.vertical().key();
        return switch (use.kind()) {
            case VIEW, VIEW_OF_OTHERS -> "v/" + key + "/customers?" + use.query();
            case MODEL, MODEL_WAITING, MODEL_DRAFT -> SegmentsNavigation.model(key, use.subject());
            case TILE -> "v/" + key + "/overview";
            case CHECK -> ChecksNavigation.to(key);
            case REPORT -> ReportsNavigation.to(key, use.subject());
            case GUIDE -> "v/" + key + "/guides";
            case WORKFLOW -> WorkflowsNavigation.to(key);
            case STRATEGY -> StrategiesNavigation.segment(key, use.segment());
            case STRATEGY_CONDITION, STRATEGY_WAITING ->
                StrategiesNavigation.segment(key, new SegmentName(use.subject(), use.query()));
            case STRATEGY_DRAFT -> StrategiesNavigation.edit(key, new SegmentName(use.subject(), use.query()));
            case HOLDOUT -> StrategiesNavigation.uplift(key, StrategySetting.ALL);
            case TREATMENT_ORDER -> StrategiesNavigation.order(key);
            case ARTICLES -> KnowledgeNavigation.to(key);
        };
    }

    /** What the segment's going means to it, and what to do. */
    String remedy(SegmentUse use) {
        return switch (use.kind()) {
            case TILE, CHECK, REPORT, GUIDE, WORKFLOW -> words.text("segment.use.remedy.declared");
            default -> words.text("segment.use.remedy." + AddressParameters.code(use.kind()));
        };
    }
}
