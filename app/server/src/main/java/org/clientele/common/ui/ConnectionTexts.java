package org.clientele.common.ui;

import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * What the browser says by itself, in the person's language, when the portal does not answer or no longer knows the session.
 * An expired session needs no words here: the page is loaded again, and the login says it.
 */
@Component
class ConnectionTexts implements VaadinServiceInitListener {
    private static final int RECONNECT_MILLIS = 2_000;

    private final Translations translations;

    ConnectionTexts(Translations translations) {
        this.translations = translations;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(info -> messages(info.getLocale()));
        event.getSource().addUIInitListener(start -> {
            UI ui = start.getUI();
            ui.beforeClientResponse(ui, _ -> speak(ui.getReconnectDialogConfiguration(), ui.getLocale()));
        });
    }

    SystemMessages messages(Locale locale) {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setCookiesDisabledCaption(text("common.connection.unknown", locale));
        messages.setCookiesDisabledMessage(text("common.connection.unknown.text", locale));
        messages.setInternalErrorCaption(text("common.connection.failed", locale));
        messages.setInternalErrorMessage(text("common.connection.failed.text", locale));
        return messages;
    }

    private void speak(ReconnectDialogConfiguration dialog, Locale locale) {
        dialog.setReconnectInterval(RECONNECT_MILLIS);
        dialog.setDialogText(text("common.connection.lost", locale));
        dialog.setDialogTextGaveUp(text("common.connection.gone", locale));
    }

    private String text(String key, Locale locale) {
        return translations.getTranslation(key, locale);
    }
}
