package org.clientele.segment.ui;

import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.segment.LocalName;
import org.clientele.segment.Measures;
import org.clientele.segment.NewModel;
import org.clientele.segment.NewModel.Start.LifeCycle.Threshold;

/** A life cycle begins with what tells the last purchase and how many there were, and the usual stages. */
final class LifeCycleStart extends StartFields {
    private static final String STAGE = "segment.new.stage.";

    private final transient BothLanguages both;
    private final Select<String> recency;
    private final Select<String> purchases;
    private final NameRows names;

    LifeCycleStart(SegmentWords words, StartForms forms) {
        VerticalDefinition vertical = words.vertical().definition();
        both = new BothLanguages(words.vertical());
        recency = forms.number("segment.new.last", Measures.daysSince(vertical), "");
        purchases = forms.number("segment.new.purchases", Measures.counts(vertical), "");
        names = NameRows.fixed(both.names(
                STAGE + "mature",
                STAGE + "growing",
                STAGE + "new",
                STAGE + "potential",
                STAGE + "declining",
                STAGE + "lapsed"));
        add(StartForms.row(recency, purchases), forms.heading("segment.new.segments.best"), names);
    }

    @Override
    NewModel.Start start() {
        return new NewModel.Start.LifeCycle(
                recency.getValue(),
                purchases.getValue(),
                Stream.of(Threshold.values())
                        .collect(Collectors.toMap(
                                threshold -> threshold,
                                threshold ->
                                        both.name(words -> words.text("segment.new.threshold." + threshold.id())))));
    }

    @Override
    List<LocalName> segments() {
        return names.names();
    }
}
