package org.clientele.stakeholder.ui;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.ui.Translations;
import org.clientele.plugin.Vertical;
import org.clientele.stakeholder.PlanAction;
import org.clientele.stakeholder.Reminder;
import org.clientele.stakeholder.Reminders;
import org.clientele.stakeholder.StakeholdersChanged;
import org.clientele.worklist.WorkAct;
import org.clientele.worklist.WorkItem;
import org.clientele.worklist.WorkLoad;
import org.clientele.worklist.WorkQuery;
import org.clientele.worklist.WorkSource;
import org.springframework.stereotype.Component;

/** Actions of relationship plans, reviews and agreements that end, on the worklist. */
@Component
public class StakeholderWork implements WorkSource {
    private static final String KIND = "stakeholder";

    private final Reminders reminders;
    private final Rights rights;
    private final Translations translations;

    public StakeholderWork(Reminders reminders, Rights rights, Translations translations) {
        this.reminders = reminders;
        this.rights = rights;
        this.translations = translations;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String name(Locale locale) {
        return translations.getTranslation("stakeholder.work", locale);
    }

    @Override
    public List<WorkItem> open(Vertical vertical, WorkQuery query, int limit, Locale locale) {
        StakeholderWords words = new StakeholderWords(vertical, locale);
        boolean may = rights.may(Permission.LOG_INTERACTION, vertical.key());
        return query.among(
                reminders.until(vertical, query.until()).stream().map(reminder -> item(words, reminder, may)), limit);
    }

    private static WorkItem item(StakeholderWords words, Reminder reminder, boolean mayAct) {
        return new WorkItem(
                KIND,
                reminder.id(),
                reminder.kind() + " " + reminder.rowId(),
                WorkItem.NO_CUSTOMER,
                reminder.party().data().name(),
                reminder.dueOn(),
                reminder.ownerId(),
                reminder.owner(),
                title(words, reminder),
                words.text(
                        "stakeholder.work.text",
                        words.market(reminder.party().data().market()),
                        words.level(reminder.party().data().level())),
                mayAct ? acts(reminder) : Set.of(),
                reminder.party().version());
    }

    private static String title(StakeholderWords words, Reminder reminder) {
        return switch (reminder.kind()) {
            case ACTION -> reminder.title();
            case REVIEW -> words.text("stakeholder.work.review");
            case AGREEMENT ->
                words.text("stakeholder.work.agreement", reminder.title(), words.review(reminder.endsOn()));
        };
    }

    private static Set<WorkAct.Kind> acts(Reminder reminder) {
        return switch (reminder.kind()) {
            case ACTION ->
                EnumSet.of(
                        reminder.ownerId() == null ? WorkAct.Kind.CLAIM : WorkAct.Kind.HAND_OVER,
                        WorkAct.Kind.DONE,
                        WorkAct.Kind.POSTPONE,
                        WorkAct.Kind.SKIP);
            case AGREEMENT -> EnumSet.of(WorkAct.Kind.DONE, WorkAct.Kind.POSTPONE);
            case REVIEW -> EnumSet.of(WorkAct.Kind.POSTPONE);
        };
    }

    @Override
    public int count(Vertical vertical, WorkQuery query, int most) {
        return (int) reminders.until(vertical, query.until()).stream()
                .filter(reminder -> query.holds(reminder.dueOn(), reminder.id(), reminder.ownerId()))
                .limit(most)
                .count();
    }

    @Override
    public Runnable act(Vertical vertical, WorkItem seen, WorkAct act) {
        Reminder reminder = reminders.seen(vertical, seen.id(), seen.dueOn(), seen.ownerId());
        return switch (act) {
            case WorkAct.Done done -> reminders.end(vertical, reminder, PlanAction.State.DONE, done.note());
            case WorkAct.Skip skip -> reminders.end(vertical, reminder, PlanAction.State.DROPPED, skip.note());
            case WorkAct.Postpone postpone -> reminders.postpone(vertical, reminder, postpone.day(), postpone.note());
            case WorkAct.HandOver over -> reminders.handOver(vertical, reminder, over.person(), over.note());
            case WorkAct.Claim claim ->
                reminders.handOver(vertical, reminder, rights.user().id(), claim.note());
        };
    }

    /** The page of the party. */
    @Override
    public Optional<String> page(Vertical vertical, WorkItem item) {
        return reminders.until(vertical, item.dueOn()).stream()
                .filter(reminder -> reminder.id() == item.id())
                .findFirst()
                .map(reminder -> StakeholdersNavigation.to(
                        vertical.key(), reminder.party().id()));
    }

    @Override
    public List<WorkLoad> load(Vertical vertical, LocalDate today) {
        return reminders.load(vertical, today);
    }

    @Override
    public Class<?> changedBy() {
        return StakeholdersChanged.class;
    }
}
