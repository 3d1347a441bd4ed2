package org.clientele.cases;

/** How late a case is; stored by its place. */
public enum CaseAlert {
    NONE,
    /** A deadline is near. */
    NEAR,
    /** A deadline has passed: whoever answers for it has to act. */
    LATE,
    /** It passed long ago: managers find it on their worklist, too. */
    ESCALATED
}
