package org.clientele.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientele.loyalty.LoyaltyPortal.TODAY;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.clientele.common.persistence.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class EarningTest {
    private final LoyaltyPortal portal;

    EarningTest(TestDatabase.Kind kind) {
        portal = new LoyaltyPortal(kind);
        portal.start();
    }

    @AfterEach
    void close() throws Exception {
        assertThat(portal.dao.totals(portal.shop.vertical.id()).isBalanced()).isTrue();
        portal.close();
    }

    @Test
    void shouldEarnForEachActivityOnce() {
        long anna = portal.bought("anna", TODAY, 1_999, 4_200);
        assertThat(portal.count()).isEqualTo(2);
        assertThat(portal.balance(anna)).isEqualTo(19 + 42);
        assertThat(portal.count()).isZero();

        portal.buys(anna, TODAY, 1_000);
        assertThat(portal.count()).isEqualTo(1);
        assertThat(portal.balance(anna)).isEqualTo(71);
    }

    @Test
    void shouldEarnNothingBeforeSomebodyStartsIt() {
        portal.programmes.stop("shop");
        portal.bought("anna", TODAY, 1_999);
        assertThat(portal.count()).isZero();
    }

    @Test
    void shouldCountFromTheDayThatWasSet() {
        long anna = portal.bought("anna", LocalDate.of(2019, 12, 31), 5_000);
        portal.buys(anna, LocalDate.of(2026, 1, 1), 1_000);
        portal.count();
        assertThat(portal.balance(anna)).isEqualTo(10);
    }

    @Test
    void shouldTakeBackWhatAnUndoneImportEarned() {
        long anna = portal.bought("anna", TODAY, 10_000);
        portal.count();
        portal.forgetPurchases(anna);

        assertThat(portal.count()).isEqualTo(1);
        assertThat(portal.balance(anna)).isZero();
        assertThat(portal.count()).isZero();
    }

    @Test
    void shouldBearWhatWasSpentBeforeItIsTakenBack() {
        long anna = portal.bought("anna", TODAY, 10_000);
        portal.count();
        portal.redeem(anna, portal.reward(40));
        portal.forgetPurchases(anna);
        portal.count();

        assertThat(portal.balance(anna)).isZero();
        assertThat(portal.dao.totals(portal.shop.vertical.id()).of(PointsAccount.WRITTEN_OFF))
                .isEqualTo(-40);
        assertThat(portal.dao.totals(portal.shop.vertical.id()).of(PointsAccount.ISSUED))
                .isZero();

        portal.buys(anna, TODAY, 5_000);
        portal.count();
        assertThat(portal.balance(anna)).isEqualTo(50);
        portal.count(TODAY.plusYears(2));
        assertThat(portal.balance(anna)).isZero();
        assertThat(portal.dao.totals(portal.shop.vertical.id()).of(PointsAccount.EXPIRED))
                .isEqualTo(50);
    }

    @Test
    void shouldEarnAnewWhenTheActivityOrTheRuleChanges() {
        long anna = portal.bought("anna", TODAY, 10_000);
        portal.count();
        for (int time = 2; time < 5; time++) {
            Programme programme = LoyaltyPortal.programme();
            portal.programmes.start(
                    "shop",
                    new Programme(
                            true,
                            "purchase",
                            Programme.rate(BigDecimal.valueOf(time)),
                            programme.expireMonths(),
                            programme.windowDays(),
                            programme.countedFrom(),
                            null,
                            programme.tiers()));
            assertThat(portal.count()).isEqualTo(2);
            assertThat(portal.balance(anna)).isEqualTo(100L * time);
        }
    }

    @Test
    void shouldTakePointsForAReturnAsFarAsThereAreAny() {
        long anna = portal.bought("anna", TODAY, 5_000);
        portal.count();
        portal.buys(anna, TODAY, -8_000);
        portal.count();
        assertThat(portal.balance(anna)).isZero();
        assertThat(portal.dao.totals(portal.shop.vertical.id()).of(PointsAccount.WRITTEN_OFF))
                .isEqualTo(-30);
        assertThat(portal.count()).isZero();
    }

    @Test
    void shouldLetTheOldestPointsExpireThatWereNotUsed() {
        LocalDate first = LocalDate.of(2025, 1, 10);
        long anna = portal.bought("anna", first, 10_000);
        portal.buys(anna, first.plusMonths(6), 5_000);
        portal.count(first.plusMonths(7));
        portal.redeem(anna, portal.reward(30));

        portal.count(first.plusYears(1).minusDays(1));
        assertThat(portal.balance(anna)).isEqualTo(120);
        portal.count(first.plusYears(1));
        assertThat(portal.balance(anna)).isEqualTo(50);
        assertThat(portal.count(first.plusYears(1))).isZero();
        assertThat(portal.dao.totals(portal.shop.vertical.id()).of(PointsAccount.EXPIRED))
                .isEqualTo(70);
        portal.count(first.plusMonths(18));
        assertThat(portal.balance(anna)).isZero();
    }

    @Test
    void shouldSayWhatExpiresSoon() {
        LocalDate first = TODAY.minusMonths(11);
        long anna = portal.bought("anna", first, 10_000);
        portal.buys(anna, TODAY, 5_000);
        portal.count();
        Standing standing = portal.points.standing("shop", anna).orElseThrow();
        assertThat(standing.balance()).isEqualTo(150);
        assertThat(standing.expiring()).isEqualTo(100);
        assertThat(standing.expiringBy()).isEqualTo(TODAY.plusDays(Points.EXPIRING_DAYS));
    }

    @Test
    void shouldRaiseTheTierAtOnceAndLowerItOnTheDayOfReview() {
        long anna = portal.bought("anna", TODAY, 20_000);
        portal.count();
        Standing silver = portal.points.standing("shop", anna).orElseThrow();
        assertThat(Objects.requireNonNull(silver.tier()).id()).isEqualTo("silver");
        assertThat(silver.missing()).isEqualTo(300);
        assertThat(silver.review()).isEqualTo(TODAY.plusDays(365));

        LocalDate later = TODAY.plusDays(100);
        portal.buys(anna, later, 40_000);
        portal.count(later);
        Standing gold = portal.points.standing("shop", anna).orElseThrow();
        assertThat(Objects.requireNonNull(gold.tier()).id()).isEqualTo("gold");
        assertThat(gold.next()).isNull();

        portal.count(later.plusDays(364));
        assertThat(tier(anna)).isEqualTo("gold");
        portal.count(later.plusDays(365));
        assertThat(tier(anna)).isEqualTo("ordinary");
    }

    private String tier(long customer) {
        return Objects.requireNonNull(
                        portal.points.standing("shop", customer).orElseThrow().tier())
                .id();
    }

    @Test
    void shouldPostInPiecesAndGoOnWhereARunEnded() {
        portal.bought("anna", TODAY, 1_000);
        PointsEarning.Watch stopped = new PointsEarning.Watch(total -> {}, done -> {}, () -> true);
        assertThat(portal.earning.run(portal.shop.vertical, () -> TODAY, stopped))
                .isZero();
        assertThat(portal.count()).isEqualTo(1);
    }

    @Test
    void shouldRefuseAProgrammeThatIsNotSound() {
        Programme one = LoyaltyPortal.programme();
        assertThatThrownBy(() -> Programme.rate(new BigDecimal("0.00001"))).hasMessageContaining("rate");
        assertThatThrownBy(() -> Programme.rate(BigDecimal.ZERO)).hasMessageContaining("rate");
        assertThatThrownBy(() -> portal.programmes.start("shop", tiered(one, 5)))
                .hasMessageContaining("tiers");
        assertThatThrownBy(() -> portal.programmes.start("shop", tiered(one, 0, 10, 10)))
                .hasMessageContaining("tiers");
    }

    private static Programme tiered(Programme one, long... from) {
        List<MemberTier> tiers = java.util.Arrays.stream(from)
                .mapToObj(points -> new MemberTier("t" + points, points, "Tier", null))
                .toList();
        return new Programme(true, "purchase", one.rate(), 12, 365, one.countedFrom(), null, tiers);
    }
}
