package org.clientele.plugins.definition;

import java.util.List;
import org.clientele.plugins.api.CheckDefinition;
import org.clientele.plugins.api.VerticalDefinition;

/** The checks of a vertical: a condition or the plugin's code says what must hold. */
final class RequirementCheck implements DefinitionCheck {
    @Override
    public void check(VerticalDefinition vertical, Report report) {
        if (vertical.checks().isEmpty()) {
            return;
        }
        Scope scope = Scope.member(vertical);
        for (int i = 0; i < vertical.checks().size(); i++) {
            CheckDefinition check = vertical.checks().get(i);
            String path = "/checks/" + i;
            if (check.require() == null && check.extension() == null) {
                report.addAtKey(FindingKind.MISSING_KEY, path, "require", List.of("require", "extension"));
            }
            if (check.require() != null && check.extension() != null) {
                report.addAtKey(FindingKind.NOT_ALLOWED_HERE, path + "/extension", "extension", List.of("require"));
            }
            report.check(path + "/when", check.when(), scope);
            report.check(path + "/require", check.require(), scope);
        }
    }
}
