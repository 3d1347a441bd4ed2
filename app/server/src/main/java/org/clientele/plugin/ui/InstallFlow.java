package org.clientele.plugin.ui;

import org.clientele.common.Problem;
import org.clientele.common.ui.Messages;
import org.clientele.plugin.Inspection;
import org.clientele.plugin.PluginCard;
import org.clientele.plugin.PluginInstaller;

/** From a jar to an installed plugin: whatever it comes from, it is shown before it is installed. */
final class InstallFlow {
    private final PluginInstaller installer;
    private final Runnable installed;

    /** @param installed called in the screen after a plugin was installed */
    InstallFlow(PluginInstaller installer, Runnable installed) {
        this.installer = installer;
        this.installed = installed;
    }

    /** Asks for a file. */
    void upload() {
        new UploadDialog(installer, this::show).open();
    }

    /** Takes a jar of the catalogue folder. */
    void review(PluginCard.Offer offer) {
        try {
            show(installer.inspect(offer));
        } catch (Problem problem) {
            Messages.problem(problem);
            installed.run();
        }
    }

    private void show(Inspection inspection) {
        new InspectionDialog(inspection, installer, installed).open();
    }
}
