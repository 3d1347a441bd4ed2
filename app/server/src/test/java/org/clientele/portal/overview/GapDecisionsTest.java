package org.clientele.portal.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.customer.CustomerFilter;
import org.clientele.customer.CustomerFilter.Checked;
import org.clientele.engine.column.Value;
import org.clientele.plugin.DefinitionBuilder;
import org.clientele.plugins.api.Measure;
import org.clientele.plugins.api.TileDefinition;
import org.clientele.segment.PowerDefinition;
import org.clientele.segment.ShopPortal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the overview asks a manager to decide about requirements that are not met. */
class GapDecisionsTest {
    private @Nullable ShopPortal portal;

    @AfterEach
    void stop() throws Exception {
        if (portal != null) {
            portal.close();
        }
    }

    @Test
    void shouldPutForbiddenActsBeforeTheRequirementThatMostDoNotMeet() {
        ShopPortal shown = portal("supply", "practice");

        assertThat(decisions(shown, 9))
                .containsExactly("bypass NOT_MET 1", "own_supply NOT_MET 2", "double_supply NOT_MET 1");
        assertThat(decisions(shown, 2)).containsExactly("bypass NOT_MET 1", "own_supply NOT_MET 2");
    }

    @Test
    void shouldLeaveOutGroupsThatTheOverviewDoesNotShow() {
        assertThat(decisions(portal("supply"), 9)).containsExactly("own_supply NOT_MET 2", "double_supply NOT_MET 1");
        assertThat(decisions(portal(), 9)).isEmpty();
    }

    @Test
    void shouldLeadToTheCustomersItCounts() {
        assertThat(GapDecisions.of(portal("supply").snapshot(), 1))
                .singleElement()
                .satisfies(decision -> assertThat(decision.filters())
                        .containsExactly(CustomerFilter.check("own_supply", Checked.NOT_MET)));
    }

    @Test
    void shouldAskForRecordsWhereEverybodyRecordedMeetsARequirement() {
        ShopPortal shown = open("supply");
        customer(shown, "1", 2, 120);
        customer(shown, "2", 0, 0);
        shown.snapshots.reload("shop");

        assertThat(decisions(shown, 9)).containsExactly("double_supply NOT_RECORDED 1", "own_supply NOT_RECORDED 1");
    }

    private ShopPortal portal(String... groups) {
        ShopPortal shown = open(groups);
        customer(shown, "1", 2, 119);
        customer(shown, "2", 1, 100);
        shown.customer("3", "C 3", Map.of("demand", new Value.Text("vital"), "bypassed", new Value.Flag(true)));
        shown.snapshots.reload("shop");
        return shown;
    }

    private ShopPortal open(String... groups) {
        TileDefinition[] tiles =
                List.of(groups).stream().map(GapDecisionsTest::tile).toArray(TileDefinition[]::new);
        ShopPortal opened = ShopPortal.of(
                TestDatabase.Kind.HSQLDB,
                DefinitionBuilder.like(PowerDefinition.definition())
                        .tiles(tiles)
                        .build(),
                PowerDefinition.texts());
        portal = opened;
        return opened;
    }

    /** @param sources how many, unknown when 0 */
    private static void customer(ShopPortal shown, String ref, int sources, double own) {
        Map<String, Value> known = sources == 0
                ? Map.of("demand", new Value.Text("vital"))
                : Map.of(
                        "demand",
                        new Value.Text("vital"),
                        "sources",
                        new Value.Whole(sources),
                        "own_kw",
                        new Value.Decimal(own),
                        "load_kw",
                        new Value.Decimal(100));
        shown.customer(ref, "C " + ref, known);
    }

    private static TileDefinition tile(String group) {
        List<Measure> none = List.of();
        return new TileDefinition(
                group + "_gaps", TileDefinition.Kind.GAPS, null, null, null, null, none, null, List.of(), group, false);
    }

    private static List<String> decisions(ShopPortal shown, int most) {
        return GapDecisions.of(shown.snapshot(), most).stream()
                .map(decision -> "%s %s %d".formatted(decision.check(), decision.kind(), decision.customers()))
                .toList();
    }
}
