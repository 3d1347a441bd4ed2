package org.clientele.analysis;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientele.engine.model.PreparedModel;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.definition.ModelFigure;

/**
 * Whether a model can put a customer elsewhere on another day. One that goes by attributes alone cannot: there are only those of now, and a date alone
 * is further away on one day than on another.
 */
public final class ModelPast {
    private final VerticalDefinition vertical;

    public ModelPast(VerticalDefinition vertical) {
        this.vertical = vertical;
    }

    /** Whether its customers can move. */
    public boolean has(ModelDefinition model) {
        return has(model, new HashSet<>());
    }

    /** The models whose customers can move, and in one segment at most, in their order. */
    public List<ModelDefinition> moving() {
        return vertical.models().stream()
                .filter(model -> Movements.exclusive(model) && has(model))
                .toList();
    }

    /** The attributes that it goes by itself, in the order of the vertical. */
    public List<String> attributes(ModelDefinition model) {
        Set<String> names = PreparedModel.of(model, vertical).reads();
        return vertical.attributes().stream()
                .map(AttributeDefinition::id)
                .filter(names::contains)
                .toList();
    }

    private boolean has(ModelDefinition model, Set<String> seen) {
        Set<String> names = PreparedModel.of(model, vertical).reads();
        boolean byCode = model instanceof ModelDefinition.Custom || model instanceof ModelDefinition.Clv;
        return byCode || seen.add(model.id()) && names.stream().anyMatch(name -> isPast(name, seen));
    }

    private boolean isPast(String name, Set<String> seen) {
        AttributeDefinition attribute = vertical.attribute(name);
        if (attribute != null) {
            return attribute.type() == FieldType.DATE;
        }
        Optional<String> other = ModelFigure.modelOf(vertical, name);
        ModelDefinition read = other.map(vertical::model).orElse(null);
        return other.isEmpty() || read != null && has(read, seen);
    }
}
