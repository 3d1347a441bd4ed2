package org.clientele.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.shared.Registration;
import java.util.function.Consumer;

/** Tells a view whether it stands on a phone, for what a stylesheet cannot do: other columns in a grid. */
public final class NarrowScreens {
    private static final int NARROW = 600;

    private NarrowScreens() {}

    /** Calls back with true or false once the width is known, and whenever the answer changes while the component is on the page. */
    public static void follow(Component component, Consumer<Boolean> whenChanged) {
        Follower follower = new Follower(whenChanged);
        component.addAttachListener(attached -> follower.start(attached.getUI()));
        component.addDetachListener(detached -> follower.stop());
    }

    private static final class Follower {
        private final Consumer<Boolean> whenChanged;
        private boolean narrow;
        private Registration resizing = () -> {};

        private Follower(Consumer<Boolean> whenChanged) {
            this.whenChanged = whenChanged;
        }

        void start(UI ui) {
            Page page = ui.getPage();
            page.retrieveExtendedClientDetails(details -> resized(details.getWindowInnerWidth()));
            resizing = page.addBrowserWindowResizeListener(resize -> resized(resize.getWidth()));
        }

        void stop() {
            resizing.remove();
        }

        private void resized(int width) {
            boolean now = width < NARROW;
            if (now != narrow) {
                narrow = now;
                whenChanged.accept(now);
            }
        }
    }
}
