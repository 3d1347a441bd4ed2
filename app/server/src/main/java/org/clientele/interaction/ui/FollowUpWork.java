package org.clientele.interaction.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.ConflictProblem;
import org.clientele.common.ui.Translations;
import org.clientele.interaction.FollowUp;
import org.clientele.interaction.FollowUps;
import org.clientele.interaction.Interaction;
import org.clientele.interaction.InteractionService;
import org.clientele.interaction.InteractionsChanged;
import org.clientele.plugin.Vertical;
import org.clientele.worklist.NextAction;
import org.clientele.worklist.NextActionKind;
import org.clientele.worklist.WorkAct;
import org.clientele.worklist.WorkItem;
import org.clientele.worklist.WorkLoad;
import org.clientele.worklist.WorkQuery;
import org.clientele.worklist.WorkSource;
import org.springframework.stereotype.Component;

/** Contacts that somebody has to come back to, on the worklist. */
@Component
public class FollowUpWork implements WorkSource {
    public static final String KIND = "follow-up";
    private static final Set<WorkAct.Kind> ACTS =
            Set.of(WorkAct.Kind.DONE, WorkAct.Kind.POSTPONE, WorkAct.Kind.HAND_OVER);

    private final FollowUps followUps;
    private final InteractionService interactions;
    private final Rights rights;
    private final Translations translations;

    public FollowUpWork(
            FollowUps followUps, InteractionService interactions, Rights rights, Translations translations) {
        this.followUps = followUps;
        this.interactions = interactions;
        this.rights = rights;
        this.translations = translations;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String name(Locale locale) {
        return translations.getTranslation("interaction.work", locale);
    }

    @Override
    public List<WorkItem> open(Vertical vertical, WorkQuery query, int limit, Locale locale) {
        return items(vertical, followUps.open(vertical, query, limit), locale);
    }

    @Override
    public List<WorkItem> ofCustomer(Vertical vertical, long customerId, Locale locale) {
        return items(vertical, followUps.ofCustomer(vertical, customerId), locale);
    }

    @Override
    public List<NextAction> next(Vertical vertical, long customerId, Locale locale) {
        return ofCustomer(vertical, customerId, locale).stream()
                .map(item -> NextAction.of(NextActionKind.FOLLOW_UP, item))
                .toList();
    }

    private List<WorkItem> items(Vertical vertical, List<FollowUp> open, Locale locale) {
        InteractionTexts texts =
                new InteractionTexts((key, arguments) -> translations.getTranslation(key, locale, arguments));
        boolean may = rights.may(Permission.LOG_INTERACTION, vertical.key());
        return open.stream().map(followUp -> item(texts, followUp, may)).toList();
    }

    private static WorkItem item(InteractionTexts texts, FollowUp followUp, boolean mayAct) {
        Interaction interaction = followUp.interaction();
        return new WorkItem(
                KIND,
                interaction.id(),
                String.valueOf(interaction.data().happenedAt()),
                interaction.customerId(),
                followUp.customer(),
                followUp.day(),
                followUp.ownerId(),
                followUp.owner(),
                texts.title(interaction.data()),
                String.join("\n", interaction.data().notes(), texts.detail(interaction))
                        .strip(),
                mayAct ? ACTS : Set.of(),
                interaction.version());
    }

    @Override
    public int count(Vertical vertical, WorkQuery query, int most) {
        return followUps.count(vertical, query, most);
    }

    @Override
    public Runnable act(Vertical vertical, WorkItem seen, WorkAct act) {
        String key = vertical.key();
        Interaction now = interactions.get(key, seen.id());
        if (!now.isOpen() || now.version() != seen.version()) {
            throw new ConflictProblem("interaction.problem.conflict");
        }
        long id = seen.id();
        return switch (act) {
            case WorkAct.Done done -> {
                interactions.completeFollowUp(key, id);
                yield () -> interactions.reopenFollowUp(key, id);
            }
            case WorkAct.Postpone postpone -> {
                LocalDate before = Objects.requireNonNull(now.data().followUpOn());
                interactions.postponeFollowUp(key, now, postpone.day());
                yield () -> interactions.postponeFollowUp(key, interactions.get(key, id), before);
            }
            case WorkAct.HandOver over -> {
                interactions.handOverFollowUp(key, now, over.person());
                long before = Objects.requireNonNull(seen.ownerId());
                yield () -> interactions.handOverFollowUp(key, interactions.get(key, id), before);
            }
            case WorkAct.Claim claim ->
                throw new IllegalArgumentException("A follow-up is somebody's from the beginning");
            case WorkAct.Skip skip -> throw new IllegalArgumentException("A follow-up is not decided against");
        };
    }

    @Override
    public Class<?> changedBy() {
        return InteractionsChanged.class;
    }

    @Override
    public List<WorkLoad> load(Vertical vertical, LocalDate today) {
        return followUps.load(vertical, today);
    }
}
