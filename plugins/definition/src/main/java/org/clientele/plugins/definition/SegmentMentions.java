package org.clientele.plugins.definition;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which segments of a model an expression names: by comparing, in a list, or as where somebody came from or went to. */
public final class SegmentMentions {
    private final String variable;
    private final Set<String> segments = new HashSet<>();

    private SegmentMentions(String variable) {
        this.variable = variable;
    }

    /** The ids of the model's segments that the expression names. */
    public static Set<String> of(CheckedExpression expression, String model) {
        SegmentMentions mentions = new SegmentMentions(Scope.SEGMENT_PREFIX + model);
        mentions.visit(expression.tree().getExpr());
        return Set.copyOf(mentions.segments);
    }

    private void visit(CelExpr node) {
        if (node.getKind() == Kind.CALL) {
            List<CelExpr> parts = parts(node.call());
            if (parts.stream().anyMatch(this::isModel)) {
                parts.stream().flatMap(SegmentMentions::texts).forEach(segments::add);
            }
            parts.forEach(this::visit);
        }
    }

    private static List<CelExpr> parts(CelCall call) {
        return Stream.concat(call.target().stream(), call.args().stream()).toList();
    }

    private boolean isModel(CelExpr part) {
        return part.getKind() == Kind.IDENT && part.ident().name().equals(variable);
    }

    private static Stream<String> texts(CelExpr part) {
        return switch (part.getKind()) {
            case CONSTANT ->
                part.constant().getKind() == CelConstant.Kind.STRING_VALUE
                        ? Stream.of(part.constant().stringValue())
                        : Stream.empty();
            case LIST -> part.list().elements().stream().flatMap(SegmentMentions::texts);
            default -> Stream.empty();
        };
    }
}
