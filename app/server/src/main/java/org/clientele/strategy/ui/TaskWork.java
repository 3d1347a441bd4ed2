package org.clientele.strategy.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.ui.Translations;
import org.clientele.plugin.Vertical;
import org.clientele.strategy.Task;
import org.clientele.strategy.TaskPlay;
import org.clientele.strategy.Tasks;
import org.clientele.strategy.TasksChanged;
import org.clientele.worklist.NextAction;
import org.clientele.worklist.NextActionKind;
import org.clientele.worklist.WorkAct;
import org.clientele.worklist.WorkItem;
import org.clientele.worklist.WorkLoad;
import org.clientele.worklist.WorkQuery;
import org.clientele.worklist.WorkSource;
import org.springframework.stereotype.Component;

/** Tasks of strategies on the worklist. */
@Component
public class TaskWork implements WorkSource {
    public static final String KIND = "task";

    private final Tasks tasks;
    private final WordsOfStrategies wordsOf;
    private final Rights rights;
    private final Translations translations;
    private final Clock clock;

    TaskWork(Tasks tasks, WordsOfStrategies wordsOf, Rights rights, Translations translations, Clock clock) {
        this.tasks = tasks;
        this.wordsOf = wordsOf;
        this.rights = rights;
        this.translations = translations;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String name(Locale locale) {
        return translations.getTranslation("strategy.work", locale);
    }

    @Override
    public boolean isUsedIn(Vertical vertical) {
        return wordsOf.of(vertical, Locale.ENGLISH).applied().all().stream()
                .anyMatch(strategy -> !strategy.plays().isEmpty());
    }

    @Override
    public List<WorkItem> open(Vertical vertical, WorkQuery query, int limit, Locale locale) {
        StrategyWords words = wordsOf.of(vertical, locale);
        boolean may = rights.may(Permission.LOG_INTERACTION, vertical.key());
        return tasks.open(vertical.key(), query, limit).stream()
                .map(task -> item(words, task, may))
                .toList();
    }

    @Override
    public List<WorkItem> ofCustomer(Vertical vertical, long customerId, Locale locale) {
        StrategyWords words = wordsOf.of(vertical, locale);
        boolean may = rights.may(Permission.LOG_INTERACTION, vertical.key());
        return tasks.ofCustomer(vertical.key(), customerId).stream()
                .map(task -> item(words, task, may))
                .toList();
    }

    @Override
    public List<NextAction> next(Vertical vertical, long customerId, Locale locale) {
        return ofCustomer(vertical, customerId, locale).stream()
                .map(item -> NextAction.of(NextActionKind.TASK, item))
                .toList();
    }

    private static WorkItem item(StrategyWords words, Task task, boolean mayAct) {
        Optional<FoundPlay> play = FoundPlay.of(words.applied(), task.play());
        return new WorkItem(
                KIND,
                task.id(),
                key(task.play(), task.plannedOn()),
                task.customerId(),
                task.customer(),
                task.dueOn(),
                task.ownerId(),
                task.owner(),
                play.map(found -> words.text(
                                "strategy.task.what",
                                words.play(found.strategy(), found.play()),
                                words.segment(found.strategy())))
                        .orElse(task.play().play()),
                play.map(found -> said(words, found, task.customerId())).orElse(""),
                mayAct ? acts(task) : Set.of(),
                task.version());
    }

    /** What a play of a day is called in notes. */
    static String key(TaskPlay play, LocalDate day) {
        return play.segment().model() + " " + play.segment().segment() + " " + play.play() + " " + day;
    }

    /** What to say or do, and what to offer, with what is known of the customer. */
    static String said(StrategyWords words, FoundPlay found, long customer) {
        String text = words.toCustomer(words.playText(found.strategy(), found.play()), customer);
        String offer = words.offer(found.strategy(), found.play());
        return Stream.of(
                        text,
                        offer.isEmpty() ? "" : words.text("strategy.play.offer", words.toCustomer(offer, customer)),
                        words.quietHours(found.play()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static Set<WorkAct.Kind> acts(Task task) {
        EnumSet<WorkAct.Kind> acts = EnumSet.allOf(WorkAct.Kind.class);
        if (task.ownerId() != null) {
            acts.remove(WorkAct.Kind.CLAIM);
        }
        return acts;
    }

    @Override
    public int count(Vertical vertical, WorkQuery query, int most) {
        return tasks.count(vertical.key(), query, most);
    }

    @Override
    public Runnable act(Vertical vertical, WorkItem seen, WorkAct act) {
        String key = vertical.key();
        Task task = tasks.asSeen(key, seen.id(), seen.version());
        switch (act) {
            case WorkAct.Claim claim -> {
                tasks.claim(key, task);
                return () -> tasks.release(key, task.id());
            }
            case WorkAct.Done done -> {
                tasks.done(key, task);
                return () -> tasks.reopen(key, task.id());
            }
            case WorkAct.Skip skip -> {
                tasks.skip(key, task, skip.note());
                return () -> tasks.reopen(key, task.id());
            }
            case WorkAct.Postpone postpone -> {
                tasks.postpone(key, task.id(), postpone.day());
                LocalDate today = LocalDate.now(clock);
                LocalDate back = task.dueOn().isBefore(today) ? today : task.dueOn();
                return () -> tasks.postpone(key, task.id(), back);
            }
            case WorkAct.HandOver over -> {
                tasks.handOver(key, task, over.person());
                return () -> tasks.giveBack(key, task.id(), task.ownerId());
            }
        }
    }

    @Override
    public Class<?> changedBy() {
        return TasksChanged.class;
    }

    @Override
    public List<WorkLoad> load(Vertical vertical, LocalDate today) {
        return tasks.load(vertical.key(), today);
    }
}
