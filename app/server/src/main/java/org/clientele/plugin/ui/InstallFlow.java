package org.clientele.plugin.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import org.clientele.plugin.Inspection;
import org.clientele.plugin.PluginCard;
import org.clientele.plugin.PluginInstaller;
import org.clientele.plugin.PluginLife;

/** From a jar to an installed plugin: whatever it comes from, it is shown before it is installed. */
final class InstallFlow {
    private final PluginInstaller installer;
    private final PluginLife life;
    private final Runnable installed;

    /** @param installed called in the screen after a plugin was installed */
    InstallFlow(PluginInstaller installer, PluginLife life, Runnable installed) {
        this.installer = installer;
        this.life = life;
        this.installed = installed;
    }

    /** Asks for a file. */
    void upload() {
        new UploadDialog(installer, this::show).open();
    }

    /**
     * Takes a jar of the catalogue folder, which is read beside the screen.
     *
     * @param name of its vertical
     */
    void review(PluginCard.Offer offer, String name) {
        Dialog reading = new Dialog();
        UI ui = UI.getCurrent();
        reading.setHeaderTitle(ui.getTranslation("plugin.catalogue.reading", name));
        reading.setWidth("560px");
        reading.setMaxWidth("100%");
        Look look = new Look(life);
        reading.add(look);
        reading.getFooter().add(new Button(ui.getTranslation("common.close"), click -> {
            reading.close();
            installed.run();
        }));
        reading.open();
        look.read(() -> installer.inspect(offer), inspection -> {
            if (reading.isOpened()) {
                reading.close();
                show(inspection);
            } else {
                installer.discard(inspection.token());
            }
        });
    }

    private void show(Inspection inspection) {
        new InspectionDialog(inspection, installer, installed).open();
    }
}
