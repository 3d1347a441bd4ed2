package org.clientele.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class LedgerTest {
    private final LoyaltyPortal portal;

    LedgerTest(TestDatabase.Kind kind) {
        portal = new LoyaltyPortal(kind);
        portal.start();
    }

    @AfterEach
    void close() throws Exception {
        assertThat(portal.dao.totals(portal.shop.vertical.id()).isBalanced()).isTrue();
        portal.close();
    }

    @Test
    void shouldGiveAndTakePointsWithAReason() {
        long anna = portal.customer("anna");
        portal.give(anna, 120);
        portal.give(anna, -20);

        assertThat(portal.balance(anna)).isEqualTo(100);
        assertThat(portal.points.entries("shop", anna, 10))
                .satisfiesExactly(
                        taken -> {
                            assertThat(taken.kind()).isEqualTo(PointsKind.DEDUCT);
                            assertThat(taken.balance()).isEqualTo(100);
                        },
                        given -> {
                            assertThat(given.change()).isEqualTo(120);
                            assertThat(given.reason()).isEqualTo("Sorry for the wait");
                            assertThat(given.balance()).isEqualTo(120);
                        });
        assertThat(portal.dao.totals(portal.shop.vertical.id()).of(PointsAccount.ADJUSTED))
                .isEqualTo(-100);
    }

    @Test
    void shouldRefuseAnAdjustmentWithoutReasonOrPoints() {
        long anna = portal.customer("anna");
        assertThatThrownBy(() -> portal.points.adjust("shop", anna, UUID.randomUUID(), 10, " "))
                .hasMessageContaining("loyalty.problem.reason");
        assertThatThrownBy(() -> portal.points.adjust("shop", anna, UUID.randomUUID(), 0, "For nothing"))
                .hasMessageContaining("loyalty.problem.points");
        assertThatThrownBy(() -> portal.points.adjust("shop", anna, UUID.randomUUID(), Points.MOST + 1, "A lot"))
                .hasMessageContaining("loyalty.problem.points");
    }

    @Test
    void shouldRedeemARewardOnceForARequest() {
        long anna = portal.customer("anna");
        portal.give(anna, 100);
        Reward cup = portal.reward(40);
        UUID request = UUID.randomUUID();

        long first = portal.points.redeem("shop", anna, request, cup.id());
        assertThat(portal.points.redeem("shop", anna, request, cup.id())).isEqualTo(first);
        assertThat(portal.balance(anna)).isEqualTo(60);
        assertThat(portal.dao.totals(portal.shop.vertical.id()).of(PointsAccount.REDEEMED))
                .isEqualTo(40);
    }

    @Test
    void shouldNotLetABalanceFallBelowNought() {
        long anna = portal.customer("anna");
        portal.give(anna, 30);
        Reward cup = portal.reward(40);

        assertThatThrownBy(() -> portal.redeem(anna, cup))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("balance");
        assertThatThrownBy(() -> portal.give(anna, -31)).hasMessageContaining("balance");
        assertThat(portal.balance(anna)).isEqualTo(30);
        assertThat(portal.points.entries("shop", anna, 10)).hasSize(1);
    }

    @Test
    void shouldRedeemOnlyWhatIsOffered() {
        long anna = portal.customer("anna");
        portal.give(anna, 100);
        Reward cup = portal.reward(40);
        portal.programmes.store("shop", new Reward(cup.id(), cup.name(), 40, false));

        assertThatThrownBy(() -> portal.redeem(anna, cup)).hasMessageContaining("loyalty.problem.reward");
    }

    @Test
    void shouldTakeBackAnEntryByAnotherOneOnce() {
        long anna = portal.customer("anna");
        portal.give(anna, 100);
        long redeemed = portal.redeem(anna, portal.reward(40));

        portal.points.reverse("shop", redeemed);
        assertThat(portal.balance(anna)).isEqualTo(100);
        assertThat(portal.points.entries("shop", anna, 10)).hasSize(3);
        assertThatThrownBy(() -> portal.points.reverse("shop", redeemed)).isInstanceOf(ConflictProblem.class);
    }

    @Test
    void shouldNotTakeBackWhatIsSpentAlready() {
        long anna = portal.customer("anna");
        long given = portal.give(anna, 50);
        portal.redeem(anna, portal.reward(40));

        assertThatThrownBy(() -> portal.points.reverse("shop", given)).hasMessageContaining("balance");
        assertThat(portal.balance(anna)).isEqualTo(10);
    }

    @Test
    void shouldNotOverdrawWhenAThousandRedeemAtOnce() throws Exception {
        long anna = portal.customer("anna");
        portal.give(anna, 700);
        Reward sticker = portal.reward(1);
        List<Future<Boolean>> asked = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 1000; i++) {
                asked.add(people.submit(() -> redeems(anna, sticker)));
            }
        }
        int redeemed = 0;
        for (Future<Boolean> one : asked) {
            redeemed += one.get() ? 1 : 0;
        }
        assertThat(redeemed).isEqualTo(700);
        assertThat(portal.balance(anna)).isZero();
        assertThat(portal.dao.totals(portal.shop.vertical.id()).of(PointsAccount.REDEEMED))
                .isEqualTo(700);
    }

    private boolean redeems(long customer, Reward reward) {
        try {
            portal.redeem(customer, reward);
            return true;
        } catch (Problem problem) {
            assertThat(problem).hasMessageContaining("loyalty.problem.balance");
            return false;
        }
    }

    @Test
    void shouldTellAnAccountThatDoesNotAddUp() {
        long anna = portal.customer("anna");
        portal.give(anna, 100);
        portal.shop.database.jdbi().useHandle(h -> h.execute("UPDATE loyalty_account SET balance = 101"));
        LedgerTotals totals = portal.dao.totals(portal.shop.vertical.id());
        portal.shop.database.jdbi().useHandle(h -> h.execute("UPDATE loyalty_account SET balance = 100"));

        assertThat(totals.isBalanced()).isFalse();
        assertThat(totals.wrong()).isEqualTo(1);
    }

    @Test
    void shouldLetStaffRedeemButNotAdjust() {
        long anna = portal.customer("anna");
        portal.give(anna, 100);
        Reward cup = portal.reward(40);
        portal.become(Role.STAFF);

        long redeemed = portal.redeem(anna, cup);
        assertThatThrownBy(() -> portal.give(anna, 10)).isInstanceOf(ForbiddenProblem.class);
        assertThatThrownBy(() -> portal.programmes.start("shop", LoyaltyPortal.programme()))
                .isInstanceOf(ForbiddenProblem.class);
        assertThatThrownBy(() -> portal.programmes.stop("shop")).isInstanceOf(ForbiddenProblem.class);
        assertThatThrownBy(() -> portal.programmes.store("shop", cup)).isInstanceOf(ForbiddenProblem.class);
        portal.points.reverse("shop", redeemed);
        assertThat(portal.balance(anna)).isEqualTo(100);
    }

    @Test
    void shouldKeepPointsOfOthersCustomersFromWhoSeesOnlyOwn() {
        long anna = portal.customer("anna");
        portal.shop.rights.become(
                TestRights.user(portal.shop.rights.user().id(), new Grant(Role.STAFF, Grant.EVERYWHERE, true)));

        assertThatThrownBy(() -> portal.points.standing("shop", anna)).hasMessageContaining("notYours");
        assertThatThrownBy(() -> portal.points.entries("shop", anna, 10)).hasMessageContaining("notYours");
    }

    @Test
    void shouldRefuseWhileTheProgrammeIsOff() {
        long anna = portal.customer("anna");
        portal.programmes.stop("shop");

        assertThatThrownBy(() -> portal.give(anna, 10)).hasMessageContaining("loyalty.problem.off");
        assertThat(portal.points.standing("shop", anna)).isEmpty();
    }
}
