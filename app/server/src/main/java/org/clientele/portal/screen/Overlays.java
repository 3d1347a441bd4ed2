package org.clientele.portal.screen;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.popover.Popover;

/** What stands over a page. Dialogs that a screen has opened stand beside the page, not in it. */
final class Overlays {
    private Overlays() {}

    /** Closes all of them: those of a plugin that is gone would keep its classes. */
    static void close(UI ui) {
        ui.getChildren().filter(Overlays::isOverlay).toList().forEach(overlay -> overlay.getElement()
                .removeFromParent());
    }

    private static boolean isOverlay(Component component) {
        return component instanceof Dialog
                || component instanceof ConfirmDialog
                || component instanceof Notification
                || component instanceof Popover;
    }
}
