package org.clientele.plugins.definition;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.GuideDefinition;
import org.clientele.plugins.api.VerticalDefinition;

/**
 * A guide is for a value of a choice or for whom a condition holds. Guides of a group exclude each other: they are values of one
 * attribute, each at most once.
 */
final class GuideCheck implements DefinitionCheck {
    @Override
    public void check(VerticalDefinition vertical, Report report) {
        if (vertical.guides().isEmpty()) {
            return;
        }
        Scope scope = Scope.member(vertical);
        Map<String, String> attributes = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < vertical.guides().size(); i++) {
            GuideDefinition guide = vertical.guides().get(i);
            String path = "/guides/" + i;
            report.check(path + "/when", guide.when(), scope);
            if (checkParts(path, guide, report)
                    && checkValue(path, guide, vertical, report)
                    && checkGroup(path, guide, attributes, report)
                    && !taken.add(guide.group() + " " + guide.value())) {
                report.add(FindingKind.DUPLICATE_KEY, path + "/value", String.valueOf(guide.value()));
            }
        }
    }

    /** Whether the guide is for a value; reports a mixture of both forms and neither. */
    private static boolean checkParts(String path, GuideDefinition guide, Report report) {
        boolean byValue = guide.attribute() != null || guide.value() != null;
        if (guide.when() == null && !byValue) {
            report.addAtKey(FindingKind.MISSING_KEY, path, "when", List.of("when", "attribute"));
            return false;
        }
        if (guide.when() != null) {
            Part part = new Part(path, report, List.of("when"));
            part.expect("attribute", guide.attribute(), false);
            part.expect("value", guide.value(), false);
            return false;
        }
        Part part = new Part(path, report);
        return part.expect("attribute", guide.attribute(), true) & part.expect("value", guide.value(), true);
    }

    private static boolean checkValue(String path, GuideDefinition guide, VerticalDefinition vertical, Report report) {
        String id = String.valueOf(guide.attribute());
        AttributeDefinition attribute = vertical.attribute(id);
        if (attribute == null) {
            List<String> choices = vertical.attributes().stream()
                    .filter(a -> a.type() == FieldType.CHOICE)
                    .map(AttributeDefinition::id)
                    .toList();
            return report.requireReference(path + "/attribute", id, choices);
        }
        if (attribute.type() != FieldType.CHOICE) {
            report.add(FindingKind.WRONG_KIND, path + "/attribute", id, Words.CHOICE);
            return false;
        }
        return report.requireReference(path + "/value", String.valueOf(guide.value()), attribute.values());
    }

    private static boolean checkGroup(
            String path, GuideDefinition guide, Map<String, String> attributes, Report report) {
        String attribute = String.valueOf(guide.attribute());
        String first = attributes.putIfAbsent(guide.group(), attribute);
        if (first != null && !first.equals(attribute)) {
            report.add(FindingKind.WRONG_KIND, path + "/attribute", attribute, first);
            return false;
        }
        return true;
    }
}
