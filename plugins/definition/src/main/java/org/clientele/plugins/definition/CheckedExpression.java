package org.clientele.plugins.definition;

import dev.cel.common.CelAbstractSyntaxTree;
import java.util.Set;

/**
 * An expression that {@link ConditionLanguage} has accepted.
 *
 * @param text the expression as it was written
 * @param tree its type-checked tree; holds only the nodes and functions that {@link ConditionLanguage} lists
 * @param variables names of the variables it uses
 */
public record CheckedExpression(String text, CelAbstractSyntaxTree tree, Set<String> variables) {
    public CheckedExpression {
        variables = Set.copyOf(variables);
    }
}
