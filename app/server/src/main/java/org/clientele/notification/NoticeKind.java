package org.clientele.notification;

import java.util.Locale;
import org.clientele.access.Permission;

/** What people are told of. Only those who may do the act hear of it, and see that they heard of it. */
public enum NoticeKind {
    /** A deadline of a case is near. */
    CASE_NEAR(Permission.VIEW_PORTAL),
    /** A deadline of a case has passed. */
    CASE_LATE(Permission.VIEW_PORTAL),
    /** It passed so long ago that managers hear of it, too. */
    CASE_ESCALATED(Permission.VIEW_PORTAL),
    /** Somebody else did something with a case that is watched. */
    CASE_CHANGED(Permission.VIEW_PORTAL),
    /** A case was given to somebody. */
    CASE_ASSIGNED(Permission.LOG_INTERACTION),
    /** A task was given to somebody. */
    TASK_HANDED_OVER(Permission.LOG_INTERACTION),
    /** An unhappy answer to a survey is to be followed up. */
    UNHAPPY(Permission.LOG_INTERACTION),
    /** Something is due for the relationship with a party. */
    PARTY_DUE(Permission.LOG_INTERACTION),
    /** A version of a model waits for approval. */
    APPROVAL_WANTED(Permission.MANAGE_SEGMENTS),
    /** A version of a model was approved or refused. */
    APPROVAL_DECIDED(Permission.MANAGE_SEGMENTS),
    /** A version of a strategy waits for approval. */
    STRATEGY_APPROVAL_WANTED(Permission.EDIT_STRATEGIES),
    /** A version of a strategy was approved or refused. */
    STRATEGY_APPROVAL_DECIDED(Permission.EDIT_STRATEGIES),
    IMPORT_FAILED(Permission.IMPORT_DATA),
    RECOMPUTE_FAILED(Permission.MANAGE_SEGMENTS);

    private final Permission permission;

    NoticeKind(Permission permission) {
        this.permission = permission;
    }

    /** What somebody must be allowed in the vertical to hear of it. */
    public Permission permission() {
        return permission;
    }

    /** Whether one that is unread stands for those that follow: who has not looked yet is not told again of the same thing. */
    public boolean gathers() {
        return this == CASE_CHANGED;
    }

    /** Its part in keys of texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
