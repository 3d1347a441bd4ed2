package org.clientele.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Role;
import org.clientele.common.Answer;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Job;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.customer.CustomerListQuery;
import org.clientele.dataimport.ImportSummary;
import org.clientele.dataimport.Imports;
import org.clientele.dataimport.Reason;
import org.clientele.loyalty.Adjustments.Outcome;
import org.clientele.loyalty.Adjustments.Undone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class AdjustmentsTest {
    private static final Imports.Wording WORDING =
            new Imports.Wording("why", rejection -> rejection.reason().name());

    private final LoyaltyPortal portal;
    private final long anna;
    private final long ben;

    AdjustmentsTest(TestDatabase.Kind kind) {
        portal = new LoyaltyPortal(kind);
        portal.start();
        anna = portal.customer("anna");
        ben = portal.customer("ben");
    }

    @AfterEach
    void close() throws Exception {
        assertThat(portal.dao.totals(portal.shop.vertical.id()).isBalanced()).isTrue();
        portal.close();
    }

    @Test
    void shouldPostTheRowsOfAFileOnce() {
        String rows = "number,points,reason,date\nanna,120,Sorry,2026-02-01\nben,50,Birthday,\nanna,-20,Mistake,\n";
        assertThat(done(portal.adjustments.check("shop", plan(rows), WORDING)).counts())
                .isEqualTo(new Adjustment.Counts(3, 170, 20, 0));
        assertThat(portal.balance(anna)).isZero();

        done(portal.adjustments.post("shop", plan(rows), WORDING));
        assertThat(portal.balance(anna)).isEqualTo(100);
        assertThat(portal.balance(ben)).isEqualTo(50);
        assertThat(portal.points.entries("shop", anna, 10))
                .extracting(PointsEntry::reason, PointsEntry::change, entry -> entry.day()
                        .toString())
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("Mistake", -20L, "2026-03-01"),
                        org.assertj.core.api.Assertions.tuple("Sorry", 120L, "2026-02-01"));

        AdjustmentPlan again = plan(rows);
        assertThat(portal.adjustments.before("shop", again.file().file())).isPresent();
        assertThat(failure(portal.adjustments.post("shop", again, WORDING)))
                .isInstanceOf(ConflictProblem.class)
                .hasMessageContaining("file-before");
        assertThat(portal.balance(anna)).isEqualTo(100);
        assertThat(portal.adjustments.history("shop")).singleElement().satisfies(one -> assertThat(one.counts())
                .isEqualTo(new Adjustment.Counts(3, 170, 20, 0)));
    }

    @Test
    void shouldSayOfEachRowWhyItCannotBePosted() throws Exception {
        String rows = """
                number,points,reason,date
                anna,10,Sorry,2026-02-01
                nobody,10,Sorry,
                ,10,Sorry,
                anna,ten,Sorry,
                anna,1.5,Sorry,
                anna,0,Sorry,
                anna,10000001,Sorry,
                anna,10,,
                anna,10,Sorry,2026-03-02
                anna,-11,Sorry,
                anna,-10,Sorry,
                """;
        Outcome outcome = done(portal.adjustments.check("shop", plan(rows), WORDING));
        ImportSummary summary = Objects.requireNonNull(outcome.rows());
        assertThat(outcome.counts()).isEqualTo(new Adjustment.Counts(2, 10, 10, 9));
        assertThat(summary.groups())
                .extracting(group -> group.first().reason())
                .containsExactlyInAnyOrder(
                        Reason.UNKNOWN_CUSTOMER,
                        Reason.NO_CUSTOMER,
                        Reason.NOT_A_NUMBER,
                        Reason.NOT_WHOLE,
                        Reason.NO_POINTS,
                        Reason.TOO_MANY_POINTS,
                        Reason.NO_REASON,
                        Reason.TO_COME,
                        Reason.BALANCE);
        assertThat(summary.groups())
                .filteredOn(group -> group.first().reason() == Reason.BALANCE)
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.first().row()).isEqualTo(11);
                    assertThat(group.first().column()).isEqualTo("points");
                    assertThat(group.first().value()).isEqualTo("-11");
                    assertThat(group.first().detail()).isEqualTo("10");
                });
        try (var rejected = Imports.open(Objects.requireNonNull(outcome.rejected()), false)) {
            assertThat(new String(rejected.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("number,points,reason,date,why", "nobody,10,Sorry,,UNKNOWN_CUSTOMER");
        }
    }

    @Test
    void shouldUndoByEntriesTheOtherWayRound() {
        String rows = "客户编号,积分,原因\nanna,100,致歉\nben,50,致歉\n";
        done(portal.adjustments.post("shop", plan(rows), WORDING));
        portal.redeem(anna, portal.reward(40));

        long id = portal.adjustments.history("shop").getFirst().id();
        assertThat(done(portal.adjustments.undo("shop", id))).isEqualTo(new Undone(2, 40));
        assertThat(portal.balance(anna)).isZero();
        assertThat(portal.balance(ben)).isZero();
        assertThat(portal.dao.totals(portal.shop.vertical.id()).of(PointsAccount.ADJUSTED))
                .isZero();
        assertThat(portal.adjustments.history("shop").getFirst().stands()).isFalse();
        assertThat(failure(portal.adjustments.undo("shop", id))).hasMessageContaining("undone");

        done(portal.adjustments.post("shop", plan(rows), WORDING));
        assertThat(portal.balance(ben)).isEqualTo(50);
    }

    @Test
    void shouldGiveEveryCustomerOfAListTheSameOnce() {
        portal.shop.snapshots.reload("shop");
        portal.give(anna, 30);
        GroupAdjustment group = group(-20);
        assertThat(done(portal.adjustments.check("shop", group)).counts())
                .isEqualTo(new Adjustment.Counts(1, 0, 20, 1));
        done(portal.adjustments.post("shop", group));
        assertThat(portal.balance(anna)).isEqualTo(10);
        assertThat(portal.balance(ben)).isZero();
        assertThat(failure(portal.adjustments.post("shop", group))).isInstanceOf(ConflictProblem.class);
        assertThat(portal.shop.audit.actions()).anyMatch(action -> action.startsWith("loyalty.adjust "));
    }

    @Test
    void shouldPostNothingWithoutRight() {
        AdjustmentPlan plan = plan("number,points,reason\nanna,1,Sorry\n");
        portal.become(Role.STAFF);
        assertThatThrownBy(() -> portal.adjustments.post("shop", plan, WORDING)).isInstanceOf(ForbiddenProblem.class);
        assertThatThrownBy(() -> portal.adjustments.check("shop", group(1))).isInstanceOf(ForbiddenProblem.class);
        assertThatThrownBy(() -> portal.adjustments.history("shop")).isInstanceOf(ForbiddenProblem.class);
    }

    @Test
    void shouldPostNothingWhereNoRowCanBePosted() {
        AdjustmentPlan plan = plan("number,points,reason\nnobody,1,Sorry\n");
        assertThat(failure(portal.adjustments.post("shop", plan, WORDING))).hasMessageContaining("nothing");
        assertThat(portal.adjustments.history("shop")).isEmpty();
    }

    private static GroupAdjustment group(long change) {
        return new GroupAdjustment("All", CustomerListQuery.ALL, change, "Anniversary", UUID.randomUUID());
    }

    private AdjustmentPlan plan(String rows) {
        return AdjustmentPlan.propose(portal.adjustments.upload(
                "shop", "points.csv", new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8))));
    }

    private static <T> T done(Answer<T> answer) {
        ended(answer);
        assertThat(answer.job().failure()).isNull();
        return Objects.requireNonNull(answer.value());
    }

    private static RuntimeException failure(Answer<?> answer) {
        ended(answer);
        return Objects.requireNonNull(answer.job().failure());
    }

    private static void ended(Answer<?> answer) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> answer.job().state() != Job.State.RUNNING);
    }
}
