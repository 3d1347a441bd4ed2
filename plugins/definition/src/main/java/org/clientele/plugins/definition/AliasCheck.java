package org.clientele.plugins.definition;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.ReferenceDefinition;
import org.clientele.plugins.api.VerticalDefinition;

/** An earlier id belongs to one attribute, activity or field only, and to none that is declared today. */
final class AliasCheck implements DefinitionCheck {
    private record Named(String id, List<String> aliases) {}

    @Override
    public void check(VerticalDefinition vertical, Report report) {
        checkAliases(
                "/attributes/",
                vertical.attributes().stream().map(AliasCheck::named).toList(),
                report);
        checkAliases(
                "/activities/",
                vertical.activities().stream().map(AliasCheck::named).toList(),
                report);
        for (int i = 0; i < vertical.activities().size(); i++) {
            List<ActivityField> fields = vertical.activities().get(i).fields();
            checkAliases(
                    "/activities/" + i + "/fields/",
                    fields.stream().map(AliasCheck::named).toList(),
                    report);
        }
        checkReferences(vertical, report);
    }

    private static void checkReferences(VerticalDefinition vertical, Report report) {
        checkAliases(
                "/references/",
                vertical.references().stream().map(AliasCheck::named).toList(),
                report);
        for (int i = 0; i < vertical.references().size(); i++) {
            List<ActivityField> fields = vertical.references().get(i).fields();
            checkAliases(
                    "/references/" + i + "/fields/",
                    fields.stream().map(AliasCheck::named).toList(),
                    report);
        }
    }

    private static void checkAliases(String path, List<Named> declared, Report report) {
        Set<String> taken = new HashSet<>();
        declared.forEach(named -> taken.add(named.id()));
        for (int i = 0; i < declared.size(); i++) {
            List<String> aliases = declared.get(i).aliases();
            for (int j = 0; j < aliases.size(); j++) {
                if (!taken.add(aliases.get(j))) {
                    report.add(FindingKind.DUPLICATE_ID, path + i + "/aliases/" + j, aliases.get(j));
                }
            }
        }
    }

    private static Named named(AttributeDefinition attribute) {
        return new Named(attribute.id(), attribute.aliases());
    }

    private static Named named(ActivityDefinition activity) {
        return new Named(activity.id(), activity.aliases());
    }

    private static Named named(ReferenceDefinition reference) {
        return new Named(reference.id(), reference.aliases());
    }

    private static Named named(ActivityField field) {
        return new Named(field.id(), field.aliases());
    }
}
