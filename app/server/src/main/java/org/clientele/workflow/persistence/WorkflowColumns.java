package org.clientele.workflow.persistence;

import java.util.List;
import org.clientele.plugin.records.RecordKind;

/** Columns of the file with workflows. */
final class WorkflowColumns {
    /** Customer, workflow and when it was begun, which no two share. */
    static final String RECORD = RecordKind.WORKFLOWS.firstColumn();

    static final String PLACE = "place";
    static final String CUSTOMER = "customer";
    static final String WORKFLOW = "workflow";
    static final String PROPOSED = "proposed";
    static final String STATE = "state";
    static final String NEXT_STEP = "next-step";
    static final String KIND = "kind";
    static final String STEP = "step";
    static final String DAY = "day";
    static final String RECORDED = "recorded";
    static final String ACTOR = "actor";
    static final String DOCUMENT = "document";
    static final String NOTE = "note";

    static final List<String> ALL = List.of(
            RECORD, PLACE, CUSTOMER, WORKFLOW, PROPOSED, STATE, NEXT_STEP, KIND, STEP, DAY, RECORDED, ACTOR, DOCUMENT,
            NOTE);

    private WorkflowColumns() {}
}
