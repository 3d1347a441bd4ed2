package org.clientele.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.clientele.cases.CaseData;
import org.clientele.cases.CasePriority;
import org.clientele.cases.CaseReason;
import org.clientele.cases.CaseState;
import org.clientele.cases.CaseType;
import org.clientele.cases.Cases;
import org.clientele.cases.ComplaintPath;
import org.clientele.cases.ComplaintStep;
import org.clientele.cases.ServiceCase;
import org.clientele.cases.ServicePolicies;
import org.clientele.dataimport.SampleImports.Stored;
import org.clientele.dataimport.sample.SampleRandom;
import org.clientele.plugin.Vertical;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Cases of some customers in every state. */
@Component
@ConditionalOnProperty("clientele.demo")
class SampleCases {
    private static final int CASES = 24;
    private static final int EVERY = 7;
    private static final List<CaseState> STATES = List.of(
            CaseState.NEW,
            CaseState.OPEN,
            CaseState.SOLVED,
            CaseState.WAITING_CUSTOMER,
            CaseState.OPEN,
            CaseState.SOLVED,
            CaseState.WAITING_THIRD,
            CaseState.CLOSED);

    private final Cases cases;
    private final ServicePolicies policies;
    private final ComplaintPath complaints;
    private final Clock clock;

    SampleCases(Cases cases, ServicePolicies policies, ComplaintPath complaints, Clock clock) {
        this.cases = cases;
        this.policies = policies;
        this.complaints = complaints;
        this.clock = clock;
    }

    /**
     * @param customers those with the longest history first
     * @param owners who answers for cases
     */
    void open(Vertical vertical, List<Stored> customers, List<Long> owners) {
        SampleRandom random = new SampleRandom(CASES);
        List<CaseType> types =
                policies.get(vertical.key()).policy().types().stream().sorted().toList();
        for (int i = 0; i < CASES && i * EVERY < customers.size(); i++) {
            Stored stored = customers.get(i * EVERY);
            CaseType type = random.pickSkewed(types);
            SampleSubject subject = SampleSubject.of(type, i, stored.person().chinese());
            CaseState to = STATES.get(i % STATES.size());
            CaseData data = new CaseData(
                    type,
                    subject.title(),
                    subject.notes(),
                    random.pickSkewed(
                            List.of(CasePriority.NORMAL, CasePriority.HIGH, CasePriority.LOW, CasePriority.URGENT)),
                    to == CaseState.NEW ? null : owners.get(i % owners.size()),
                    null);
            ServiceCase opened = cases.open(
                    vertical.key(), stored.id(), new UUID(-vertical.id() - 1L, i), data, reported(random, i));
            bring(vertical, opened, to, stored.person().chinese(), random);
        }
    }

    private void decide(Vertical vertical, ServiceCase opened, boolean chinese, SampleRandom random) {
        if (opened.data().type() != CaseType.COMPLAINT) {
            return;
        }
        for (ComplaintStep step : ComplaintStep.values()) {
            ServiceCase seen = cases.get(vertical.key(), opened.number());
            complaints.record(
                    vertical.key(),
                    seen,
                    step,
                    SampleSubject.of(step, chinese),
                    step == ComplaintStep.ROOT_CAUSE ? seen.reason() : null,
                    step == ComplaintStep.COST ? Long.valueOf(1_000L + random.below(50_000)) : null);
        }
    }

    /** Some days ago; every third one within the last hours. */
    private Instant reported(SampleRandom random, int index) {
        int hours = index % 3 == 0 ? 1 + random.below(4) : 6 + random.below(9 * 24);
        return clock.instant().minus(Duration.ofHours(hours));
    }

    private void bring(Vertical vertical, ServiceCase opened, CaseState to, boolean chinese, SampleRandom random) {
        if (to == CaseState.NEW) {
            return;
        }
        CaseState first = to == CaseState.CLOSED ? CaseState.SOLVED : to;
        CaseReason reason = first == CaseState.SOLVED ? random.pickSkewed(List.of(CaseReason.values())) : null;
        cases.move(
                vertical.key(),
                opened,
                first,
                first == CaseState.SOLVED ? opened.data().subject() : "",
                reason);
        if (first == CaseState.SOLVED) {
            decide(vertical, opened, chinese, random);
        }
        if (to == CaseState.CLOSED) {
            ServiceCase solved = cases.get(vertical.key(), opened.number());
            cases.move(vertical.key(), solved, CaseState.CLOSED, "", null);
        }
    }
}
