package org.clientele.portal.screen;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.internal.StateTree;
import com.vaadin.flow.server.ErrorEvent;
import java.util.Arrays;
import java.util.Optional;
import org.clientele.common.ui.ErrorClaim;
import org.clientele.common.ui.Messages;
import org.clientele.plugin.code.FailureCause;
import org.clientele.plugin.code.Piece;
import org.clientele.plugin.code.PluginCalls;
import org.clientele.plugin.code.PluginFrames;
import org.clientele.plugins.ui.ScreenProblem;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong in a plugin's listeners and renderers: in a listener it costs the action, while drawing the screen. The plugin's failure is
 * recorded, the person is told, the page and the session go on.
 */
@org.springframework.stereotype.Component
final class ScreenErrors implements ErrorClaim {
    private static final int CAUSES = 10;

    private final PluginCalls calls;

    ScreenErrors(PluginCalls calls) {
        this.calls = calls;
    }

    @Override
    public boolean take(ErrorEvent error) {
        Throwable thrown = error.getThrowable();
        Optional<UI> ui = ui(error.getComponent());
        ScreenFrame frame = ui.map(ScreenFrame::in).orElse(null);
        Optional<String> plugin = PluginFrames.pluginOf(thrown);
        boolean inside = error.getComponent().map(ScreenErrors::isInside).orElse(false);
        if (frame != null && (plugin.isPresent() || inside)) {
            take(frame, thrown);
            return true;
        }
        Optional<Piece> left = ui.map(ScreenFrame::lastIn).filter(piece -> plugin.equals(Optional.of(piece.plugin())));
        left.ifPresent(piece -> take(piece, thrown));
        return left.isPresent();
    }

    private void take(ScreenFrame frame, Throwable thrown) {
        if (isWhileDrawing(thrown)) {
            calls.report(frame.piece(), thrown);
            frame.fail(FailureCause.THREW, thrown.getClass().getName());
        } else {
            take(frame.piece(), thrown);
        }
    }

    /** A listener failed: says so and lets the screen stand. */
    void take(Piece piece, Throwable thrown) {
        ScreenProblem problem = problem(thrown);
        if (problem != null) {
            Messages.problem(String.valueOf(problem.getMessage()));
            return;
        }
        calls.report(piece, thrown);
        Messages.problem(UI.getCurrent().getTranslation("portal.screen.action-failed"));
    }

    private static Optional<UI> ui(Optional<Component> component) {
        return Optional.ofNullable(UI.getCurrent()).or(() -> component.flatMap(Component::getUI));
    }

    private static boolean isInside(Component component) {
        Component outer = component;
        while (outer != null && !(outer instanceof ScreenFrame)) {
            outer = outer.getParent().orElse(null);
        }
        return outer != null;
    }

    private static boolean isWhileDrawing(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(StateTree.class.getName())
                        && frame.getMethodName().contains("BeforeClientResponse"));
    }

    private static @Nullable ScreenProblem problem(Throwable thrown) {
        Throwable cause = thrown;
        for (int i = 0; cause != null && i < CAUSES; i++) {
            if (cause instanceof ScreenProblem problem) {
                return problem;
            }
            cause = cause.getCause();
        }
        return null;
    }
}
