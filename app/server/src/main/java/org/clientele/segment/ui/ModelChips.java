package org.clientele.segment.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import java.util.List;
import java.util.function.Function;
import org.clientele.plugins.api.ModelDefinition;

/** Links to the models of the vertical, the shown one marked. */
public final class ModelChips extends Nav {
    /** On narrow screens the models stand in one row that is scrolled. */
    private static final String IN_SIGHT = """
            requestAnimationFrame(() => {
              const row = this.getBoundingClientRect(), chip = $0.getBoundingClientRect();
              this.scrollLeft += chip.left + chip.width / 2 - row.left - row.width / 2;
            });""";

    /**
     * @param address where a model is shown, by its id
     */
    public ModelChips(
            SegmentWords words, List<ModelDefinition> models, ModelDefinition shown, Function<String, String> address) {
        addClassName("chips");
        setAriaLabel(getTranslation("segment.list.models"));
        for (ModelDefinition model : models) {
            Anchor chip = new Anchor(address.apply(model.id()), words.model(model));
            chip.getElement().setAttribute("router-link", true);
            chip.addClassName("chip");
            if (model.id().equals(shown.id())) {
                chip.getElement().setAttribute("aria-current", "page");
                addAttachListener(attach -> getElement().executeJs(IN_SIGHT, chip));
            }
            add(chip);
        }
    }
}
