package org.clientele.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.plugins.api.StrategyDefinition.Relationship;
import org.clientele.segment.RelationshipGrid.Margin;
import org.clientele.segment.RelationshipGrid.Number;
import org.clientele.segment.RelationshipGrid.Place;
import org.clientele.segment.ShopPortal.Purchase;
import org.junit.jupiter.api.Test;

/** Kotler's levels of relationship by number of customers and margin. */
class RelationshipGridTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    /** Many: accountable, reactive, basic; medium: proactive, accountable, reactive; few: partnership, proactive, accountable. */
    @Test
    void shouldKnowTheLevelOfEachCell() {
        assertThat(levels(Number.MANY))
                .containsExactly(Relationship.ACCOUNTABLE, Relationship.REACTIVE, Relationship.BASIC);
        assertThat(levels(Number.MEDIUM))
                .containsExactly(Relationship.PROACTIVE, Relationship.ACCOUNTABLE, Relationship.REACTIVE);
        assertThat(levels(Number.FEW))
                .containsExactly(Relationship.PARTNERSHIP, Relationship.PROACTIVE, Relationship.ACCOUNTABLE);
    }

    private static List<Relationship> levels(Number number) {
        return List.of(
                RelationshipGrid.level(number, Margin.HIGH),
                RelationshipGrid.level(number, Margin.MEDIUM),
                RelationshipGrid.level(number, Margin.LOW));
    }

    @Test
    void shouldPlaceFewCustomersOfMuchMarginInPartnershipAndManyOfLittleInBasic() throws Exception {
        try (ShopPortal portal = ShopPortal.empty(TestDatabase.Kind.HSQLDB)) {
            List<Purchase> purchases = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                purchases.add(new Purchase("C" + i, DAY, i == 0 ? 1_000_000 : 1_000));
            }
            portal.purchases(purchases);
            Segments segments = new Segments(portal.snapshots, portal.overrides, portal.rights);

            assertThat(RelationshipGrid.of(segments.summary("shop", "pyramid")).placed())
                    .extracting(each -> each.segment().id() + " " + each.place().level())
                    .containsExactlyInAnyOrder("platinum PARTNERSHIP", "gold BASIC");
        }
    }

    @Test
    void shouldPlaceThoseWhoMeetAConditionByTheBordersOfSegments() throws Exception {
        try (ShopPortal portal = ShopPortal.empty(TestDatabase.Kind.HSQLDB)) {
            List<Purchase> purchases = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                purchases.add(new Purchase("C" + i, DAY, i < 4 ? 1_000_000 : i < 24 ? 60_000 : 1_000));
            }
            portal.purchases(purchases);
            Function<String, Optional<Place>> placing =
                    new Segments(portal.snapshots, portal.overrides, portal.rights).placing("shop");

            assertThat(placing.apply("monetary >= 10000.0")).contains(new Place(4, Number.FEW, Margin.HIGH));
            assertThat(placing.apply("monetary >= 600.0 && monetary < 10000.0"))
                    .contains(new Place(20, Number.MEDIUM, Margin.MEDIUM));
            assertThat(placing.apply("monetary < 600.0")).contains(new Place(76, Number.MANY, Margin.LOW));
            assertThat(placing.apply("frequency >= 1")).contains(new Place(100, Number.MANY, Margin.MEDIUM));
        }
    }

    @Test
    void shouldPlaceNobodyByAConditionThatNobodyMeetsOrThatCannotBeChecked() throws Exception {
        try (ShopPortal portal = ShopPortal.empty(TestDatabase.Kind.HSQLDB)) {
            portal.purchases(List.of(new Purchase("A", DAY, 100), new Purchase("B", DAY, 200)));
            Function<String, Optional<Place>> placing =
                    new Segments(portal.snapshots, portal.overrides, portal.rights).placing("shop");

            assertThat(placing.apply("monetary > 5.0")).isEmpty();
            for (String unfit : List.of("", "monetary >", "shoe_size > 40", "monetary > \"much\"")) {
                assertThat(placing.apply(unfit)).as(unfit).isEmpty();
            }
        }
    }

    @Test
    void shouldPlaceNobodyWhereNothingWasSpent() throws Exception {
        try (ShopPortal portal = ShopPortal.empty(TestDatabase.Kind.HSQLDB)) {
            portal.purchases(List.of(new Purchase("A", DAY, 0)));
            Segments segments = new Segments(portal.snapshots, portal.overrides, portal.rights);

            assertThat(RelationshipGrid.of(segments.summary("shop", "pyramid")).placed())
                    .isEmpty();
        }
    }
}
