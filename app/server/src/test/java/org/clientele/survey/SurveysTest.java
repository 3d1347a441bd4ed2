package org.clientele.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.Problem;
import org.clientele.common.Wording;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.consent.ConsentDecision;
import org.clientele.consent.ConsentTopic;
import org.clientele.customer.Customer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class SurveysTest {
    private final SurveyPortal portal;
    private final Customer anna;
    private final long survey;

    SurveysTest(TestDatabase.Kind kind) {
        portal = new SurveyPortal(kind);
        anna = portal.customer("anna");
        survey = portal.survey();
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    @Test
    void shouldTakeAnAnswerOnceByItsLink() {
        String token = portal.invite(anna.id(), survey);
        assertThat(portal.answering.find(token, SurveyPortal.ADDRESS)).contains(SurveyData.usual());
        portal.answer(token, SurveyPortal.said(9, 4, "  Faster, please  "));

        assertThat(portal.answering.find(token, SurveyPortal.ADDRESS)).isEmpty();
        fails(() -> portal.answer(token, SurveyPortal.said(0, 1, "again")), "survey.link.dead");
        List<Invitation> asked = asked();
        assertThat(asked).singleElement().satisfies(one -> {
            assertThat(one.nps()).isEqualTo(9);
            assertThat(one.csat()).isEqualTo(4);
            assertThat(one.answeredAt()).isEqualTo(portal.shop.clock.instant());
            assertThat(one.isUnhappy()).isFalse();
        });
        assertThat(portal.invitations.replies(portal.shop.vertical, anna.id(), asked))
                .containsEntry(
                        asked.getFirst().id(), List.of(Reply.of(0, 9), Reply.of(1, 4), Reply.of(2, "Faster, please")));
        assertThat(portal.shop.audit.actions()).contains("survey.answer customer " + anna.id());
        assertThat(portal.surveys.get("shop", survey))
                .extracting(Survey::invited, Survey::answered, Survey::byStaff)
                .containsExactly(1L, 1L, 0L);
    }

    @Test
    void shouldLetALinkDieWithItsTimeAndWithItsSurvey() {
        String token = portal.invite(anna.id(), survey);
        portal.surveys.run("shop", survey, false);
        assertThat(portal.answering.find(token, SurveyPortal.ADDRESS)).isEmpty();
        portal.surveys.run("shop", survey, true);
        assertThat(portal.answering.find(token, SurveyPortal.ADDRESS)).isPresent();
        portal.shop.clock.forward(Duration.ofDays(30));
        assertThat(portal.answering.find(token, SurveyPortal.ADDRESS)).isEmpty();
        assertThat(portal.answering.find("guessed", SurveyPortal.ADDRESS)).isEmpty();
    }

    @Test
    void shouldReplaceALinkThatWasNotUsed() {
        String lost = portal.invite(anna.id(), survey);
        String fresh = portal.invite(anna.id(), survey);
        assertThat(portal.answering.find(lost, SurveyPortal.ADDRESS)).isEmpty();
        assertThat(portal.answering.find(fresh, SurveyPortal.ADDRESS)).isPresent();
        assertThat(asked()).as("one invitation").hasSize(1);
        SurveyAbout about = new SurveyAbout(SurveyAbout.Kind.CASE, "1001");
        portal.invitations.invite(portal.shop.vertical, anna.id(), survey, about);
        assertThat(portal.answering.find(fresh, SurveyPortal.ADDRESS)).isPresent();
        assertThat(asked()).extracting(Invitation::about).containsExactly(about, null);
    }

    @Test
    void shouldKeepNoTokenThatCouldBeUsed() {
        String token = portal.invite(anna.id(), survey);
        String kept = portal.shop.database.jdbi().withHandle(handle -> handle.createQuery(
                        "SELECT token_hash FROM survey_invitation")
                .mapTo(String.class)
                .one());
        assertThat(kept).hasSize(64).isNotEqualTo(token);
        assertThat(token).hasSize(43);
        assertThat(portal.answering.find(kept, SurveyPortal.ADDRESS)).isEmpty();
    }

    @Test
    void shouldLimitTheTriesOfAnAddress() {
        for (int attempt = 0; attempt < 30; attempt++) {
            assertThat(portal.answering.find("guess-" + attempt, "192.0.2.7")).isEmpty();
        }
        fails(() -> portal.answering.find("guess", "192.0.2.7"), "survey.link.busy");
        assertThat(portal.answering.find("guess", "192.0.2.8")).isEmpty();
        portal.shop.clock.forward(Duration.ofMinutes(1));
        assertThat(portal.answering.find("guess", "192.0.2.7")).isEmpty();
    }

    @Test
    void shouldAskNobodyWhoRefusesContactOrSurveys() {
        refuse(ConsentTopic.SURVEYS, ConsentDecision.REFUSED);
        fails(() -> portal.invite(anna.id(), survey), "survey.problem.refused");
        refuse(ConsentTopic.SURVEYS, ConsentDecision.GIVEN);
        refuse(ConsentTopic.CONTACT, ConsentDecision.REFUSED);
        fails(() -> portal.invite(anna.id(), survey), "survey.problem.refused");
        refuse(ConsentTopic.CONTACT, ConsentDecision.OPEN);
        portal.invite(anna.id(), survey);
    }

    @Test
    void shouldTakeWhatACustomerTellsStaff() {
        portal.become(Role.STAFF);
        portal.answering.enter(portal.shop.vertical, anna.id(), survey, null, SurveyPortal.said(3, 2, "Too slow"));
        assertThat(asked()).singleElement().satisfies(one -> {
            assertThat(one.byStaff()).isTrue();
            assertThat(one.invitedBy()).isEqualTo("Li Na");
            assertThat(one.isUnhappy()).isTrue();
        });
    }

    @Test
    void shouldRefuseAnswersThatDoNotFit() {
        String token = portal.invite(anna.id(), survey);
        fails(() -> portal.answer(token, List.of(Reply.of(0, 11), Reply.of(1, 3))), "survey.problem.answer");
        fails(() -> portal.answer(token, List.of(Reply.of(0, 9), Reply.of(1, 0))), "survey.problem.answer");
        fails(() -> portal.answer(token, List.of(Reply.of(7, 1))), "survey.problem.answer");
        fails(() -> portal.answer(token, List.of(Reply.of(0, 9))), "survey.problem.required");
        fails(() -> portal.answer(token, SurveyPortal.said(9, 4, "x".repeat(2_001))), "survey.problem.long");
        assertThat(portal.answering.find(token, SurveyPortal.ADDRESS))
                .as("a refused answer uses nothing up")
                .isPresent();
    }

    @Test
    void shouldKeepTheQuestionsOnceSomebodyWasAsked() {
        SurveyData other = new SurveyData(
                new Wording("Short", ""),
                new Wording("", ""),
                7,
                List.of(new Question(
                        QuestionKind.CHOICE,
                        new Wording("Which?", "哪个？"),
                        true,
                        0,
                        List.of(new Wording("A", "甲"), new Wording("B", "乙")))));
        portal.surveys.change("shop", portal.surveys.get("shop", survey), other);
        Survey changed = portal.surveys.get("shop", survey);
        assertThat(changed.data()).isEqualTo(other);
        fails(
                () -> portal.surveys.change("shop", new Survey(survey, other, true, 0, 0, 0, 0), other),
                "survey.problem.conflict");
        portal.invite(anna.id(), survey);
        fails(() -> portal.surveys.change("shop", changed, SurveyData.usual()), "survey.problem.asked");
    }

    @Test
    void shouldAskForTheRightOfEachAct() {
        portal.become(Role.MANAGER);
        forbidden(portal::survey);
        forbidden(() -> portal.surveys.run("shop", survey, false));
        portal.become(Role.STAFF);
        portal.invite(anna.id(), survey);
        forbidden(portal::survey);
        forbidden(() -> portal.results.voices(portal.shop.vertical, survey, false, 10));
        portal.shop.rights.become(TestRights.user(5));
        forbidden(() -> portal.surveys.all("shop"));
        forbidden(() -> portal.invite(anna.id(), survey));
        forbidden(() ->
                portal.answering.enter(portal.shop.vertical, anna.id(), survey, null, SurveyPortal.said(9, 5, "")));
        forbidden(() -> portal.invitations.ofCustomer(portal.shop.vertical, anna.id(), 1));
    }

    private List<Invitation> asked() {
        return portal.invitations.ofCustomer(portal.shop.vertical, anna.id(), 10);
    }

    private void refuse(ConsentTopic topic, ConsentDecision decision) {
        portal.consents.record(portal.shop.vertical, anna.id(), topic, decision, null, "");
    }

    private static void forbidden(ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(ForbiddenProblem.class);
    }

    private static void fails(ThrowingCallable act, String key) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.key())
                .isEqualTo(key));
    }
}
