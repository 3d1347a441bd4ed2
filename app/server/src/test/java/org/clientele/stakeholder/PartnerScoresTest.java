package org.clientele.stakeholder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Role;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.plugin.Vertical;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class PartnerScoresTest {
    private static final Risks NONE = new Risks(1, 1, 1, 1);

    private final PartyPortal portal;
    private final PartnerScores scores;
    private final Vertical shop;
    private final long north;

    PartnerScoresTest(TestDatabase.Kind kind) {
        portal = new PartyPortal(kind);
        scores = portal.scores;
        shop = portal.shop.vertical;
        north = portal.party(Market.SUPPLIER, "North Mill").id();
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    /** 30 × 4/4 + 40 × 2/4 + 30 × 1/4 = 57.5; mean risk 2.5 takes 18.75 % of it: 46.7. */
    @Test
    void shouldAddWeightedMarksUpAndTakeRiskOff() {
        PartyScore score =
                scores.score(shop, north, Purpose.SELECTION, List.of(5, 3, 2), new Risks(1, 2, 3, 4), " fair ");
        assertThat(score.quality()).isEqualTo(57.5);
        assertThat(score.result()).isEqualTo(47);
        assertThat(scores.of(shop, north)).singleElement().satisfies(stored -> {
            assertThat(stored.result()).isEqualTo(47);
            assertThat(stored.marks()).isEqualTo(score.marks());
            assertThat(stored.risks()).isEqualTo(new Risks(1, 2, 3, 4));
            assertThat(stored.by()).isEqualTo("Li Na");
            assertThat(stored.note()).isEqualTo("fair");
        });
    }

    @Test
    void shouldHalveTheResultAtTheWorstRiskAndReachBothEnds() {
        assertThat(scores.score(shop, north, Purpose.SELECTION, List.of(5, 5, 5), NONE, "")
                        .result())
                .isEqualTo(100);
        assertThat(scores.score(shop, north, Purpose.SELECTION, List.of(5, 5, 5), new Risks(5, 5, 5, 5), "")
                        .result())
                .isEqualTo(50);
        assertThat(scores.score(shop, north, Purpose.SELECTION, List.of(1, 1, 1), NONE, "")
                        .result())
                .isZero();
    }

    @Test
    void shouldRefuseWeightsThatDoNotMakeAHundred() {
        assertThatThrownBy(() -> scores.setCriteria(
                        shop, Purpose.PERIODIC, List.of(new Criterion("price", 60), new Criterion("speed", 30))))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.key()).isEqualTo("stakeholder.problem.weights");
                    assertThat(problem.arguments()).containsExactly(90);
                });
        assertThatThrownBy(() -> scores.setCriteria(shop, Purpose.PERIODIC, List.of()))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> scores.setCriteria(
                        shop, Purpose.PERIODIC, List.of(new Criterion("price", 50), new Criterion("price", 50))))
                .isInstanceOf(Problem.class);
        assertThat(scores.criteria(shop, Purpose.PERIODIC)).isEqualTo(Criterion.usual(Purpose.PERIODIC));
    }

    @Test
    void shouldKeepTheWeightsThatAScoreWasGivenWith() {
        scores.score(shop, north, Purpose.SELECTION, List.of(5, 5, 5), NONE, "");
        List<Criterion> changed = List.of(new Criterion("price", 100));
        scores.setCriteria(shop, Purpose.SELECTION, changed);
        assertThat(scores.criteria(shop, Purpose.SELECTION)).isEqualTo(changed);
        assertThat(scores.of(shop, north).getFirst().marks())
                .extracting(PartyScore.Mark::weight)
                .containsExactly(30, 40, 30);
        assertThatThrownBy(() -> scores.score(shop, north, Purpose.SELECTION, List.of(5, 5, 5), NONE, ""))
                .isInstanceOf(Problem.class);
    }

    @Test
    void shouldRankByTheLastScoreAndSayWhy() {
        long south = portal.party(Market.SUPPLIER, "South Mill").id();
        long rival = portal.party(Market.COMPETITOR, "Rival").id();
        scores.score(shop, north, Purpose.PERIODIC, List.of(5, 5, 5, 5), NONE, "");
        scores.score(shop, north, Purpose.PERIODIC, List.of(5, 2, 3, 3), new Risks(4, 1, 1, 1), "");
        scores.score(shop, south, Purpose.PERIODIC, List.of(4, 4, 4, 4), NONE, "");
        scores.score(shop, rival, Purpose.PERIODIC, List.of(3, 3, 3, 3), NONE, "");
        List<RankedParty> ranking = scores.ranking(shop, Purpose.PERIODIC, Market.SUPPLIER);
        assertThat(ranking).extracting(one -> one.party().id()).containsExactly(south, north);
        RankedParty last = ranking.getLast();
        assertThat(last.rank()).isEqualTo(2);
        assertThat(last.strongest().criterion()).isEqualTo("usual.market");
        assertThat(last.weakest().criterion()).isEqualTo("usual.cooperation");
        assertThat(last.highRisks()).containsExactly(Risks.Kind.CREDIT);
        assertThat(scores.ranking(shop, Purpose.PERIODIC, null)).hasSize(3);
        assertThat(scores.ranking(shop, Purpose.SELECTION, null)).isEmpty();
    }

    @Test
    void shouldCountTheLastScoreInTheHealthAndTakeItBack() {
        scores.score(shop, north, Purpose.SELECTION, List.of(5, 5, 5), new Risks(5, 5, 5, 5), "");
        Stakeholder party = portal.register.get(shop, north);
        assertThat(portal.register.health(shop, party).score()).isEqualTo(50);
        scores.delete(shop, scores.of(shop, north).getFirst());
        assertThat(portal.register.health(shop, party).score()).isNull();
    }

    @Test
    void shouldRefuseMarksOutsideOneToFiveAndStaff() {
        assertThatThrownBy(() -> scores.score(shop, north, Purpose.SELECTION, List.of(6, 3, 3), NONE, ""))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(
                        () -> scores.score(shop, north, Purpose.SELECTION, List.of(3, 3, 3), new Risks(0, 1, 1, 1), ""))
                .isInstanceOf(Problem.class);
        portal.become(portal.staff, Role.STAFF);
        assertThatThrownBy(() -> scores.score(shop, north, Purpose.SELECTION, List.of(3, 3, 3), NONE, ""))
                .isInstanceOf(ForbiddenProblem.class);
    }
}
