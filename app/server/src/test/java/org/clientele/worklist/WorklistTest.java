package org.clientele.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.clientele.access.ForbiddenProblem;
import org.clientele.common.Announcements;
import org.clientele.common.Answer;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Job;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.interaction.Interaction;
import org.clientele.interaction.InteractionService;
import org.clientele.notification.Notice;
import org.clientele.notification.NoticeKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class WorklistTest {
    private final WorklistPortal portal;

    WorklistTest(TestDatabase.Kind kind) {
        portal = WorklistPortal.open(kind);
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    @Test
    void shouldReadEveryKindInOneOrderPageByPage() {
        portal.contacts.log(portal.anna, "Second", portal.today);
        portal.contacts.log(portal.anna, "First", portal.today.minusDays(2));
        portal.contacts.log(portal.anna, "Third", portal.today);
        portal.contacts.log(portal.anna, "Not asked for", portal.today.plusDays(15));
        portal.errand(1, portal.today);
        portal.errand(2, portal.today.minusDays(2));
        portal.errand(3, portal.today.plusDays(1));

        List<String> read = new ArrayList<>();
        WorkItem last = null;
        for (List<WorkItem> page = page(null, false); !page.isEmpty(); page = page(last, false)) {
            page.forEach(item -> read.add(item.title()));
            last = page.getLast();
        }
        assertThat(read)
                .containsExactly(
                        "Errand 2",
                        "Phone, Incoming — First",
                        "Errand 1",
                        "Phone, Incoming — Second",
                        "Phone, Incoming — Third",
                        "Errand 3");
        assertThat(page(null, true)).extracting(WorkItem::title).containsExactly("Errand 2", "Errand 1");
        assertThat(page(portal.errands.open.getLast(), true))
                .extracting(WorkItem::title)
                .containsExactly("Phone, Incoming — First", "Phone, Incoming — Second");
        assertThat(portal.worklist.count(
                        portal.vertical(), portal.everything(portal.today.plusDays(14)), Set.of("follow-up")))
                .isEqualTo(3);
    }

    private List<WorkItem> page(@Nullable WorkItem after, boolean byKind) {
        WorkQuery query = portal.everything(portal.today.plusDays(14));
        return byKind
                ? portal.worklist.pageByKind(portal.vertical(), query, Set.of(), after, 2, Locale.ENGLISH)
                : portal.worklist.page(portal.vertical(), query, Set.of(), after, 2, Locale.ENGLISH);
    }

    @Test
    void shouldHandOverWithANoteAndTakeThatBack() {
        portal.contacts.log(portal.anna, "Catalogue", portal.today);
        WorkItem item = only();
        List<Notice> told = new ArrayList<>();
        portal.shop.announcements.listenWithin(Notice.class, told::add);
        Runnable back =
                portal.worklist.act(portal.vertical(), item, new WorkAct.HandOver(portal.wang, "Speaks Cantonese"));
        assertThat(only().owner()).isEqualTo("Wang Wei");
        assertThat(told)
                .extracting(Notice::kind, notice -> notice.audience().people())
                .containsExactly(tuple(NoticeKind.TASK_HANDED_OVER, Set.of(portal.wang)));
        assertThat(portal.worklist.notes(portal.vertical(), only()))
                .extracting(WorkNote::act, WorkNote::personName, WorkNote::note)
                .containsExactly(tuple(WorkAct.Kind.HAND_OVER, "Wang Wei", "Speaks Cantonese"));
        assertThat(mine()).isEmpty();

        back.run();
        assertThat(mine()).hasSize(1);
        assertThat(portal.worklist.notes(portal.vertical(), item)).isEmpty();
    }

    @Test
    void shouldTakeBackAllOrNothing() {
        portal.contacts.log(portal.anna, "Catalogue", portal.today);
        Runnable back =
                portal.worklist.act(portal.vertical(), only(), new WorkAct.HandOver(portal.wang, "Speaks Cantonese"));
        Announcements.Subscription fault = portal.shop.announcements.listenWithin(Object.class, news -> {
            throw new IllegalStateException("fault");
        });
        assertThatThrownBy(back::run).hasMessage("fault");
        assertThat(only().owner()).isEqualTo("Wang Wei");
        assertThat(portal.worklist.notes(portal.vertical(), only())).hasSize(1);

        fault.close();
        back.run();
        assertThat(mine()).hasSize(1);
    }

    @Test
    void shouldFinishWithAnOutcomePostponeAndRefuseWhatChangedMeanwhile() {
        portal.contacts.log(portal.anna, "Catalogue", portal.today);
        WorkItem seen = only();
        portal.worklist.act(portal.vertical(), seen, new WorkAct.Postpone(portal.today.plusDays(3), ""));
        assertThat(only().dueOn()).isEqualTo(portal.today.plusDays(3));
        assertThatThrownBy(() -> portal.worklist.act(portal.vertical(), seen, done()))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> portal.worklist.act(
                        portal.vertical(), only(), new WorkAct.Postpone(portal.today.minusDays(1), "")))
                .isInstanceOf(Problem.class);
        Runnable back = portal.worklist.act(portal.vertical(), only(), done());
        assertThat(mine()).isEmpty();
        back.run();
        assertThat(mine()).hasSize(1);
    }

    @Test
    void shouldTellTheSecondOfTwoWhoPutAFollowUpOffAtOnce() {
        portal.contacts.log(portal.anna, "Catalogue", portal.today);
        InteractionService service = portal.contacts.service();
        Interaction seenByBoth = service.get("shop", only().id());
        service.postponeFollowUp("shop", seenByBoth, portal.today.plusDays(1));
        assertThatThrownBy(() -> service.postponeFollowUp("shop", seenByBoth, portal.today.plusDays(2)))
                .isInstanceOf(ConflictProblem.class);
        assertThat(only().dueOn()).isEqualTo(portal.today.plusDays(1));
    }

    private static WorkAct done() {
        return new WorkAct.Done(WorkOutcome.PARTLY, "half of it");
    }

    @Test
    void shouldRefuseAPersonWhoDoesNotWorkHereAndAnEmptyReason() {
        WorkItem errand = portal.errand(1, portal.today);
        assertThatThrownBy(() -> portal.worklist.act(portal.vertical(), errand, new WorkAct.HandOver(999, "")))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> portal.worklist.act(portal.vertical(), errand, new WorkAct.Skip(" ")))
                .isInstanceOf(Problem.class);
        assertThat(portal.errands.open).hasSize(1);
    }

    @Test
    void shouldCountLoadAgeAndResponseOfEachPersonForManagersOnly() {
        portal.contacts.log(portal.anna, "Old", portal.today.minusDays(40));
        portal.contacts.log(portal.anna, "Late", portal.today.minusDays(8));
        portal.contacts.log(portal.anna, "Today", portal.today);
        portal.shop.clock.forward(Duration.ofHours(6));
        portal.worklist.act(
                portal.vertical(),
                mine().stream()
                        .filter(item -> item.title().endsWith("Today"))
                        .findFirst()
                        .orElseThrow(),
                done());
        assertThatThrownBy(() -> portal.worklist.load(portal.vertical())).isInstanceOf(ForbiddenProblem.class);

        portal.becomeManager();
        Answer<List<WorkLoad>> answer = portal.worklist.load(portal.vertical());
        await().atMost(Duration.ofSeconds(20)).until(() -> answer.job().state() != Job.State.RUNNING);
        assertThat(answer.value())
                .containsExactly(
                        new WorkLoad(portal.shop.rights.user().id(), 2, 2, 2, 1, portal.today.minusDays(40), 1, 6.0));
    }

    private WorkItem only() {
        return portal.worklist
                .page(
                        portal.vertical(),
                        portal.everything(portal.today.plusDays(14)),
                        Set.of(),
                        null,
                        2,
                        Locale.ENGLISH)
                .getFirst();
    }

    private List<WorkItem> mine() {
        WorkQuery query = new WorkQuery(
                WorkQuery.Whose.mineAndFree(portal.shop.rights.user().id()), null, portal.today.plusDays(14), null);
        return portal.worklist.page(portal.vertical(), query, Set.of(), null, 10, Locale.ENGLISH);
    }
}
