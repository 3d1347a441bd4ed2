package org.clientele.strategy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.clientele.access.Audit;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Problem;
import org.clientele.customer.OwnCustomers;
import org.clientele.notification.Notice;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.strategy.persistence.TaskDao;
import org.clientele.worklist.WorkLoad;
import org.clientele.worklist.WorkQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with tasks: take, postpone, finish, decide against. Whoever sees only own customers sees only their tasks. */
@Service
public class Tasks {
    private static final int LONGEST_REASON = 1000;

    private final TaskDao tasks;
    private final OwnCustomers own;
    private final Verticals verticals;
    private final Rights rights;
    private final Audit audit;
    private final Announcements announcements;
    private final Clock clock;

    public Tasks(
            TaskDao tasks,
            OwnCustomers own,
            Verticals verticals,
            Rights rights,
            Audit audit,
            Announcements announcements,
            Clock clock) {
        this.tasks = tasks;
        this.own = own;
        this.verticals = verticals;
        this.rights = rights;
        this.audit = audit;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Open tasks, the earliest first. */
    public List<Task> open(String verticalKey, WorkQuery asked, int limit) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        return tasks.open(verticals.get(verticalKey).id(), asked, rights.onlyOwner(verticalKey), limit);
    }

    /** How many are open, counted no further than {@code most}. */
    public int count(String verticalKey, WorkQuery asked, int most) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        return tasks.count(verticals.get(verticalKey).id(), asked, rights.onlyOwner(verticalKey), most);
    }

    /** Who has how many. */
    public List<WorkLoad> load(String verticalKey, LocalDate today) {
        rights.require(Permission.MANAGE_STRATEGIES, verticalKey);
        return tasks.load(verticals.get(verticalKey).id(), today);
    }

    /** A customer's open tasks, the earliest first. */
    public List<Task> ofCustomer(String verticalKey, long customerId) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        Vertical vertical = verticals.get(verticalKey);
        own.require(vertical, customerId);
        return tasks.openOf(vertical.id(), customerId);
    }

    /** Takes a task that nobody has. */
    @Transactional
    public void claim(String verticalKey, Task seen) {
        Task task = asSeen(verticalKey, seen);
        if (task.ownerId() != null) {
            throw new ConflictProblem("strategy.problem.task-changed");
        }
        plan(verticalKey, task, task.dueOn(), rights.user().id(), "claim");
    }

    /** Gives a task back to whoever takes it. */
    @Transactional
    public void release(String verticalKey, long id) {
        giveBack(verticalKey, id, null);
    }

    /**
     * The open task as somebody saw it.
     *
     * @throws ConflictProblem when it was changed since
     */
    public Task asSeen(String verticalKey, long id, int version) {
        Task task = find(verticalKey, id);
        if (task.version() != version || task.state() != TaskState.OPEN) {
            throw new ConflictProblem("strategy.problem.task-changed");
        }
        return task;
    }

    /** Moves a task to another day, not before today. */
    @Transactional
    public void postpone(String verticalKey, long id, LocalDate day) {
        if (day.isBefore(LocalDate.now(clock))) {
            throw new Problem("strategy.problem.past", day);
        }
        Task task = find(verticalKey, id);
        plan(verticalKey, task, day, task.ownerId(), "postpone");
    }

    /** Gives a task to somebody; the caller has seen that the person works in the vertical. */
    @Transactional
    public void handOver(String verticalKey, Task seen, long person) {
        Task task = asSeen(verticalKey, seen);
        plan(verticalKey, task, task.dueOn(), person, "hand over");
        String event = "task %d %d".formatted(task.id(), task.version());
        announcements.publish(Notice.handedOver(
                verticalKey, task.customerId(), event, person, rights.user().id()));
    }

    /** Gives a task back to whoever had it. */
    @Transactional
    public void giveBack(String verticalKey, long id, @Nullable Long owner) {
        Task task = find(verticalKey, id);
        plan(verticalKey, task, task.dueOn(), owner, "give back");
    }

    /** Notes that a task was done. */
    @Transactional
    public void done(String verticalKey, Task seen) {
        close(verticalKey, asSeen(verticalKey, seen), TaskState.DONE, null);
    }

    /** Notes that a task will not be done, and why. */
    @Transactional
    public void skip(String verticalKey, Task seen, String reason) {
        String why = reason.strip();
        if (why.isEmpty()) {
            throw new Problem("strategy.problem.reason");
        }
        if (why.length() > LONGEST_REASON) {
            throw new Problem("strategy.problem.reason-long", LONGEST_REASON, why.length());
        }
        close(verticalKey, asSeen(verticalKey, seen), TaskState.SKIPPED, why);
    }

    /** Takes back that a task was done or decided against. */
    @Transactional
    public void reopen(String verticalKey, long id) {
        Task task = find(verticalKey, id);
        if (task.state() != TaskState.DONE && task.state() != TaskState.SKIPPED) {
            throw new ConflictProblem("strategy.problem.task-changed");
        }
        close(verticalKey, task, TaskState.OPEN, null);
    }

    private Task find(String verticalKey, long id) {
        rights.require(Permission.LOG_INTERACTION, verticalKey);
        Vertical vertical = verticals.get(verticalKey);
        Task task =
                tasks.find(vertical.id(), id).orElseThrow(() -> new ConflictProblem("strategy.problem.task-changed"));
        own.require(vertical, task.customerId());
        return task;
    }

    private Task asSeen(String verticalKey, Task seen) {
        return asSeen(verticalKey, seen.id(), seen.version());
    }

    private void plan(String verticalKey, Task task, LocalDate day, @Nullable Long owner, String act) {
        changed(verticalKey, task, act, tasks.plan(task, day, owner));
    }

    private void close(String verticalKey, Task task, TaskState state, @Nullable String note) {
        boolean open = state == TaskState.OPEN;
        changed(
                verticalKey,
                task,
                state.name(),
                tasks.close(task, state, open ? null : rights.user().id(), open ? null : clock.instant(), note));
    }

    private void changed(String verticalKey, Task task, String act, boolean stored) {
        if (!stored) {
            throw new ConflictProblem("strategy.problem.task-changed");
        }
        audit.record("strategy.task", verticalKey, "task " + task.id(), act);
        announcements.publish(new TasksChanged(verticalKey));
    }
}
