package org.clientele.common.ui;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import java.util.Locale;

/**
 * Karibu-Testing without Spring, with the portal's texts: {@code TestUi.start(Locale.ENGLISH)} before a test, {@code TestUi.stop()} after it.
 * Views are made by hand and added to {@link UI#getCurrent()}.
 */
public final class TestUi {
    private static final String PROVIDER = "vaadin.i18n.provider";

    private TestUi() {}

    public static UI start(Locale locale) {
        System.setProperty(PROVIDER, Translations.class.getName());
        MockVaadin.setup();
        UI ui = UI.getCurrent();
        ui.setLocale(locale);
        return ui;
    }

    public static void stop() {
        MockVaadin.tearDown();
        System.clearProperty(PROVIDER);
    }
}
