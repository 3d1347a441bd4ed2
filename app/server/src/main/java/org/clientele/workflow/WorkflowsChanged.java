package org.clientele.workflow;

/** A workflow of the customer was started, went on or ended. */
public record WorkflowsChanged(String verticalKey, long customerId) {}
