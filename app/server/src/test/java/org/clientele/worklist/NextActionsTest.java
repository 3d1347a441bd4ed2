package org.clientele.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.worklist.persistence.WorkNoteDao;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class NextActionsTest {
    private final WorklistPortal portal;

    NextActionsTest(TestDatabase.Kind kind) {
        portal = WorklistPortal.open(kind);
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    @Test
    void shouldRankWorkAndAdviceInOneList() {
        portal.advise("thanks", portal.today);
        portal.contacts.log(portal.anna, "Catalogue", portal.today.plusDays(3));
        assertThat(titles()).containsExactly("Phone, Incoming — Catalogue", "Advice: thanks");
    }

    @Test
    void shouldActOnWorkAsOnTheWorklist() {
        portal.contacts.log(portal.anna, "Catalogue", portal.today);
        Runnable back = portal.next.answer(
                portal.vertical(), actions().getFirst(), new WorkAct.Done(WorkOutcome.ACHIEVED, "sent"));
        assertThat(titles()).isEmpty();
        back.run();
        assertThat(titles()).hasSize(1);
    }

    @Test
    void shouldKeepThatAdviceWasAcceptedPutOffAndDone() {
        portal.advise("thanks", portal.today);
        answer(new WorkAct.Claim());
        WorkItem taken = actions().getFirst().item();
        assertThat(taken.owner()).isEqualTo("Li Na");
        assertThat(taken.acts()).contains(WorkAct.Kind.DONE).doesNotContain(WorkAct.Kind.CLAIM);

        answer(new WorkAct.Postpone(portal.today.plusDays(9), ""));
        assertThat(actions().getFirst().item().dueOn()).isEqualTo(portal.today.plusDays(9));

        Runnable back = answer(new WorkAct.Done(WorkOutcome.ACHIEVED, ""));
        assertThat(titles()).isEmpty();
        back.run();
        assertThat(titles()).hasSize(1);
    }

    @Test
    void shouldRejectAdviceOnlyWithAReasonAndTakeThatBack() {
        portal.advise("thanks", portal.today);
        assertThatThrownBy(() -> answer(new WorkAct.Skip(" "))).isInstanceOf(Problem.class);
        Runnable back = answer(new WorkAct.Skip("Has just complained"));
        assertThat(titles()).isEmpty();
        back.run();
        assertThat(titles()).hasSize(1);
    }

    @Test
    void shouldRefuseAnAnswerToWhatSomebodyElseAnswered() {
        portal.advise("thanks", portal.today);
        NextAction seen = actions().getFirst();
        portal.next.answer(portal.vertical(), seen, new WorkAct.Claim());
        assertThatThrownBy(() -> portal.next.answer(portal.vertical(), seen, new WorkAct.Claim()))
                .isInstanceOf(ConflictProblem.class);
    }

    @Test
    void shouldAdviseNothingToWhoeverWantsNoPersonalTreatment() {
        portal.advise("thanks", portal.today);
        portal.contacts.log(portal.anna, "Catalogue", portal.today);
        portal.leftOut.add(portal.anna);
        assertThat(titles()).containsExactly("Phone, Incoming — Catalogue");
    }

    @Test
    void shouldCountAnswersByPlayOnceForEachCustomerAndDay() {
        portal.advise("thanks", portal.today);
        answer(new WorkAct.Claim());
        answer(new WorkAct.Postpone(portal.today.plusDays(1), ""));
        answer(new WorkAct.Done(WorkOutcome.ACHIEVED, ""));
        portal.advice.clear();
        portal.advise("gift", portal.today);
        answer(new WorkAct.Skip("no budget"));
        portal.advice.clear();
        portal.advise("gift", portal.today.plusDays(1));
        answer(new WorkAct.Skip("no budget either"));

        PlayAnswerCounts counts =
                new PlayAnswerCounts(new WorkNoteDao(portal.shop.database.jdbi()), portal.shop.rights);
        portal.shop.rights.become(TestRights.user(1, new Grant(Role.CONSULTANT, Grant.EVERYWHERE)));
        assertThat(counts.of(portal.vertical(), Set.of("task", "play"), "rfm", "champions"))
                .isEqualTo(Map.of("thanks", new PlayAnswers(1, 1, 0), "gift", new PlayAnswers(0, 0, 2)));
        assertThat(counts.of(portal.vertical(), Set.of("task"), "rfm", "champions"))
                .isEmpty();
        assertThat(counts.of(portal.vertical(), Set.of("play"), "rfm", "champion"))
                .isEmpty();
        portal.shop.rights.become(TestRights.user(1, new Grant(Role.STAFF, Grant.EVERYWHERE)));
        assertThatThrownBy(() -> counts.of(portal.vertical(), Set.of("play"), "rfm", "champions"))
                .isInstanceOf(ForbiddenProblem.class);
    }

    @Test
    void shouldTellNobodyWhatIsToBeDoneForCustomersOfOthers() {
        portal.advise("thanks", portal.today);
        portal.shop.rights.become(TestRights.user(portal.wang, new Grant(Role.STAFF, Grant.EVERYWHERE, true)));
        assertThatThrownBy(this::actions).isInstanceOf(Problem.class);
    }

    private Runnable answer(WorkAct act) {
        return portal.next.answer(portal.vertical(), actions().getFirst(), act);
    }

    private List<NextAction> actions() {
        return portal.next.of(portal.vertical(), portal.anna, Locale.ENGLISH).stream()
                .map(RankedAction::action)
                .toList();
    }

    private List<String> titles() {
        return actions().stream().map(action -> action.item().title()).toList();
    }
}
