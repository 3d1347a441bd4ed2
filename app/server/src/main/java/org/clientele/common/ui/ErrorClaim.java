package org.clientele.common.ui;

import com.vaadin.flow.server.ErrorEvent;

/** A part of the portal that deals with certain errors itself. */
@FunctionalInterface
public interface ErrorClaim {
    /** Whether the error is dealt with; called with the session locked, on the screen where it happened. */
    boolean take(ErrorEvent error);
}
