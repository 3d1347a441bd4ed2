package org.clientele.workflow;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientele.access.Audit;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.access.Role;
import org.clientele.common.Announcements;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Problem;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerLists;
import org.clientele.customer.CustomerPortrait;
import org.clientele.customer.CustomerService;
import org.clientele.customer.OwnCustomers;
import org.clientele.engine.column.Value;
import org.clientele.engine.model.Reason;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugins.api.WorkflowDefinition;
import org.clientele.plugins.api.WorkflowDefinition.Step;
import org.clientele.workflow.WorkflowRun.State;
import org.clientele.workflow.persistence.WorkflowDao;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts workflows of customers and records their steps, each once, in order, by whoever may. */
@Service
public class Workflows {
    private final WorkflowDao runs;
    private final Verticals verticals;
    private final CustomerService customers;
    private final CustomerLists lists;
    private final WorkflowRights workflowRights;
    private final OwnCustomers own;
    private final Rights rights;
    private final Audit audit;
    private final Announcements announcements;
    private final Clock clock;

    public Workflows(
            WorkflowDao runs,
            Verticals verticals,
            CustomerService customers,
            CustomerLists lists,
            OwnCustomers own,
            Rights rights,
            Audit audit,
            Announcements announcements,
            Clock clock) {
        this.runs = runs;
        this.verticals = verticals;
        this.customers = customers;
        this.lists = lists;
        this.workflowRights = new WorkflowRights(rights);
        this.own = own;
        this.rights = rights;
        this.audit = audit;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** The workflows that concern a customer or have run for them, in the order of the vertical. */
    public List<CustomerWorkflow> ofCustomer(String verticalKey, Customer customer) {
        Vertical vertical = visible(verticalKey);
        List<WorkflowRun> all = runs.ofCustomer(vertical.id(), customer.id());
        CustomerPortrait portrait = lists.portrait(verticalKey, customer);
        List<CustomerWorkflow> found = new ArrayList<>();
        for (WorkflowDefinition workflow : vertical.definition().workflows()) {
            List<WorkflowRun> own = all.stream()
                    .filter(run -> run.workflow().equals(workflow.id()))
                    .toList();
            CustomerWorkflow state = state(verticalKey, portrait, workflow, own);
            if (!state.isEmpty()) {
                found.add(state);
            }
        }
        return found;
    }

    private CustomerWorkflow state(
            String verticalKey, CustomerPortrait portrait, WorkflowDefinition workflow, List<WorkflowRun> own) {
        Optional<WorkflowRun> running =
                own.stream().filter(WorkflowRun::isRunning).findFirst();
        boolean mayStart = running.isEmpty()
                && concerns(portrait, workflow)
                && workflowRights.mayStart(verticalKey, workflow)
                && (workflow.subject() == null || proposal(portrait, workflow) != null);
        boolean mayRecord = running.flatMap(run -> WorkflowSteps.next(workflow, run))
                .filter(step -> workflowRights.mayRecord(verticalKey, step))
                .isPresent();
        boolean mayWithdraw = running.filter(run -> workflowRights.mayWithdraw(verticalKey, workflow, run))
                .isPresent();
        return new CustomerWorkflow(workflow, own, proposal(portrait, workflow), mayStart, mayRecord, mayWithdraw);
    }

    private static boolean concerns(CustomerPortrait portrait, WorkflowDefinition workflow) {
        String when = workflow.when();
        return when == null || portrait.meets(when);
    }

    /** The segment the workflow's subject puts the customer in now, or null. */
    private static @Nullable String proposal(CustomerPortrait portrait, WorkflowDefinition workflow) {
        String model = workflow.subject();
        return model == null
                ? null
                : portrait.reason(model).map(Reason::segment).orElse(null);
    }

    /**
     * Starts a workflow for a customer; the segment that its subject gives now is proposed.
     *
     * @throws ConflictProblem when it runs already
     */
    @Transactional
    public WorkflowRun start(String verticalKey, long customerId, String workflowId, StepNote data) {
        Vertical vertical = visible(verticalKey);
        WorkflowDefinition workflow = workflow(vertical, workflowId);
        WorkflowRights.require(workflowRights.mayStart(verticalKey, workflow), verticalKey);
        Customer customer =
                customers.find(vertical, customerId).orElseThrow(() -> new Problem("customer.problem.gone"));
        CustomerPortrait portrait = lists.portrait(verticalKey, customer);
        if (!concerns(portrait, workflow)) {
            throw new Problem("workflow.problem.not-concerned");
        }
        String proposal = proposal(portrait, workflow);
        if (workflow.subject() != null && proposal == null) {
            throw new Problem("workflow.problem.no-proposal");
        }
        requireNotLater(data.day());
        long id = runs.begin(
                        vertical.id(),
                        customerId,
                        workflowId,
                        proposal,
                        workflow.steps().getFirst().id(),
                        entry(WorkflowEntry.Kind.STARTED, null, data))
                .orElseThrow(() -> new ConflictProblem("workflow.problem.running"));
        String what = "customer %d %s %s".formatted(customerId, workflowId, proposal == null ? "" : proposal);
        audit.record("workflow.start", subject(id), null, what.strip());
        announcements.publish(new WorkflowsChanged(verticalKey, customerId));
        return run(vertical, id);
    }

    /**
     * Records that the step that waits was done. With the last one the run is done, and the customer's attribute takes what was proposed,
     * all or nothing.
     *
     * @param seen the run as the user saw it
     * @throws ConflictProblem when something happened in the meantime; nothing was recorded
     */
    @Transactional
    public WorkflowRun record(String verticalKey, WorkflowRun seen, StepNote data) {
        Vertical vertical = visible(verticalKey);
        WorkflowDefinition workflow = workflow(vertical, seen.workflow());
        Step step = waiting(vertical, workflow, seen);
        requireDay(seen, data.day());
        if (step.document() && data.document().isEmpty()) {
            throw new Problem("workflow.problem.document");
        }
        Step next = WorkflowSteps.after(workflow, step).orElse(null);
        advance(
                vertical,
                seen,
                next == null ? State.DONE : State.RUNNING,
                next == null ? null : next.id(),
                entry(WorkflowEntry.Kind.DONE, step.id(), data));
        String attribute = workflow.sets();
        String proposed = seen.proposed();
        if (next == null && attribute != null && proposed != null) {
            customers.settle(vertical, seen.customerId(), attribute, new Value.Text(proposed));
        }
        return run(vertical, seen.id());
    }

    /** Records that the step that waits was refused, which ends the run; the note says why. */
    @Transactional
    public WorkflowRun refuse(String verticalKey, WorkflowRun seen, StepNote data) {
        Vertical vertical = visible(verticalKey);
        Step step = waiting(vertical, workflow(vertical, seen.workflow()), seen);
        requireDay(seen, data.day());
        requireNote(data);
        advance(vertical, seen, State.REFUSED, null, entry(WorkflowEntry.Kind.REFUSED, step.id(), data));
        return run(vertical, seen.id());
    }

    /** Takes a run back, which ends it; the note says why. */
    @Transactional
    public WorkflowRun withdraw(String verticalKey, WorkflowRun seen, StepNote data) {
        Vertical vertical = visible(verticalKey);
        WorkflowDefinition workflow = workflow(vertical, seen.workflow());
        WorkflowRights.require(workflowRights.mayWithdraw(verticalKey, workflow, seen), verticalKey);
        requireDay(seen, data.day());
        requireNote(data);
        advance(vertical, seen, State.WITHDRAWN, null, entry(WorkflowEntry.Kind.WITHDRAWN, null, data));
        return run(vertical, seen.id());
    }

    /** The roles that may record a step. */
    public Set<Role> mayRecord(String verticalKey, Step step) {
        return workflowRights.roles(verticalKey, step);
    }

    /** Every run of a customer, newest first, also of workflows that the plugin has no more. */
    public List<WorkflowRun> history(String verticalKey, long customerId) {
        Vertical vertical = visible(verticalKey);
        own.require(vertical, customerId);
        return runs.ofCustomer(vertical.id(), customerId);
    }

    /** The run of that number as it is now. */
    public WorkflowRun get(String verticalKey, long id) {
        return run(visible(verticalKey), id);
    }

    private Step waiting(Vertical vertical, WorkflowDefinition workflow, WorkflowRun seen) {
        Step step = WorkflowSteps.next(workflow, seen).orElseThrow(() -> conflict(vertical, seen));
        WorkflowRights.require(workflowRights.mayRecord(vertical.key(), step), vertical.key());
        return step;
    }

    private void advance(Vertical vertical, WorkflowRun seen, State state, @Nullable String next, WorkflowEntry entry) {
        own.require(vertical, seen.customerId());
        if (!runs.advance(vertical.id(), seen, state, next, entry)) {
            throw conflict(vertical, seen);
        }
        String step = entry.step() == null ? "" : " " + entry.step();
        String what = entry.kind() + step + " " + entry.data().day() + " "
                + entry.data().document();
        audit.record("workflow.step", subject(seen.id()), String.valueOf(seen.nextStep()), what.strip());
        announcements.publish(new WorkflowsChanged(vertical.key(), seen.customerId()));
    }

    private ConflictProblem conflict(Vertical vertical, WorkflowRun seen) {
        return runs.find(vertical.id(), seen.id())
                .map(now -> new ConflictProblem(
                        "workflow.problem.conflict", now.entries().getLast().actor()))
                .orElseGet(() -> new ConflictProblem("workflow.problem.gone"));
    }

    private WorkflowEntry entry(WorkflowEntry.Kind kind, @Nullable String step, StepNote data) {
        return new WorkflowEntry(
                kind,
                step,
                data,
                clock.instant(),
                rights.user().id(),
                rights.user().displayName());
    }

    private void requireDay(WorkflowRun run, LocalDate day) {
        requireNotLater(day);
        if (day.isBefore(run.lastDay())) {
            throw new Problem("workflow.problem.before", day, run.lastDay());
        }
    }

    private void requireNotLater(LocalDate day) {
        if (day.isAfter(LocalDate.now(clock))) {
            throw new Problem("workflow.problem.future", day);
        }
    }

    private static void requireNote(StepNote data) {
        if (data.note().isEmpty()) {
            throw new Problem("workflow.problem.note");
        }
    }

    private Vertical visible(String verticalKey) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        return verticals.get(verticalKey);
    }

    private static WorkflowDefinition workflow(Vertical vertical, String id) {
        return Optional.ofNullable(vertical.definition().workflow(id))
                .orElseThrow(() -> new Problem("workflow.problem.unknown", id));
    }

    private WorkflowRun run(Vertical vertical, long id) {
        WorkflowRun run = runs.find(vertical.id(), id).orElseThrow(() -> new ConflictProblem("workflow.problem.gone"));
        own.require(vertical, run.customerId());
        return run;
    }

    private static String subject(long id) {
        return "workflow " + id;
    }
}
