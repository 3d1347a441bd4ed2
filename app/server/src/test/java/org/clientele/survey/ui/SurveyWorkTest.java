package org.clientele.survey.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.ConflictProblem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.Translations;
import org.clientele.customer.Customer;
import org.clientele.survey.SurveyPortal;
import org.clientele.worklist.WorkAct;
import org.clientele.worklist.WorkItem;
import org.clientele.worklist.WorkLoad;
import org.clientele.worklist.WorkOutcome;
import org.clientele.worklist.WorkQuery;
import org.clientele.worklist.WorkQuery.Whose;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class SurveyWorkTest {
    private static final LocalDate TOMORROW = LocalDate.of(2026, 3, 2);

    private final SurveyPortal portal;
    private final SurveyWork work;
    private final Customer anna;
    private final long survey;

    SurveyWorkTest(TestDatabase.Kind kind) {
        portal = new SurveyPortal(kind);
        work = new SurveyWork(
                portal.unhappy, portal.invitations, portal.shop.rights, new Translations(), portal.shop.clock);
        anna = portal.customer("anna");
        survey = portal.survey();
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    @Test
    void shouldHaveSomebodyComeBackToADetractorByTheNextDay() {
        says(6, 3, "Slow");
        says(7, 3, "Fine");
        says(9, 2, "Rude");
        List<WorkItem> open = open(Whose.FREE);
        assertThat(open)
                .extracting(WorkItem::title)
                .containsExactly("Come back: NPS 6 · How are we doing?", "Come back: NPS 9 · How are we doing?");
        WorkItem first = open.getFirst();
        assertThat(first.dueOn()).isEqualTo(TOMORROW);
        assertThat(first.customer()).isEqualTo("anna");
        assertThat(first.text()).contains("What could we do better?: Slow");
        assertThat(work.count(portal.shop.vertical, query(Whose.EVERYBODY), 100))
                .isEqualTo(2);
        assertThat(work.open(
                        portal.shop.vertical,
                        query(Whose.EVERYBODY).startingAfter(new WorkQuery.Place(first.dueOn(), first.id())),
                        10,
                        Locale.ENGLISH))
                .hasSize(1);
        assertThat(work.ofCustomer(portal.shop.vertical, anna.id(), Locale.ENGLISH))
                .hasSize(2);
        assertThat(work.load(portal.shop.vertical, TOMORROW))
                .singleElement()
                .extracting(WorkLoad::person, WorkLoad::open)
                .containsExactly(null, 2L);
    }

    @Test
    void shouldGiveItFirstOfAllToWhoeverLooksAfterTheCustomer() {
        long me = portal.shop.rights.user().id();
        portal.shop
                .database
                .jdbi()
                .useHandle(
                        handle -> handle.execute("UPDATE customer SET owner_user_id = ? WHERE id = ?", me, anna.id()));
        says(0, 1, "Bad");
        assertThat(open(Whose.FREE)).isEmpty();
        assertThat(open(Whose.of(me))).singleElement().satisfies(item -> {
            assertThat(item.owner()).isEqualTo("Li Na");
            assertThat(item.acts()).doesNotContain(WorkAct.Kind.CLAIM, WorkAct.Kind.SKIP);
        });
    }

    @Test
    void shouldTakePostponeAndFinishWithAWayBack() {
        says(1, 1, "Bad");
        Runnable give = act(new WorkAct.Claim());
        long me = portal.shop.rights.user().id();
        assertThat(open(Whose.of(me))).hasSize(1);
        give.run();
        assertThat(open(Whose.FREE)).hasSize(1);

        Runnable sooner = act(new WorkAct.Postpone(TOMORROW.plusDays(2), ""));
        assertThat(open(Whose.FREE).getFirst().dueOn()).isEqualTo(TOMORROW.plusDays(2));
        sooner.run();
        assertThat(open(Whose.FREE).getFirst().dueOn()).isEqualTo(TOMORROW);

        WorkItem seen = open(Whose.FREE).getFirst();
        Runnable reopen = act(new WorkAct.Done(WorkOutcome.values()[0], ""));
        assertThat(open(Whose.EVERYBODY)).isEmpty();
        assertThatThrownBy(() -> work.act(portal.shop.vertical, seen, new WorkAct.Claim()))
                .isInstanceOf(ConflictProblem.class);
        reopen.run();
        assertThat(open(Whose.EVERYBODY)).hasSize(1);
    }

    @Test
    void shouldShowNobodyTheCustomersOfOthers() {
        says(1, 1, "Bad");
        portal.shop.rights.become(TestRights.user(5));
        assertThatThrownBy(() -> open(Whose.EVERYBODY)).isInstanceOf(ForbiddenProblem.class);
        portal.shop.rights.become(TestRights.user(5, new Grant(Role.STAFF, Grant.EVERYWHERE)));
        assertThat(open(Whose.EVERYBODY)).hasSize(1);
    }

    private void says(int nps, int csat, String why) {
        portal.answering.enter(portal.shop.vertical, anna.id(), survey, null, SurveyPortal.said(nps, csat, why));
    }

    private Runnable act(WorkAct act) {
        return work.act(portal.shop.vertical, open(Whose.EVERYBODY).getFirst(), act);
    }

    private List<WorkItem> open(Whose whose) {
        return work.open(portal.shop.vertical, query(whose), 10, Locale.ENGLISH);
    }

    private static WorkQuery query(Whose whose) {
        return new WorkQuery(whose, null, TOMORROW.plusDays(30), null);
    }
}
