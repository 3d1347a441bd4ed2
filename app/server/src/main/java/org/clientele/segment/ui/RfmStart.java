package org.clientele.segment.ui;

import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.stream.Stream;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.segment.LocalName;
import org.clientele.segment.Measures;
import org.clientele.segment.NewModel;

/** An RFM model begins with the three numbers and the usual labels. */
final class RfmStart extends StartFields {
    private static final String LABEL = "segment.new.rfm.";

    private final Select<String> recency;
    private final Select<String> frequency;
    private final Select<String> monetary;
    private final NameRows names;

    RfmStart(SegmentWords words, StartForms forms) {
        VerticalDefinition vertical = words.vertical().definition();
        List<String> growing = Measures.growing(vertical);
        recency = forms.number("segment.edit.recency", Measures.daysSince(vertical), "");
        monetary = forms.number("segment.edit.monetary", growing, vertical.valueMetric());
        String often = Stream.concat(Measures.counts(vertical).stream(), growing.stream())
                .filter(id -> !id.equals(monetary.getValue()))
                .findFirst()
                .orElse("");
        frequency = forms.number("segment.edit.frequency", growing, often);
        names = NameRows.fixed(new BothLanguages(words.vertical())
                .names(
                        LABEL + "champions",
                        LABEL + "loyal",
                        LABEL + "potential",
                        LABEL + "new",
                        LABEL + "promising",
                        LABEL + "attention",
                        LABEL + "sleep",
                        LABEL + "risk",
                        LABEL + "cannot",
                        LABEL + "hibernating",
                        LABEL + "lost"));
        add(StartForms.row(recency, frequency, monetary), forms.heading("segment.new.segments.best"), names);
    }

    @Override
    NewModel.Start start() {
        return new NewModel.Start.Rfm(recency.getValue(), frequency.getValue(), monetary.getValue());
    }

    @Override
    List<LocalName> segments() {
        return names.names();
    }
}
