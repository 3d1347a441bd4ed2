package org.clientele.workflow;

import java.util.Comparator;
import java.util.List;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugins.api.WorkflowDefinition;
import org.clientele.workflow.persistence.RunningDao;
import org.springframework.stereotype.Service;

/** The runs of a vertical that wait for their next step. */
@Service
public class RunningWorkflows {
    private final RunningDao running;
    private final Verticals verticals;
    private final WorkflowRights workflowRights;
    private final Rights rights;

    public RunningWorkflows(RunningDao running, Verticals verticals, Rights rights) {
        this.running = running;
        this.verticals = verticals;
        this.workflowRights = new WorkflowRights(rights);
        this.rights = rights;
    }

    /** How many runs the query asks for. */
    public int count(String verticalKey, RunningQuery query) {
        Vertical vertical = visible(verticalKey);
        List<String> declared = declared(vertical);
        return declared.isEmpty() ? 0 : running.count(vertical.id(), declared, seen(verticalKey, query));
    }

    /** Some of the runs that the query asks for. */
    public List<RunningWorkflow> page(String verticalKey, RunningQuery query, int offset, int limit) {
        Vertical vertical = visible(verticalKey);
        List<String> declared = declared(vertical);
        return declared.isEmpty()
                ? List.of()
                : running.page(vertical.id(), declared, seen(verticalKey, query), offset, limit);
    }

    /** Whoever sees only own customers asks for them, whatever owner the query names. */
    private RunningQuery seen(String verticalKey, RunningQuery query) {
        Long owner = rights.onlyOwner(verticalKey);
        return owner == null ? query : query.withOwner(owner);
    }

    /**
     * Runs whose next step the user may record, those that wait longest first.
     *
     * @param onlyMine only of customers whom the user looks after
     * @param limit most runs
     */
    public List<RunningWorkflow> waitingForMe(String verticalKey, boolean onlyMine, int limit) {
        Vertical vertical = visible(verticalKey);
        RunningQuery query = onlyMine ? RunningQuery.ALL.withOwner(rights.user().id()) : RunningQuery.ALL;
        return vertical.definition().workflows().stream()
                .flatMap(workflow -> workflow.steps().stream()
                        .filter(step -> workflowRights.mayRecord(verticalKey, step))
                        .flatMap(step ->
                                page(
                                        verticalKey,
                                        query.withWorkflow(workflow.id()).withStep(step.id()),
                                        0,
                                        limit)
                                        .stream()))
                .sorted(Comparator.comparing(RunningWorkflow::waitingSince).thenComparing(RunningWorkflow::id))
                .limit(limit)
                .toList();
    }

    private Vertical visible(String verticalKey) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        return verticals.get(verticalKey);
    }

    private static List<String> declared(Vertical vertical) {
        return vertical.definition().workflows().stream()
                .map(WorkflowDefinition::id)
                .toList();
    }
}
