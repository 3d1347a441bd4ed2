package org.clientele.plugins.definition;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.VerticalDefinition;

/**
 * A number that a model which learns foretells of each customer, beside the segment: a variable like a metric. Where an attribute or metric bears
 * its name, that one is meant.
 *
 * @param model the model's id
 */
public record ModelFigure(String model, Kind kind) {
    /** What is foretold. */
    public enum Kind {
        /** What a customer is expected to spend, an amount of money. */
        VALUE,
        /** The probability that a customer still buys. */
        ALIVE,
        /** How many purchases are expected. */
        PURCHASES,
        /** The probability that a customer leaves. */
        RISK;

        /** Whether it is a share of one. */
        public boolean isShare() {
            return this == ALIVE || this == RISK;
        }

        String prefix() {
            return name().toLowerCase(Locale.ROOT) + "_";
        }
    }

    /** The name of the variable: {@code value_clv}. */
    public String variable() {
        return kind.prefix() + model;
    }

    /** What a model foretells. */
    public static List<ModelFigure> of(ModelDefinition model) {
        Stream<Kind> kinds =
                switch (model) {
                    case ModelDefinition.Clv _ -> Stream.of(Kind.VALUE, Kind.ALIVE, Kind.PURCHASES);
                    case ModelDefinition.Churn _ -> Stream.of(Kind.RISK);
                    default -> Stream.empty();
                };
        return kinds.map(kind -> new ModelFigure(model.id(), kind)).toList();
    }

    /** The figures of a vertical's models. */
    public static Stream<ModelFigure> all(VerticalDefinition vertical) {
        return vertical.models().stream()
                .flatMap(model -> of(model).stream())
                .filter(figure ->
                        vertical.attribute(figure.variable()) == null && vertical.metric(figure.variable()) == null);
    }

    /** The figure that a variable is. */
    public static Optional<ModelFigure> find(VerticalDefinition vertical, String variable) {
        return variable.indexOf('_') < 0
                ? Optional.empty()
                : all(vertical)
                        .filter(figure -> figure.variable().equals(variable))
                        .findFirst();
    }

    /** The id of the model whose segment or figure a variable is. */
    public static Optional<String> modelOf(VerticalDefinition vertical, String variable) {
        return variable.startsWith(Scope.SEGMENT_PREFIX)
                ? Optional.of(variable.substring(Scope.SEGMENT_PREFIX.length()))
                : find(vertical, variable).map(ModelFigure::model);
    }
}
