package org.clientele.cases.ui;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.clientele.cases.CaseAlert;
import org.clientele.cases.CasesChanged;
import org.clientele.cases.ServiceCase;
import org.clientele.common.ConflictProblem;
import org.clientele.common.ui.Translations;
import org.clientele.plugin.Vertical;
import org.clientele.worklist.NextAction;
import org.clientele.worklist.NextActionKind;
import org.clientele.worklist.WorkAct;
import org.clientele.worklist.WorkItem;
import org.clientele.worklist.WorkQuery;
import org.clientele.worklist.WorkSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Open cases that wait for nobody outside, on the worklist; they are solved on their pages. */
@Component
class CaseWork implements WorkSource {
    private static final String KIND = "case";
    private static final int MOST = 50;

    private final CaseServices services;
    private final Translations translations;

    CaseWork(CaseServices services, Translations translations) {
        this.services = services;
        this.translations = translations;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String name(Locale locale) {
        return translations.getTranslation("cases.title", locale);
    }

    @Override
    public List<WorkItem> open(Vertical vertical, WorkQuery query, int limit, Locale locale) {
        CaseWords words = new CaseWords(vertical, locale, services.clock().getZone());
        boolean mayWork = services.mayWork(vertical.key());
        return services.lists().toDo(vertical, query, limit).stream()
                .map(one -> item(words, one, mayWork, one.data().description()))
                .toList();
    }

    @Override
    public List<NextAction> next(Vertical vertical, long customerId, Locale locale) {
        CaseWords words = new CaseWords(vertical, locale, services.clock().getZone());
        boolean mayWork = services.mayWork(vertical.key());
        return services.lists().ofCustomer(vertical.key(), customerId, MOST).stream()
                .filter(one -> one.state().isOpen() && one.dueOn() != null)
                .map(one -> new NextAction(
                        NextActionKind.CASE,
                        item(words, one, mayWork, words.text("cases.next", words.due(one))),
                        clock(one.alert()),
                        0,
                        CasesNavigation.to(vertical.key(), one)))
                .toList();
    }

    private static NextAction.Clock clock(CaseAlert alert) {
        return switch (alert) {
            case NONE -> NextAction.Clock.NONE;
            case NEAR -> NextAction.Clock.NEAR;
            case LATE -> NextAction.Clock.OVER;
            case ESCALATED -> NextAction.Clock.ESCALATED;
        };
    }

    private static WorkItem item(CaseWords words, ServiceCase one, boolean mayWork, String text) {
        return new WorkItem(
                KIND,
                one.id(),
                one.label(),
                one.customerId(),
                one.customer(),
                Objects.requireNonNull(one.dueOn()),
                one.data().ownerId(),
                one.owner(),
                words.text("cases.timeline", words.type(one.data().type()), words.title(one)),
                text,
                mayWork ? acts(one) : Set.of(),
                one.version());
    }

    private static Set<WorkAct.Kind> acts(ServiceCase one) {
        return one.data().ownerId() == null
                ? EnumSet.of(WorkAct.Kind.CLAIM, WorkAct.Kind.HAND_OVER)
                : EnumSet.of(WorkAct.Kind.HAND_OVER);
    }

    @Override
    public int count(Vertical vertical, WorkQuery query, int most) {
        return services.lists().countToDo(vertical, query, most);
    }

    @Override
    public Runnable act(Vertical vertical, WorkItem seen, WorkAct act) {
        return switch (act) {
            case WorkAct.Claim claim ->
                assign(vertical, seen, services.rights().user().id());
            case WorkAct.HandOver over -> assign(vertical, seen, over.person());
            default -> throw new IllegalArgumentException("A case is solved on its page");
        };
    }

    private Runnable assign(Vertical vertical, WorkItem seen, @Nullable Long user) {
        ServiceCase now = services.cases().get(vertical.key(), number(seen));
        if (now.version() != seen.version()) {
            throw new ConflictProblem("cases.problem.conflict");
        }
        Long before = now.data().ownerId();
        services.cases().assign(vertical.key(), now, user);
        return () ->
                services.cases().assign(vertical.key(), services.cases().get(vertical.key(), now.number()), before);
    }

    private static int number(WorkItem item) {
        return Integer.parseInt(item.key().substring(item.key().indexOf('-') + 1));
    }

    @Override
    public Optional<String> page(Vertical vertical, WorkItem item) {
        return Optional.of(CasesNavigation.to(vertical.key(), number(item)));
    }

    @Override
    public Class<?> changedBy() {
        return CasesChanged.class;
    }
}
