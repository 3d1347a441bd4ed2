package org.clientele.segment;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.definition.ConditionLanguage;
import org.clientele.plugins.definition.ExpressionResult;
import org.clientele.plugins.definition.Scope;

/** Which thresholds of a model stand against days or numbers of something, and so are never below nothing themselves. */
public final class ThresholdBounds {
    private static final Set<String> COMPARISONS = Set.of("_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_");
    private static final Set<String> COUNTS = Set.of("count", "days_in");

    private final VerticalDefinition definition;
    private final Set<String> thresholds;
    private final Set<String> found = new HashSet<>();

    private ThresholdBounds(VerticalDefinition definition, Set<String> thresholds) {
        this.definition = definition;
        this.thresholds = thresholds;
    }

    /** Their names; conditions that cannot be read say nothing. */
    public static Set<String> neverNegative(
            VerticalDefinition definition,
            String model,
            Map<String, Double> thresholds,
            List<ModelDefinition.Rule> rules) {
        ThresholdBounds bounds = new ThresholdBounds(definition, thresholds.keySet());
        Scope scope = Scope.model(definition, model, thresholds);
        for (ModelDefinition.Rule rule : rules) {
            if (ConditionLanguage.check(rule.when(), scope) instanceof ExpressionResult.Checked checked) {
                bounds.look(checked.expression().tree().getExpr());
            }
        }
        return Set.copyOf(bounds.found);
    }

    private void look(CelExpr node) {
        if (node.getKind() != Kind.CALL) {
            return;
        }
        List<CelExpr> parts = node.call().args();
        if (COMPARISONS.contains(node.call().function())) {
            against(parts.getFirst(), parts.getLast());
            against(parts.getLast(), parts.getFirst());
        }
        parts.forEach(this::look);
    }

    private void against(CelExpr counted, CelExpr bound) {
        if (isCounted(counted)) {
            take(bound);
        }
    }

    private boolean isCounted(CelExpr node) {
        return switch (node.getKind()) {
            case IDENT -> MeasureBounds.of(definition, node.ident().name()).isNeverNegative();
            case CALL -> COUNTS.contains(node.call().function());
            default -> false;
        };
    }

    /** A threshold by itself, or what it multiplies. */
    private void take(CelExpr node) {
        if (node.getKind() == Kind.IDENT && thresholds.contains(node.ident().name())) {
            found.add(node.ident().name());
        } else if (node.getKind() == Kind.CALL && node.call().function().equals("_*_")) {
            node.call().args().forEach(this::take);
        }
    }
}
