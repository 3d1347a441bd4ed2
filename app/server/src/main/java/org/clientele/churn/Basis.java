package org.clientele.churn;

/** Where a probability of loss comes from. */
public enum Basis {
    /** A churn model learnt it. */
    MODEL,
    /** A model of lifetime value says how likely the customer buys no more. */
    VALUE,
    /** No model; the number of warning signals stands for it. */
    SIGNALS
}
