package org.clientele.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.upload.UploadI18N;

/** What an upload says by itself while a file travels, in the person's language. */
public final class UploadTexts {
    private UploadTexts() {}

    /** For an upload in the component; what refuses a file is the caller's to word. */
    public static UploadI18N of(Component host, UploadI18N.Error refusals) {
        UploadI18N.Uploading uploading = new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status()
                        .setConnecting(host.getTranslation("common.upload.connecting"))
                        .setStalled(host.getTranslation("common.upload.stalled"))
                        .setProcessing(host.getTranslation("common.upload.processing"))
                        .setHeld(host.getTranslation("common.upload.held")))
                .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                        .setPrefix(host.getTranslation("common.upload.remaining"))
                        .setUnknown(host.getTranslation("common.upload.unknown")))
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable(host.getTranslation("common.upload.unavailable"))
                        .setUnexpectedServerError(host.getTranslation("common.upload.failed"))
                        .setForbidden(host.getTranslation("common.upload.forbidden")));
        UploadI18N.File file = new UploadI18N.File()
                .setRemove(host.getTranslation("common.upload.remove"))
                .setRetry(host.getTranslation("common.upload.retry"))
                .setStart(host.getTranslation("common.upload.start"));
        return new UploadI18N().setError(refusals).setUploading(uploading).setFile(file);
    }
}
