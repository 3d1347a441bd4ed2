package org.clientele.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.access.persistence.UserDao;
import org.clientele.churn.persistence.KeepingCostDao;
import org.clientele.churn.persistence.LossDao;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.segment.ShopPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class LossesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 10);

    private final ShopPortal shop;
    private final Losses losses;
    private final long anna;
    private final long bao;

    LossesTest(TestDatabase.Kind kind) {
        shop = ShopPortal.empty(kind);
        long user =
                new UserDao(shop.database.jdbi()).insert("li.na", "Li Na", java.util.Set.of(), shop.clock.instant());
        anna = shop.customer("anna", "Anna", Map.of()).id();
        bao = shop.customer("bao", "Bao", Map.of()).id();
        shop.rights.become(TestRights.user(user, new Grant(Role.MANAGER, Grant.EVERYWHERE)));
        losses = new Losses(
                new LossDao(shop.database.jdbi()), shop.own, shop.rights, shop.audit, shop.announcements, shop.clock);
    }

    @AfterEach
    void close() throws Exception {
        shop.close();
    }

    @Test
    void shouldRecordALossAndTakeItBack() {
        long id = losses.record(shop.vertical, anna, DAY, LossReason.PRICE, 120_000L, " cheaper elsewhere ");
        assertThat(losses.ofCustomer(shop.vertical, anna)).singleElement().satisfies(loss -> {
            assertThat(loss.lostOn()).isEqualTo(DAY);
            assertThat(loss.reason()).isEqualTo(LossReason.PRICE);
            assertThat(loss.yearly()).isEqualTo(120_000L);
            assertThat(loss.note()).isEqualTo("cheaper elsewhere");
            assertThat(loss.recordedBy()).isEqualTo("Li Na");
        });
        assertThat(shop.audit.actions()).contains("churn.loss customer " + anna);
        assertThat(losses.last(shop.vertical)).isEqualTo(Map.of(anna, DAY));
        losses.takeBack(shop.vertical, anna, id);
        assertThat(losses.ofCustomer(shop.vertical, anna)).isEmpty();
        assertThatThrownBy(() -> losses.takeBack(shop.vertical, anna, id)).isInstanceOf(Problem.class);
    }

    @Test
    void shouldRefuseALossThatIsStillToComeBelowNoughtOrRecordedTwice() {
        LocalDate tomorrow = LocalDate.now(shop.clock).plusDays(1);
        assertThatThrownBy(() -> losses.record(shop.vertical, anna, tomorrow, LossReason.OTHER, null, ""))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> losses.record(shop.vertical, anna, DAY, LossReason.OTHER, -1L, ""))
                .isInstanceOf(Problem.class);
        losses.record(shop.vertical, anna, DAY, LossReason.OTHER, null, "");
        assertThatThrownBy(() -> losses.record(shop.vertical, anna, DAY, LossReason.PRICE, null, ""))
                .isInstanceOf(Problem.class);
    }

    @Test
    void shouldCountLossesByMonthAndReasonWithTheirMoney() {
        losses.record(shop.vertical, anna, DAY, LossReason.PRICE, 100L, "");
        losses.record(shop.vertical, bao, DAY.plusDays(1), LossReason.PRICE, null, "");
        losses.record(shop.vertical, bao, DAY.minusMonths(1), LossReason.MOVED, 50L, "");
        losses.record(shop.vertical, anna, DAY.minusMonths(2), LossReason.SERVICE, 7L, "");
        YearMonth february = YearMonth.of(2026, 2);
        assertThat(losses.byMonth(shop.vertical, february.minusMonths(1), february))
                .containsExactly(
                        Map.entry(february, List.of(new LossCount(LossReason.PRICE, 2, 100, 1, 0, 0, 0))),
                        Map.entry(
                                february.minusMonths(1), List.of(new LossCount(LossReason.MOVED, 1, 50, 0, 0, 0, 0))));
    }

    @Test
    void shouldShowStaffOnlyTheLossesOfTheirOwnCustomers() {
        losses.record(shop.vertical, anna, DAY, LossReason.PRICE, 100L, "");
        shop.rights.become(TestRights.user(2, new Grant(Role.STAFF, Grant.EVERYWHERE, true)));
        YearMonth february = YearMonth.of(2026, 2);
        assertThat(losses.byMonth(shop.vertical, february, february)).isEmpty();
        assertThatThrownBy(() -> losses.ofCustomer(shop.vertical, anna)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> losses.record(shop.vertical, anna, DAY, LossReason.OTHER, null, ""))
                .isInstanceOf(Problem.class);
    }

    @Test
    void shouldKeepWhatKeepingCostsUntilItIsNotKnownAnyMore() {
        KeepingCosts costs = new KeepingCosts(new KeepingCostDao(shop.database.jdbi()), shop.rights, shop.audit);
        assertThat(costs.of(shop.vertical)).isEmpty();
        costs.set(shop.vertical, 5_000L);
        costs.set(shop.vertical, 4_000L);
        assertThat(costs.of(shop.vertical)).contains(4_000L);
        costs.set(shop.vertical, null);
        assertThat(costs.of(shop.vertical)).isEmpty();
        assertThatThrownBy(() -> costs.set(shop.vertical, -1L)).isInstanceOf(Problem.class);
        shop.rights.become(TestRights.user(2, new Grant(Role.STAFF, Grant.EVERYWHERE)));
        assertThatThrownBy(() -> costs.set(shop.vertical, 1L)).isInstanceOf(ForbiddenProblem.class);
    }

    @Test
    void shouldWriteDownThatACustomerCameBackAndTakeItBack() {
        long id = losses.record(shop.vertical, anna, DAY, LossReason.PRICE, 100L, "");
        losses.record(shop.vertical, bao, DAY, LossReason.PRICE, 200L, "");
        WinBack won = new WinBack(DAY.plusDays(3), 80L, "Welcome back ");

        losses.winBack(shop.vertical, anna, id, won);

        assertThat(losses.ofCustomer(shop.vertical, anna).getFirst().won())
                .isEqualTo(new WinBack(DAY.plusDays(3), 80L, "Welcome back"));
        assertThat(losses.last(shop.vertical)).isEqualTo(Map.of(bao, DAY));
        YearMonth february = YearMonth.from(DAY);
        assertThat(losses.byMonth(shop.vertical, february, february))
                .isEqualTo(Map.of(february, List.of(new LossCount(LossReason.PRICE, 2, 300, 0, 1, 80, 0))));
        assertThatThrownBy(() -> losses.winBack(shop.vertical, anna, id, won)).isInstanceOf(Problem.class);
        losses.takeBackWin(shop.vertical, anna, id);
        assertThat(losses.ofCustomer(shop.vertical, anna).getFirst().won()).isNull();
        losses.winBack(shop.vertical, anna, id, new WinBack(DAY.plusDays(3), null, ""));
        assertThat(losses.byMonth(shop.vertical, february, february))
                .as("how many came back of whom nothing is known")
                .isEqualTo(Map.of(february, List.of(new LossCount(LossReason.PRICE, 2, 300, 0, 1, 0, 1))));
        losses.takeBackWin(shop.vertical, anna, id);
        assertThat(losses.last(shop.vertical)).containsOnlyKeys(anna, bao);
        assertThatThrownBy(() -> losses.takeBackWin(shop.vertical, anna, id)).isInstanceOf(Problem.class);
    }

    @Test
    void shouldRestoreALossWithTheReturn() {
        long id = losses.record(shop.vertical, anna, DAY, LossReason.MOVED, 100L, "far away");
        losses.winBack(shop.vertical, anna, id, new WinBack(DAY.plusDays(3), 80L, "Letter"));
        Loss loss = losses.ofCustomer(shop.vertical, anna).getFirst();
        losses.takeBack(shop.vertical, anna, id);

        losses.restore(shop.vertical, loss);

        assertThat(losses.ofCustomer(shop.vertical, anna).getFirst())
                .usingRecursiveComparison()
                .ignoringFields("id")
                .isEqualTo(loss);
    }

    @Test
    void shouldGoByTheLastLossWhereAnEarlierReturnIsWrittenDownLater() {
        long first = losses.record(shop.vertical, anna, DAY.minusMonths(2), LossReason.PRICE, null, "");
        losses.record(shop.vertical, anna, DAY, LossReason.PRICE, null, "");
        losses.winBack(shop.vertical, anna, first, new WinBack(DAY, null, ""));

        assertThat(losses.last(shop.vertical)).isEqualTo(Map.of(anna, DAY));
    }

    @Test
    void shouldRefuseAReturnBeforeTheLossOrStillToCome() {
        losses.record(shop.vertical, anna, DAY, LossReason.PRICE, null, "");
        long id = losses.ofCustomer(shop.vertical, anna).getFirst().id();
        for (LocalDate day : List.of(DAY.minusDays(1), LocalDate.now(shop.clock).plusDays(1))) {
            assertThatThrownBy(() -> losses.winBack(shop.vertical, anna, id, new WinBack(day, null, "")))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("won-day");
        }
        assertThatThrownBy(() -> losses.winBack(shop.vertical, anna, id, new WinBack(DAY, -1L, "")))
                .hasMessageContaining("negative");
    }
}
