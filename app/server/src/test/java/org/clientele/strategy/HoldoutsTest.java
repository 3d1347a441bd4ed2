package org.clientele.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.clientele.strategy.TaskPortal.FIRST;
import static org.clientele.strategy.TaskPortal.TODAY;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.Answer;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.customer.Customer;
import org.clientele.segment.SegmentName;
import org.clientele.segment.ShopPortal.Purchase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class HoldoutsTest {
    private final TaskPortal portal;
    private final Holdouts holdouts;

    HoldoutsTest(TestDatabase.Kind kind) {
        portal = TaskPortal.open(kind);
        holdouts = TestTreatments.holdouts(portal.shop);
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    @Test
    void shouldGiveNoTasksToTheShareThatIsHeldOutAndKeepTheDraw() {
        List<Customer> mills = mills(20);
        hold(FIRST, 25);
        portal.startFirst();

        Set<String> held = heldOut(mills);
        assertThat(held).hasSize(5);
        assertThat(portal.open()).extracting(Task::customer).doesNotContainAnyElementsOf(held);
        assertThat(portal.states()).containsExactly(java.util.Map.entry("OPEN", 60L));

        hold(FIRST, 50);
        portal.node().run("shop");
        assertThat(heldOut(mills)).as("who was drawn stays").isEqualTo(held);
        assertThat(portal.making.run("shop")).isEqualTo(TaskMaking.Made.NOTHING);

        hold(FIRST, 0);
        assertThat(heldOut(mills)).as("nobody is held out any more").isEmpty();
        assertThat(portal.making.run("shop").made()).isEqualTo(20);
    }

    @Test
    void shouldDrawOnlyAmongThoseWhoMeetTheConditionAndTreatAllOthers() {
        portal.shop.purchases(IntStream.range(0, 8)
                .mapToObj(i -> new Purchase("mill" + i, TODAY.minusDays(2), 100))
                .toList());
        List<Customer> mills = mills(20);
        holdAmong("count(purchase) >= 3");
        portal.startFirst();

        Set<String> held = heldOut(mills);
        assertThat(held)
                .isNotEmpty()
                .isSubsetOf("mill0", "mill1", "mill2", "mill3", "mill4", "mill5", "mill6", "mill7");
        assertThat(result(FIRST).waiting()).as("who is compared").isEqualTo(8);
        assertThat(portal.open())
                .extracting(Task::customer)
                .doesNotContainAnyElementsOf(held)
                .contains("mill8", "mill19");

        holdAmong("false");
        portal.node().run("shop");
        assertThat(heldOut(mills)).as("who was drawn stays").isEqualTo(held);
    }

    @Test
    void shouldHoldOutOfAllStrategies() {
        List<Customer> mills = mills(20);
        hold(StrategySetting.ALL, 10);
        portal.startFirst();

        assertThat(heldOut(mills)).hasSize(2);
        assertThat(portal.states()).containsExactly(java.util.Map.entry("OPEN", 72L));
    }

    @Test
    void shouldCompareTheOutcomesOfThoseWhoseTimeIsOver() {
        List<Customer> mills = mills(40);
        hold(FIRST, 50);
        portal.startFirst();
        assertThat(result(FIRST)).returns(40, Holdouts.Result::waiting).satisfies(result -> {
            assertThat(result.uplift().isEnough()).isFalse();
            assertThat(result.required()).isEmpty();
        });

        Set<String> held = heldOut(mills);
        List<Purchase> purchases = new ArrayList<>();
        IntStream.range(0, 40).mapToObj(i -> "mill" + i).forEach(ref -> {
            if (!held.contains(ref)) {
                purchases.add(new Purchase(ref, TODAY.plusDays(10), 100));
            }
        });
        purchases.add(new Purchase(held.iterator().next(), TODAY.plusDays(30), 100));
        purchases.add(new Purchase("other", TODAY.plusDays(31), 1));
        portal.shop.purchases(purchases);
        portal.recompute();

        Holdouts.Result result = result(FIRST);
        assertThat(result.waiting()).isZero();
        assertThat(result.uplift().treated()).isEqualTo(20);
        assertThat(result.uplift().treatedMean()).isEqualTo(1);
        assertThat(result.uplift().holdoutMean()).as("one of twenty").isCloseTo(0.05, within(1e-9));
        assertThat(result.uplift().isTold()).as("twenty are too few to tell").isFalse();
    }

    @Test
    void shouldRefuseWhatCannotBeMeasured() {
        assertProblem(new HoldoutPlan(7, 1, "", "purchase", 30, null, null), "holdout-share");
        assertProblem(new HoldoutPlan(60, 1, "", "purchase", 30, null, null), "holdout-share");
        assertProblem(new HoldoutPlan(10, 1, "nothing", "purchase", 30, null, null), "holdout-strata");
        assertProblem(new HoldoutPlan(10, 1, "", "nothing", 30, null, null), "measure");
        assertProblem(new HoldoutPlan(10, 1, "", "purchase", 0, null, null), "days");
        assertProblem(new HoldoutPlan(10, 1, "", "purchase", 30, -1.0, null), "holdout-effect");
        assertProblem(new HoldoutPlan(10, 1, "", "purchase", 30, null, "nothing > 1"), "condition");
        portal.shop.rights.become(TestRights.user(2, new Grant(Role.STAFF, Grant.EVERYWHERE)));
        assertThatThrownBy(() -> hold(FIRST, 10)).isInstanceOf(ForbiddenProblem.class);
        assertThatThrownBy(() -> result(FIRST)).isInstanceOf(ForbiddenProblem.class);
    }

    private List<Customer> mills(int count) {
        List<Customer> mills = IntStream.range(0, count)
                .mapToObj(i -> portal.vital("mill" + i))
                .toList();
        portal.recompute();
        return mills;
    }

    private void hold(SegmentName segment, int percent) {
        portal.settings.setHoldout(
                "shop", segment, new HoldoutPlan(percent, 4, "importance", "purchase", 30, null, null));
    }

    private void holdAmong(String condition) {
        portal.settings.setHoldout(
                "shop", FIRST, new HoldoutPlan(50, 4, "importance", "purchase", 30, null, condition));
    }

    private Set<String> heldOut(List<Customer> customers) {
        return customers.stream()
                .filter(customer -> !holdouts.ofCustomer("shop", customer).isEmpty())
                .map(Customer::ref)
                .collect(Collectors.toSet());
    }

    private Holdouts.Result result(SegmentName segment) {
        Answer<Holdouts.Result> answer =
                holdouts.result("shop", segment, new HoldoutPlan(50, 4, "importance", "purchase", 30, null, null));
        await().until(() -> answer.value() != null);
        return java.util.Objects.requireNonNull(answer.value());
    }

    private void assertProblem(HoldoutPlan plan, String key) {
        assertThatThrownBy(() -> portal.settings.setHoldout("shop", FIRST, plan))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(key);
    }
}
