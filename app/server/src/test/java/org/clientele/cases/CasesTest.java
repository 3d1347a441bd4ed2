package org.clientele.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
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
import org.clientele.cases.CaseEvent.Kind;
import org.clientele.cases.CaseQuery.Stage;
import org.clientele.cases.persistence.CaseDao;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.customer.CustomerHit;
import org.clientele.customer.CustomerSearch;
import org.clientele.interaction.Direction;
import org.clientele.interaction.Interaction;
import org.clientele.worklist.WorkQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class CasesTest {
    private final CasePortal portal;

    CasesTest(TestDatabase.Kind kind) {
        portal = new CasePortal(kind);
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    @Test
    void shouldNumberCasesAndOpenOneForARequestOnly() {
        UUID request = UUID.randomUUID();
        CaseData data = CaseData.of(CaseType.REFUND, "Shirt too small", "Wants the money back");
        ServiceCase first = portal.cases.open("shop", portal.anna.id(), request, data);
        assertThat(portal.cases.open("shop", portal.anna.id(), request, data)).isEqualTo(first);
        assertThat(portal.open(CaseType.CLAIM, "Lost parcel").label()).isEqualTo("C-1002");
        assertThat(first.label()).isEqualTo("C-1001");
        assertThat(first.data()).isEqualTo(data);
        assertThat(first.customer()).isEqualTo("Anna Berg");
        assertThat(first.openedBy()).isEqualTo("Li Na");
        assertThat(first.state()).isEqualTo(CaseState.NEW);
    }

    @Test
    void shouldNameEachTeamOnce() {
        assertThat(portal.lists.teams("shop")).isEmpty();
        for (String team : new String[] {"Repairs", "Billing", "Repairs", null}) {
            CaseData data = new CaseData(CaseType.REFUND, "Shirt", "", CasePriority.NORMAL, null, team);
            portal.cases.open("shop", portal.anna.id(), UUID.randomUUID(), data);
        }
        assertThat(portal.lists.teams("shop")).containsExactly("Billing", "Repairs");
    }

    @Test
    void shouldGiveNoNumberTwiceWhenManyOpenAtOnce() throws Exception {
        CaseDao dao = new CaseDao(portal.shop.database.jdbi(), portal.shop.database.dialect());
        int vertical = portal.shop.vertical.id();
        List<Future<Integer>> asked = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 40; i++) {
                asked.add(people.submit(
                        () -> portal.shop.database.transactions().execute(status -> dao.nextNumber(vertical))));
            }
        }
        List<Integer> numbers = new ArrayList<>();
        for (Future<Integer> one : asked) {
            numbers.add(one.get());
        }
        assertThat(numbers).doesNotHaveDuplicates().allMatch(number -> number > 1000 && number <= 1040);
    }

    @Test
    void shouldGoFromStateToStateByTheRulesOnly() {
        ServiceCase seen = portal.open(CaseType.CLAIM, "Rude answer");
        assertThatThrownBy(() -> portal.move(seen, CaseState.CLOSED)).isInstanceOf(ConflictProblem.class);
        assertThatThrownBy(() -> portal.cases.move("shop", seen, CaseState.SOLVED, "", CaseReason.SERVICE))
                .hasMessageContaining("solution");
        assertThatThrownBy(() -> portal.cases.move("shop", seen, CaseState.SOLVED, "Apologised", null))
                .hasMessageContaining("solution");

        portal.move(seen, CaseState.WAITING_CUSTOMER);
        ServiceCase solved = portal.move(seen, CaseState.SOLVED);
        assertThat(solved.reason()).isEqualTo(CaseReason.DELIVERY);
        assertThat(solved.solvedAt()).isEqualTo(portal.shop.clock.instant());
        assertThat(solved.answeredAt()).as("solving answers").isEqualTo(portal.shop.clock.instant());

        assertThatThrownBy(() -> portal.cases.move("shop", solved, CaseState.REOPENED, " ", null))
                .hasMessageContaining("reopen");
        portal.move(seen, CaseState.CLOSED);
        ServiceCase back = portal.move(seen, CaseState.REOPENED);
        assertThat(back.solvedAt()).isNull();
        assertThat(back.reason()).isEqualTo(CaseReason.DELIVERY);
        assertThat(portal.cases.history("shop", seen.number()))
                .extracting(CaseEvent::kind)
                .containsExactly(Kind.OPENED, Kind.STATE, Kind.STATE, Kind.STATE, Kind.STATE);
    }

    @Test
    void shouldRefuseAChangeOfWhatSomebodyElseChanged() {
        ServiceCase seen = portal.open(CaseType.ENQUIRY, "Opening hours");
        portal.cases.assign("shop", seen, portal.wangFang);
        assertThat(portal.again(seen).owner()).isEqualTo("Wang Fang");
        assertThatThrownBy(() -> portal.cases.assign("shop", seen, portal.liNa)).isInstanceOf(ConflictProblem.class);
        assertThatThrownBy(() -> portal.cases.assign("shop", portal.again(seen), 4711L))
                .hasMessageContaining("owner");
    }

    @Test
    void shouldKeepWhatChanged() {
        ServiceCase seen = portal.open(CaseType.ENQUIRY, "Opening hours");
        portal.cases.edit(
                "shop",
                seen,
                new CaseData(
                        CaseType.COMPLAINT, "Closed early", "At five", CasePriority.HIGH, portal.wangFang, "Shop"));
        assertThat(portal.cases.history("shop", seen.number()))
                .extracting(CaseEvent::kind, CaseEvent::before, CaseEvent::after)
                .contains(
                        tuple(Kind.TYPE, "ENQUIRY", "COMPLAINT"),
                        tuple(Kind.PRIORITY, "NORMAL", "HIGH"),
                        tuple(Kind.OWNER, null, "Wang Fang"),
                        tuple(Kind.TEAM, null, "Shop"),
                        tuple(Kind.TEXT, "Opening hours", "Closed early"));
        assertThat(portal.shop.audit.actions()).contains("case.owner case " + seen.id());
    }

    @Test
    void shouldListByStageTypeOwnerAndText() {
        portal.shop.snapshots.reload("shop");
        ServiceCase refund = portal.open(CaseType.REFUND, "Money back");
        ServiceCase claim = portal.cases.open(
                "shop",
                portal.ben.id(),
                UUID.randomUUID(),
                new CaseData(CaseType.CLAIM, "Lost", "", CasePriority.URGENT, portal.wangFang, null));
        ServiceCase done = portal.open(CaseType.REFUND, "Done");
        portal.move(done, CaseState.SOLVED);

        assertThat(listed(CaseQuery.ALL)).containsExactly(refund.number(), claim.number());
        assertThat(listed(CaseQuery.ALL.sortedBy(CaseQuery.Sort.PRIORITY, true)))
                .containsExactly(claim.number(), refund.number());
        assertThat(listed(CaseQuery.ALL.withStage(Stage.ALL))).hasSize(3);
        assertThat(listed(CaseQuery.ALL.withState(CaseState.SOLVED))).containsExactly(done.number());
        assertThat(listed(CaseQuery.ALL.withType(CaseType.CLAIM))).containsExactly(claim.number());
        assertThat(listed(CaseQuery.ALL.withPriority(CasePriority.URGENT))).containsExactly(claim.number());
        assertThat(listed(CaseQuery.ALL.withOwner(portal.wangFang))).containsExactly(claim.number());
        assertThat(listed(CaseQuery.ALL.withOwner(CaseQuery.NOBODY))).containsExactly(refund.number());
        assertThat(listed(CaseQuery.ALL.withSearch("c-1002"))).containsExactly(claim.number());
        assertThat(listed(CaseQuery.ALL.withSearch("berg"))).containsExactly(refund.number());
        assertThat(listed(CaseQuery.ALL.withSearch("nobody"))).isEmpty();
        assertThat(portal.lists.ofCustomer("shop", portal.anna.id(), 10))
                .as("what is open first")
                .extracting(ServiceCase::number)
                .containsExactly(refund.number(), done.number());
    }

    @Test
    void shouldSortByNumberInEveryStageBothWaysAndAlsoWhatWasSearchedFor() {
        int first = portal.open(CaseType.REFUND, "First").number();
        ServiceCase solved = portal.open(CaseType.REFUND, "Second");
        portal.move(solved, CaseState.SOLVED);
        int third = portal.open(CaseType.REFUND, "Third").number();
        CaseQuery oldest = CaseQuery.ALL.sortedBy(CaseQuery.Sort.OPENED, false);
        CaseQuery newest = CaseQuery.ALL.sortedBy(CaseQuery.Sort.OPENED, true);

        assertThat(listed(oldest.withStage(Stage.ALL))).containsExactly(first, solved.number(), third);
        assertThat(listed(newest.withStage(Stage.ALL))).containsExactly(third, solved.number(), first);
        assertThat(listed(oldest.withStage(Stage.OPEN))).containsExactly(first, third);
        assertThat(listed(newest.withStage(Stage.OPEN))).containsExactly(third, first);
        assertThat(listed(newest.withStage(Stage.DONE))).containsExactly(solved.number());
        assertThat(listed(newest.withStage(Stage.ALL).withSearch("berg")))
                .containsExactly(third, solved.number(), first);
        assertThat(paged(newest.withStage(Stage.ALL), 2)).containsExactly(third, solved.number(), first);
    }

    @Test
    void shouldPutCasesWithoutDeadlineBehindTheOthersOnEveryPage() {
        ServiceCase first = portal.open(CaseType.REFUND, "First");
        ServiceCase waiting = portal.move(portal.open(CaseType.REFUND, "Waits"), CaseState.WAITING_CUSTOMER);
        portal.shop.clock.forward(Duration.ofDays(7));
        ServiceCase second = portal.open(CaseType.REFUND, "Second");
        ServiceCase waitingToo = portal.move(portal.open(CaseType.REFUND, "Waits, too"), CaseState.WAITING_CUSTOMER);
        portal.escalation.run(() -> false);

        assertThat(paged(CaseQuery.ALL, 1))
                .containsExactly(first.number(), second.number(), waiting.number(), waitingToo.number());
        CaseQuery latestFirst = CaseQuery.ALL.sortedBy(CaseQuery.Sort.DUE, true);
        for (int size = 1; size <= 5; size++) {
            assertThat(paged(latestFirst, size))
                    .as("pages of %d", size)
                    .containsExactly(second.number(), first.number(), waitingToo.number(), waiting.number());
        }
        assertThat(listed(latestFirst.withLate(true))).containsExactly(first.number());
    }

    @Test
    void shouldPutOwnFreeAndWatchedCasesOnTheWorklist() {
        ServiceCase free = portal.open(CaseType.REFUND, "Free");
        ServiceCase mine = portal.open(CaseType.REFUND, "Mine");
        ServiceCase hers = portal.open(CaseType.REFUND, "Hers");
        portal.cases.assign("shop", mine, portal.liNa);
        portal.cases.assign("shop", hers, portal.wangFang);
        assertThat(toDo(true)).containsExactly(free.number(), mine.number());
        assertThat(toDo(false)).hasSize(3);
        portal.links.watch("shop", hers.number(), true);
        assertThat(toDo(true)).hasSize(3);
        assertThat(portal.links.watchers("shop", hers.number())).containsValue("Li Na");
        portal.links.watch("shop", hers.number(), false);
        assertThat(toDo(true)).hasSize(2);
    }

    @Test
    void shouldTakeAContactOfTheHouseForTheFirstAnswer() {
        ServiceCase seen = portal.open(CaseType.ENQUIRY, "Price");
        Interaction asked = portal.contact(portal.anna, Direction.INCOMING);
        portal.links.addContact("shop", seen.number(), asked.id());
        assertThat(portal.again(seen).answeredAt()).isNull();
        Interaction told = portal.contact(portal.anna, Direction.OUTGOING);
        portal.links.addContact("shop", seen.number(), told.id());
        portal.links.addContact("shop", seen.number(), told.id());
        assertThat(portal.again(seen).answeredAt()).isEqualTo(portal.shop.clock.instant());
        assertThat(portal.links.contacts("shop", seen.number())).containsExactlyInAnyOrder(asked, told);
        long other = portal.contact(portal.ben, Direction.INCOMING).id();
        assertThatThrownBy(() -> portal.links.addContact("shop", seen.number(), other))
                .hasMessageContaining("contact");
    }

    @Test
    void shouldMergeIntoAnotherCaseOfTheCustomer() {
        ServiceCase from = portal.open(CaseType.ENQUIRY, "Where is it");
        ServiceCase into = portal.open(CaseType.CLAIM, "Lost parcel");
        portal.links.addContact(
                "shop",
                from.number(),
                portal.contact(portal.anna, Direction.INCOMING).id());
        portal.attach(from, "C:\\temp\\photo.png", "\u0089PNG\r\n\u001a\nxx");
        portal.links.merge("shop", portal.again(from), into.number());

        ServiceCase merged = portal.again(from);
        assertThat(merged.state()).isEqualTo(CaseState.CLOSED);
        assertThat(merged.mergedInto()).isEqualTo(into.number());
        assertThat(portal.links.contacts("shop", into.number())).hasSize(1);
        assertThat(portal.files.of("shop", into.number()))
                .extracting(CaseAttachment::name)
                .containsExactly("photo.png");
        assertThatThrownBy(() -> portal.move(from, CaseState.REOPENED)).hasMessageContaining("merged");
        ServiceCase bens =
                portal.cases.open("shop", portal.ben.id(), UUID.randomUUID(), CaseData.of(CaseType.CLAIM, "Lost", ""));
        assertThatThrownBy(() -> portal.links.merge("shop", into, bens.number()))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> portal.links.merge("shop", into, into.number()))
                .hasMessageContaining("itself");
    }

    @Test
    void shouldRelateCasesInBothDirections() {
        ServiceCase one = portal.open(CaseType.OUTAGE, "No power");
        ServiceCase two = portal.open(CaseType.REPAIR, "Broken fuse");
        portal.links.relate("shop", one.number(), two.number());
        portal.links.relate("shop", two.number(), one.number());
        assertThat(portal.links.related("shop", two.number()))
                .extracting(ServiceCase::number)
                .containsExactly(one.number());
        portal.links.unrelate("shop", two.number(), one.number());
        assertThat(portal.links.related("shop", one.number())).isEmpty();
    }

    @Test
    void shouldFindCasesByAnyFragmentOfSubjectOrCustomerTheNewestFirst() {
        portal.open(CaseType.REFUND, "Shirt 100%_too small");
        portal.cases.open(
                "shop", portal.ben.id(), UUID.randomUUID(), CaseData.of(CaseType.CLAIM, "Berg of shirts lost", ""));
        portal.open(CaseType.CLAIM, "\u886C\u886B\u4E22\u5931");

        assertThat(matching("SHIRT", 5)).containsExactly(1002, 1001);
        assertThat(matching("shirt", 1)).containsExactly(1002);
        assertThat(matching("berg", 5))
                .as("Anna Berg's, and Ben's for its subject")
                .containsExactly(1003, 1002, 1001);
        assertThat(matching("%_", 5)).containsExactly(1001);
        assertThat(matching("\u886B", 5)).containsExactly(1003);
        assertThat(matching("1002", 5)).containsExactly(1002);
        assertThat(matching("100", 5)).as("by number first").startsWith(1003, 1002, 1001);
        assertThat(matching("!", 5)).isEmpty();
        assertThat(matching(" ", 5)).isEmpty();

        portal.lookAfter(portal.ben, portal.liNa);
        portal.become(portal.liNa, Role.STAFF, true);
        assertThat(matching("shirt", 5)).containsExactly(1002);
        assertThat(portal.lists.matching("shop", "berg", List.of(new CustomerHit(portal.anna.id(), "anna", null)), 5))
                .extracting(ServiceCase::number)
                .containsExactly(1002);
    }

    private List<Integer> matching(String text, int limit) {
        List<CustomerHit> found = new CustomerSearch(portal.shop.snapshots, portal.shop.rights).find("shop", text, 9);
        return portal.lists.matching("shop", text, found, limit).stream()
                .map(ServiceCase::number)
                .toList();
    }

    @Test
    void shouldKeepCasesOfOthersCustomersFromWhoeverSeesOnlyOwnOnes() {
        ServiceCase annas = portal.open(CaseType.REFUND, "Anna's");
        ServiceCase bens =
                portal.cases.open("shop", portal.ben.id(), UUID.randomUUID(), CaseData.of(CaseType.CLAIM, "Ben's", ""));
        portal.links.relate("shop", annas.number(), bens.number());
        portal.attach(bens, "a.txt", "hello");
        long file = portal.files.of("shop", bens.number()).getFirst().id();
        portal.lookAfter(portal.anna, portal.liNa);
        portal.become(portal.liNa, Role.STAFF, true);

        assertThat(listed(CaseQuery.ALL)).containsExactly(annas.number());
        assertThat(portal.lists.count("shop", CaseQuery.ALL.withSearch("C-1002")))
                .isZero();
        assertThat(toDo(false)).containsExactly(annas.number());
        assertThat(portal.links.related("shop", annas.number())).isEmpty();
        assertThatThrownBy(() -> portal.again(bens)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> portal.move(bens, CaseState.OPEN)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> portal.cases.note("shop", bens.number(), "x")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> portal.files.read("shop", bens.number(), file)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> portal.links.watch("shop", bens.number(), true))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> portal.lists.ofCustomer("shop", portal.ben.id(), 5))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> portal.cases.open("shop", portal.ben.id(), UUID.randomUUID(), bens.data()))
                .isInstanceOf(Problem.class);

        portal.shop.rights.become(TestRights.user(9, new Grant(Role.STAFF, "elsewhere")));
        assertThatThrownBy(() -> listed(CaseQuery.ALL)).isInstanceOf(ForbiddenProblem.class);
        assertThatThrownBy(() -> portal.again(annas)).isInstanceOf(ForbiddenProblem.class);
    }

    private List<Integer> paged(CaseQuery query, int size) {
        List<Integer> numbers = new ArrayList<>();
        for (int offset = 0; offset < portal.lists.count("shop", query); offset += size) {
            portal.lists.page("shop", query, offset, size).forEach(one -> numbers.add(one.number()));
        }
        return numbers;
    }

    private List<Integer> listed(CaseQuery query) {
        List<Integer> numbers = portal.lists.page("shop", query, 0, 50).stream()
                .map(ServiceCase::number)
                .toList();
        assertThat(portal.lists.count("shop", query)).isEqualTo(numbers.size());
        return numbers;
    }

    private List<Integer> toDo(boolean onlyMine) {
        WorkQuery.Whose whose = onlyMine ? WorkQuery.Whose.mineAndFree(portal.liNa) : WorkQuery.Whose.EVERYBODY;
        WorkQuery asked = new WorkQuery(whose, null, LocalDate.of(2026, 3, 3), null);
        return portal.lists.toDo(portal.shop.vertical, asked, 50).stream()
                .map(ServiceCase::number)
                .toList();
    }
}
