package org.clientele.dataimport;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.dataimport.file.DateText;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.ImportPreset.Column;
import org.clientele.plugins.api.ImportPreset.Transform;

/** Finds what keeps a plan from being carried out: a plan without findings can be interpreted. */
public final class PlanCheck {
    private static final Set<FieldType> NUMBERS = Set.of(FieldType.INTEGER, FieldType.DECIMAL, FieldType.MONEY);

    private PlanCheck() {}

    public static List<PlanFinding> check(ImportPlan plan, Vertical vertical) {
        List<PlanFinding> findings = new ArrayList<>();
        if (!isDeclared(plan.target(), vertical)) {
            return List.of(new PlanFinding("target", "dataimport.finding.target", plan.target()));
        }
        Map<String, TargetField> targets = TargetField.of(vertical, plan.target());
        for (TargetField target : targets.values()) {
            if (target.isRequired()) {
                requireMapping(plan, target.id(), findings);
            }
        }
        Set<String> seen = new HashSet<>();
        for (Column mapping : plan.mappings()) {
            check(plan, mapping, targets, seen, findings);
        }
        checkChoices(plan, findings);
        return findings;
    }

    /** Whether a value can stand in a field, as a preset or a person says that a text stands for it. */
    public static boolean reads(String value, TargetField target) {
        return StandInTexts.reads(value.strip(), target);
    }

    private static boolean isDeclared(String target, Vertical vertical) {
        return target.equals(ImportPlan.CUSTOMERS)
                || ImportPlan.recordsOf(target).isPresent()
                || vertical.definition().activity(target) != null
                || vertical.definition().reference(target) != null;
    }

    private static void requireMapping(ImportPlan plan, String field, List<PlanFinding> findings) {
        if (plan.mapping(field) == null) {
            findings.add(new PlanFinding(field, "dataimport.finding.required", ""));
        }
    }

    private static void check(
            ImportPlan plan,
            Column mapping,
            Map<String, TargetField> targets,
            Set<String> seen,
            List<PlanFinding> findings) {
        TargetField target = targets.get(mapping.target());
        if (target == null) {
            findings.add(new PlanFinding(mapping.target(), "dataimport.finding.unknown", mapping.target()));
            return;
        }
        if (!seen.add(mapping.target())) {
            findings.add(new PlanFinding(mapping.target(), "dataimport.finding.twice", ""));
        }
        for (String column : mapping.from()) {
            if (!plan.columns().contains(column)) {
                findings.add(new PlanFinding(mapping.target(), "dataimport.finding.column", column));
            }
        }
        int wanted = mapping.transform() == Transform.MULTIPLY ? 2 : 1;
        if (mapping.from().size() != wanted) {
            findings.add(new PlanFinding(mapping.target(), "dataimport.finding.columns", String.valueOf(wanted)));
        }
        for (String value : mapping.values().values()) {
            if (!reads(value, target)) {
                findings.add(new PlanFinding(mapping.target(), "dataimport.finding.value", value));
            }
        }
        if (!fits(mapping, target)) {
            findings.add(new PlanFinding(mapping.target(), "dataimport.finding.transform", ""));
        }
    }

    private static boolean fits(Column mapping, TargetField target) {
        return switch (mapping.transform()) {
            case NONE -> true;
            case STRIP_FRACTION -> target.type() == FieldType.TEXT || target.type() == FieldType.INTEGER;
            case MULTIPLY -> NUMBERS.contains(target.type());
            case STARTS_WITH ->
                target.type() == FieldType.BOOLEAN
                        && mapping.argument() != null
                        && !mapping.argument().isEmpty();
            case IS_NEGATIVE -> target.type() == FieldType.BOOLEAN;
        };
    }

    private static void checkChoices(ImportPlan plan, List<PlanFinding> findings) {
        boolean known = Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(plan.currency()));
        if (!known) {
            findings.add(new PlanFinding("currency", "dataimport.finding.currency", plan.currency()));
        }
        try {
            new DateText(plan.format().dates());
        } catch (IllegalArgumentException noPattern) {
            findings.add(new PlanFinding(
                    "dates", "dataimport.finding.dates", plan.format().dates()));
        }
    }
}
