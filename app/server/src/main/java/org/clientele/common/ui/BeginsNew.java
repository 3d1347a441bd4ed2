package org.clientele.common.ui;

/** A screen on which something new is begun: by its button, and from everywhere by the search. */
public interface BeginsNew {
    /** Opens what the new thing is written in, for those who may write it. */
    void beginNew();
}
