package org.clientele.workflow;

import java.util.EnumSet;
import java.util.Set;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.access.Role;
import org.clientele.plugins.api.WorkflowDefinition;
import org.clientele.plugins.api.WorkflowDefinition.Step;

/**
 * Who may do what in a workflow. A step is recorded or refused by the roles it names, or, where it names none, by whoever may edit customers.
 * A run is begun by whoever may record its first step, and withdrawn by them or by whoever began it. Administrators may do everything.
 */
class WorkflowRights {
    private final Rights rights;

    WorkflowRights(Rights rights) {
        this.rights = rights;
    }

    boolean mayRecord(String verticalKey, Step step) {
        return rights.may(Permission.VIEW_PORTAL, verticalKey)
                && rights.user().holds(roles(verticalKey, step), verticalKey);
    }

    /** The roles that may record a step. */
    Set<Role> roles(String verticalKey, Step step) {
        if (step.roles().isEmpty()) {
            return rights.roles(Permission.EDIT_CUSTOMER, verticalKey);
        }
        Set<Role> roles = EnumSet.of(Role.ADMINISTRATOR);
        step.roles().forEach(role -> roles.add(Role.valueOf(role.name())));
        return roles;
    }

    boolean mayStart(String verticalKey, WorkflowDefinition workflow) {
        return mayRecord(verticalKey, workflow.steps().getFirst());
    }

    boolean mayWithdraw(String verticalKey, WorkflowDefinition workflow, WorkflowRun run) {
        boolean began = run.entries().getFirst().actorId() == rights.user().id();
        return mayStart(verticalKey, workflow) || began && rights.may(Permission.VIEW_PORTAL, verticalKey);
    }

    static void require(boolean allowed, String verticalKey) {
        if (!allowed) {
            throw new ForbiddenProblem(Permission.EDIT_CUSTOMER, verticalKey);
        }
    }
}
