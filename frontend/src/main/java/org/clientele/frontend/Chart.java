package org.clientele.frontend;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.shared.Registration;
import java.util.Locale;

/**
 * A chart drawn in the browser. It keeps its height before it is loaded, takes its colours from the theme, can be walked with
 * the arrow keys and opened with Enter, and has a text alternative. The figures themselves stand in a table beside it, which the
 * view supplies.
 */
@Tag("clientele-chart")
@NpmPackage(value = "echarts", version = "6.1.0")
@JsModule("./clientele/chart.ts")
@JsModule("./clientele/cuts.ts")
public abstract class Chart extends Component implements HasStyle, LocaleChangeObserver {
    /** How much room the chart keeps. */
    public enum Height {
        /** 160 px. */
        SMALL,
        /** 240 px, the default. */
        NORMAL,
        /** 320 px. */
        TALL,
        /** 420 px, for the grid. */
        GRID
    }

    /** @param label the text alternative: one sentence that says what the chart shows */
    protected Chart(String kind, String label) {
        getElement().setProperty("kind", kind);
        setLabel(label);
    }

    public final void setLabel(String label) {
        getElement().setProperty("label", label);
    }

    public final void setHeight(Height height) {
        getElement().setAttribute("height", height.name().toLowerCase(Locale.ROOT));
    }

    /** Hears which mark was clicked, or opened by the keyboard, by its key. */
    public final Registration addMarkClickListener(SerializableConsumer<String> listener) {
        getElement().setProperty("clickable", true);
        return addListener(MarkClickEvent.class, event -> listener.accept(event.key()));
    }

    /** Hands the data to the browser; records become objects with the same names. */
    final void show(Object data) {
        getElement().setPropertyBean("data", data);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().setProperty("locale", getLocale().toLanguageTag());
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        getElement().setProperty("locale", event.getLocale().toLanguageTag());
    }

    /** A mark was opened. */
    @DomEvent("mark-click")
    public static class MarkClickEvent extends ComponentEvent<Chart> {
        private final String key;

        public MarkClickEvent(Chart source, boolean fromClient, @EventData("event.detail.key") String key) {
            super(source, fromClient);
            this.key = key;
        }

        public String key() {
            return key;
        }
    }
}
