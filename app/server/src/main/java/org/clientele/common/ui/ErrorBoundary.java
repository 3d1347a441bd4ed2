package org.clientele.common.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.List;
import org.clientele.common.Problem;
import org.clientele.common.StorageFailures;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * What no view caught: a problem is shown as its text, a full disk as what it is, what a part of the portal claims is left to it, anything else is shown as an apology
 * with a number that stands in the log too.
 */
@Component
class ErrorBoundary implements VaadinServiceInitListener, ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorBoundary.class);

    private final transient List<ErrorClaim> claims;
    private final transient StorageFailures storage;
    private volatile boolean ended;

    ErrorBoundary(List<ErrorClaim> claims, StorageFailures storage) {
        this.claims = List.copyOf(claims);
        this.storage = storage;
    }

    /** Screens outlive what they are made of: sessions end after it, with the server. */
    @EventListener(ContextClosedEvent.class)
    void end() {
        ended = true;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(this));
    }

    @Override
    public void error(ErrorEvent event) {
        Problem problem = problem(event.getThrowable());
        if (problem != null) {
            show(() -> Messages.problem(problem));
            return;
        }
        if (claims.stream().anyMatch(claim -> claim.take(event))) {
            return;
        }
        if (DisconnectedClientHelper.isClientDisconnectedException(event.getThrowable())) {
            LOG.debug("A reader left before the answer was written", event.getThrowable());
            return;
        }
        Problem remediable = storage.problem(event.getThrowable()).orElse(null);
        if (remediable != null) {
            LOG.error("The storage refused to write", event.getThrowable());
            show(() -> Messages.problem(remediable));
            return;
        }
        if (ended) {
            LOG.warn("A screen failed while the portal ended", event.getThrowable());
            return;
        }
        String number = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        LOG.error("Unexpected failure {}", number, event.getThrowable());
        show(() -> Messages.problem(UI.getCurrent().getTranslation("common.unexpected", number)));
    }

    private static @Nullable Problem problem(Throwable failure) {
        Throwable cause = failure;
        while (cause != null) {
            if (cause instanceof Problem problem) {
                return problem;
            }
            cause = cause.getCause();
        }
        return null;
    }

    /** A message that fails itself must not come back here, or it would be shown and fail for ever. */
    private static void show(Runnable message) {
        UI ui = UI.getCurrent();
        if (ui != null) {
            ui.access(() -> tryTo(message));
        }
    }

    private static void tryTo(Runnable message) {
        try {
            message.run();
        } catch (RuntimeException | LinkageError failure) {
            LOG.error("The message of a failure could not be shown", failure);
        }
    }
}
