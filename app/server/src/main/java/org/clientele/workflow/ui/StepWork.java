package org.clientele.workflow.ui;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.clientele.access.Rights;
import org.clientele.common.ui.Translations;
import org.clientele.plugin.Vertical;
import org.clientele.workflow.RunningWorkflow;
import org.clientele.workflow.RunningWorkflows;
import org.clientele.workflow.WorkflowsChanged;
import org.clientele.worklist.WorkAct;
import org.clientele.worklist.WorkItem;
import org.clientele.worklist.WorkQuery;
import org.clientele.worklist.WorkSource;
import org.springframework.stereotype.Component;

/** Steps that wait for the user, on the worklist; they are recorded on the customer's page. */
@Component
class StepWork implements WorkSource {
    private static final String KIND = "workflow";
    private static final int MOST = 200;

    private final RunningWorkflows running;
    private final Rights rights;
    private final Translations translations;

    StepWork(RunningWorkflows running, Rights rights, Translations translations) {
        this.running = running;
        this.rights = rights;
        this.translations = translations;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String name(Locale locale) {
        return translations.getTranslation("workflow.work", locale);
    }

    @Override
    public boolean isUsedIn(Vertical vertical) {
        return !vertical.definition().workflows().isEmpty();
    }

    @Override
    public List<WorkItem> open(Vertical vertical, WorkQuery query, int limit, Locale locale) {
        WorkflowWords words = new WorkflowWords(vertical, locale);
        WorkQuery days = new WorkQuery(WorkQuery.Whose.EVERYBODY, query.from(), query.until(), query.after());
        return days.among(waiting(vertical, query).stream().map(run -> item(words, run)), limit);
    }

    /** A step is of whoever looks after the customer; nobody is named where somebody else may record it as well. */
    private List<RunningWorkflow> waiting(Vertical vertical, WorkQuery query) {
        boolean onlyMine = !query.whose().everybody();
        Long person = query.whose().person();
        if (onlyMine && (person == null || person != rights.user().id())) {
            return List.of();
        }
        return running.waitingForMe(vertical.key(), onlyMine, MOST);
    }

    private static WorkItem item(WorkflowWords words, RunningWorkflow run) {
        return new WorkItem(
                KIND,
                run.id(),
                run.workflow() + " " + run.startedOn(),
                run.customerId(),
                run.customer(),
                run.waitingSince(),
                null,
                run.owner(),
                words.text(
                        "workflow.worklist.step",
                        words.name(run.workflow()),
                        words.step(run.workflow(), run.nextStep())),
                words.text("workflow.worklist.where"),
                Set.of(),
                0);
    }

    @Override
    public int count(Vertical vertical, WorkQuery query, int most) {
        return open(vertical, query, most, Locale.ENGLISH).size();
    }

    @Override
    public Runnable act(Vertical vertical, WorkItem seen, WorkAct act) {
        throw new IllegalArgumentException("A step is recorded where its workflow is");
    }

    @Override
    public Class<?> changedBy() {
        return WorkflowsChanged.class;
    }
}
