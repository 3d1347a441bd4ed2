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
    private static final List<Kind> KINDS = List.of(Kind.values());

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

        private final String prefix = name().toLowerCase(Locale.ROOT) + "_";

        /** Whether it is a share of one. */
        public boolean isShare() {
            return this == ALIVE || this == RISK;
        }

        String prefix() {
            return prefix;
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
                .filter(figure -> figure.isMeantIn(vertical));
    }

    /** The figure that a variable is. */
    public static Optional<ModelFigure> find(VerticalDefinition vertical, String variable) {
        return KINDS.stream()
                .filter(kind -> variable.startsWith(kind.prefix()))
                .flatMap(kind ->
                        figures(vertical, variable.substring(kind.prefix().length())))
                .filter(figure -> figure.variable().equals(variable) && figure.isMeantIn(vertical))
                .findFirst();
    }

    private static Stream<ModelFigure> figures(VerticalDefinition vertical, String model) {
        return vertical.models().stream().filter(one -> one.id().equals(model)).flatMap(one -> of(one).stream());
    }

    private boolean isMeantIn(VerticalDefinition vertical) {
        return vertical.attribute(variable()) == null && vertical.metric(variable()) == null;
    }

    /** The id of the model whose segment or figure a variable is. */
    public static Optional<String> modelOf(VerticalDefinition vertical, String variable) {
        return variable.startsWith(Scope.SEGMENT_PREFIX)
                ? Optional.of(variable.substring(Scope.SEGMENT_PREFIX.length()))
                : find(vertical, variable).map(ModelFigure::model);
    }
}
