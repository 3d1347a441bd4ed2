package org.clientele.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.shared.Registration;
import java.io.Serializable;
import java.util.List;
import org.clientele.frontend.Tone;

/** How a measure is spread, with cut points that are dragged or moved by the arrow keys. The numbers stand in fields beside it. Drawn by the front end's {@code cuts.ts}. */
@Tag("clientele-cuts")
public class CutHistogram extends Component implements HasStyle {
    private static final double FINEST_PART = 100;

    private List<Double> cuts = List.of();
    private boolean whole;

    /** @param tone a name of {@link Tone} for the bars */
    CutHistogram(String tone) {
        getElement().setProperty("tone", Tone.orMuted(tone));
    }

    /** Says what is spread. @param whole whether it has whole values only */
    void setSubject(String label, boolean whole) {
        getElement().setProperty("label", label);
        this.whole = whole;
    }

    /** Shows bars of equal width from low to high; cut points can be moved as finely as that allows, by ones at most. */
    void setSpread(double low, double high, List<Integer> counts) {
        double part = (high - low) / FINEST_PART;
        boolean fine = !whole && part > 0 && part < 1;
        getElement().setProperty("step", fine ? Math.pow(10, Math.floor(Math.log10(part))) : 1);
        getElement().setPropertyBean("spread", new Spread(low, high, counts));
        setVisible(!counts.isEmpty());
    }

    /** Shows ascending cut points. @param labels what each is called, for screen readers */
    void setCuts(List<Double> cuts, List<String> labels) {
        this.cuts = List.copyOf(cuts);
        getElement().setPropertyList("cuts", cuts);
        getElement().setPropertyList("labels", labels);
    }

    /** The cut points shown last. */
    List<Double> cuts() {
        return cuts;
    }

    /** Hears of a cut point that was moved. */
    Registration addMovedListener(Listener listener) {
        return addListener(MovedEvent.class, event -> listener.moved(event.place(), event.value()));
    }

    /** Hears of cut points. */
    @FunctionalInterface
    interface Listener extends Serializable {
        /**
         * A cut point was moved.
         *
         * @param place which, from 0
         */
        void moved(int place, double value);
    }

    record Spread(double low, double high, List<Integer> counts) {
        Spread {
            counts = List.copyOf(counts);
        }
    }

    /** A cut point was moved. */
    @DomEvent("cut-moved")
    public static class MovedEvent extends ComponentEvent<CutHistogram> {
        private final int place;
        private final double value;

        public MovedEvent(
                CutHistogram source,
                boolean fromClient,
                @EventData("event.detail.place") int place,
                @EventData("event.detail.value") double value) {
            super(source, fromClient);
            this.place = place;
            this.value = value;
        }

        int place() {
            return place;
        }

        double value() {
            return value;
        }
    }
}
