package org.clientele.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Role;
import org.clientele.common.Answer;
import org.clientele.common.Job;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.consent.ConsentDecision;
import org.clientele.consent.ConsentTopic;
import org.clientele.segment.SegmentName;
import org.clientele.survey.SegmentInvitations.Line;
import org.clientele.survey.SegmentInvitations.Made;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class SegmentInvitationsTest {
    private static final SegmentName NEW = new SegmentName("life_cycle", "new");

    private final SurveyPortal portal;
    private final long anna;
    private final long ben;
    private final long survey;

    SegmentInvitationsTest(TestDatabase.Kind kind) {
        portal = new SurveyPortal(kind);
        Map<String, Long> ids = portal.buyers("anna", "ben", "cleo", "dora");
        anna = Objects.requireNonNull(ids.get("anna"));
        ben = Objects.requireNonNull(ids.get("ben"));
        survey = portal.survey();
        portal.shop.snapshots.reload("shop");
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    @Test
    void shouldGiveEveryCustomerOfASegmentALinkOfTheirOwn() {
        Made made = made();
        assertThat(made.lines()).extracting(Line::ref).containsExactlyInAnyOrder("anna", "ben", "cleo", "dora");
        assertThat(made.lines()).extracting(Line::token).doesNotHaveDuplicates();
        Line annas = made.lines().stream()
                .filter(line -> line.ref().equals("anna"))
                .findFirst()
                .orElseThrow();
        portal.answer(annas.token(), SurveyPortal.said(9, 5, ""));
        assertThat(portal.invitations.ofCustomer(portal.shop.vertical, anna, 1))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.nps()).isEqualTo(9);
                    assertThat(one.about()).isEqualTo(new SurveyAbout(SurveyAbout.Kind.SEGMENT, "life_cycle new"));
                });
        assertThat(portal.shop.audit.actions()).contains("survey.invite-segment survey " + survey);
    }

    @Test
    void shouldLeaveOutWhoRefusesAndWhoWasAskedLately() {
        refuse(anna, ConsentTopic.SURVEYS);
        refuse(ben, ConsentTopic.PERSONALISATION);
        Made first = made();
        assertThat(first.lines()).extracting(Line::ref).containsExactlyInAnyOrder("cleo", "dora");
        assertThat(first.refused()).isEqualTo(2);

        Made second = made();
        assertThat(second.lines()).isEmpty();
        assertThat(second.asked()).isEqualTo(2);
        portal.shop.clock.forward(Duration.ofDays(SegmentInvitations.REST_DAYS + 1L));
        assertThat(made().lines()).hasSize(2);
    }

    @Test
    void shouldAskForTheRightToLetAListLeave() {
        portal.become(Role.STAFF);
        assertThat(portal.asking.mayAsk("shop")).isFalse();
        assertThatThrownBy(() -> portal.asking.invite(portal.shop.vertical, survey, NEW))
                .isInstanceOf(ForbiddenProblem.class);
    }

    @Test
    void shouldAskNobodyWhenItIsCancelled() {
        Answer<Made> answer = portal.asking.invite(portal.shop.vertical, survey, NEW);
        answer.job().cancel();
        portal.held.run();
        assertThat(answer.job().state()).isEqualTo(Job.State.CANCELLED);
        assertThat(portal.surveys.get("shop", survey).isFresh()).isTrue();
    }

    private Made made() {
        Answer<Made> answer = portal.asking.invite(portal.shop.vertical, survey, NEW);
        portal.held.run();
        return Objects.requireNonNull(
                answer.value(), () -> String.valueOf(answer.job().failure()));
    }

    private void refuse(long customer, ConsentTopic topic) {
        portal.consents.record(portal.shop.vertical, customer, topic, ConsentDecision.REFUSED, null, "");
    }
}
