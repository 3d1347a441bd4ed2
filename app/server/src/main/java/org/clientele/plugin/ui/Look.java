package org.clientele.plugin.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.clientele.common.Problem;
import org.clientele.plugin.PluginLife;

/** A place that shows a bar until what it shows has been read, without holding the screen. */
final class Look extends Div {
    private final transient PluginLife life;

    Look(PluginLife life) {
        this.life = life;
        addClassName("stack");
        getElement().setAttribute("aria-live", "polite");
    }

    <T> void read(Supplier<T> reading, Consumer<T> show) {
        removeAll();
        ProgressBar bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", getTranslation("plugin.look"));
        add(bar);
        UI ui = UI.getCurrent();
        life.look(
                reading,
                found -> ui.access(() -> {
                    removeAll();
                    show.accept(found);
                }),
                failure -> ui.access(() -> {
                    removeAll();
                    add(new ProblemPanel(problem(failure)));
                }));
    }

    /** What is no problem of the user's is one of the portal's. */
    static Problem problem(RuntimeException failure) {
        return failure instanceof Problem problem ? problem : new Problem("plugin.life.broken");
    }
}
