package org.clientele.analysis.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clientele.analysis.ModelPast;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Tone;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.segment.ui.SegmentWords;

/** Says why nobody moves by a model that goes by attributes alone, and leads to models by which customers do. */
final class WithoutPast extends Div {
    private static final int NAMED = 3;
    private static final int OFFERED = 4;

    /** @param address where the movement by a model is shown, by its id */
    WithoutPast(SegmentWords words, ModelPast past, ModelDefinition model, Function<String, String> address) {
        addClassName("stack");
        add(new Banner(Tone.ACCENT, why(words, past.attributes(model), words.model(model))));
        List<ModelDefinition> moving = past.moving();
        if (!moving.isEmpty()) {
            Div row = new Div(new Span(words.text("analysis.movement.moving")));
            row.addClassName("row");
            moving.stream().limit(OFFERED).forEach(each -> row.add(chip(words.model(each), address.apply(each.id()))));
            add(row);
        }
    }

    private static String why(SegmentWords words, List<String> attributes, String model) {
        if (attributes.isEmpty()) {
            return words.text("analysis.movement.fixed", model);
        }
        String named = attributes.stream()
                .limit(NAMED)
                .map(attribute -> "“" + words.names().name(attribute) + "”")
                .collect(Collectors.joining(words.text("segment.reason.list")));
        return words.text("analysis.movement.fixed.by", model, named, Math.max(0, attributes.size() - NAMED));
    }

    private static Anchor chip(String name, String address) {
        Anchor chip = new Anchor(address, name);
        chip.getElement().setAttribute("router-link", true);
        chip.addClassName("chip");
        return chip;
    }
}
