package org.clientele.plugins.definition;

import java.util.List;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ModelDefinition.Rules;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.api.WorkflowDefinition;
import org.jspecify.annotations.Nullable;

/** A workflow proposes the segment of a model that puts customers into one, and sets an attribute that can hold each of them. */
final class WorkflowCheck implements DefinitionCheck {
    @Override
    public void check(VerticalDefinition vertical, Report report) {
        if (vertical.workflows().isEmpty()) {
            return;
        }
        Scope scope = Scope.member(vertical);
        Declared declared = new Declared(vertical, report);
        for (int i = 0; i < vertical.workflows().size(); i++) {
            WorkflowDefinition workflow = vertical.workflows().get(i);
            String path = "/workflows/" + i;
            report.check(path + "/when", workflow.when(), scope);
            checkSubject(path, workflow, vertical, declared, report);
        }
    }

    private static void checkSubject(
            String path, WorkflowDefinition workflow, VerticalDefinition vertical, Declared declared, Report report) {
        String subject = workflow.subject();
        String sets = workflow.sets();
        if (subject == null) {
            new Part(path, report, List.of("subject")).expect("sets", sets, false);
            return;
        }
        ModelDefinition model = vertical.model(subject);
        if (!declared.requireModel(path + "/subject", subject) || model == null) {
            return;
        }
        if (model instanceof Rules rules && rules.match() == Rules.Match.ALL) {
            report.add(FindingKind.WRONG_KIND, path + "/subject", subject, Words.SINGLE);
        }
        if (sets != null && declared.requireVariable(path + "/sets", sets)) {
            checkSets(path + "/sets", vertical.attribute(sets), sets, model, report);
        }
    }

    private static void checkSets(
            String path, @Nullable AttributeDefinition attribute, String id, ModelDefinition model, Report report) {
        if (attribute == null || attribute.type() != FieldType.CHOICE) {
            report.add(FindingKind.WRONG_KIND, path, id, Words.CHOICE);
            return;
        }
        for (String segment : ModelCheck.segmentIds(model)) {
            if (!attribute.values().contains(segment)) {
                report.add(FindingKind.SEGMENT_WITHOUT_VALUE, path, segment, id);
            }
        }
    }
}
