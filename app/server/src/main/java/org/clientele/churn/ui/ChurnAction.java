package org.clientele.churn.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.churn.ChurnRisk;
import org.clientele.churn.ChurnRisks;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerService;
import org.clientele.customer.PersonalData;
import org.clientele.customer.ui.CustomersNavigation;
import org.clientele.engine.model.Reason;
import org.clientele.plugin.Vertical;
import org.clientele.segment.Segments;
import org.clientele.segment.ui.ReasonText;
import org.clientele.worklist.NextAction;
import org.clientele.worklist.NextActionKind;
import org.clientele.worklist.NextActionSource;
import org.clientele.worklist.WorkAct;
import org.clientele.worklist.WorkItem;
import org.springframework.stereotype.Component;

/** The danger that a customer leaves, as something to be talked about; an answer holds for the month. */
@Component
class ChurnAction implements NextActionSource {
    private static final String KIND = "churn";

    private final ChurnRisks risks;
    private final CustomerService customers;
    private final Segments segments;
    private final Rights rights;
    private final Clock clock;

    ChurnAction(ChurnRisks risks, CustomerService customers, Segments segments, Rights rights, Clock clock) {
        this.risks = risks;
        this.customers = customers;
        this.segments = segments;
        this.rights = rights;
        this.clock = clock;
    }

    @Override
    public List<NextAction> next(Vertical vertical, long customerId, Locale locale) {
        Optional<Customer> customer = customers.find(vertical, customerId);
        return customer
                .flatMap(found -> risks.of(vertical, customerId).map(risk -> action(vertical, found, risk, locale)))
                .stream()
                .toList();
    }

    private NextAction action(Vertical vertical, Customer customer, ChurnRisk risk, Locale locale) {
        LocalDate today = LocalDate.now(clock);
        Vertical inForce = segments.snapshot(vertical.key()).vertical();
        Set<WorkAct.Kind> acts = rights.may(Permission.LOG_INTERACTION, vertical.key())
                ? EnumSet.of(WorkAct.Kind.CLAIM, WorkAct.Kind.DONE, WorkAct.Kind.POSTPONE, WorkAct.Kind.SKIP)
                : Set.of();
        ChurnWords words = new ChurnWords(inForce, locale);
        Reason reason = risk.reason();
        String why = reason == null
                ? words.text("churn.next.signals", words.signals(risk.signals()))
                : new ReasonText(inForce, locale, PersonalData.hiddenFrom(rights, vertical)).sentence(reason);
        WorkItem item = new WorkItem(
                KIND,
                customer.id(),
                "danger " + YearMonth.from(today),
                customer.id(),
                customer.title(),
                today,
                null,
                null,
                words.text("churn.next", words.formats().percentWhole(risk.probability())),
                why,
                acts,
                0);
        return new NextAction(
                NextActionKind.CHURN,
                item,
                NextAction.Clock.NONE,
                risk.probability(),
                reason == null ? null : CustomersNavigation.why(vertical.key(), customer.id(), reason.model()));
    }
}
