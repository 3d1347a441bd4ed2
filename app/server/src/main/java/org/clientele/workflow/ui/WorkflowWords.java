package org.clientele.workflow.ui;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.clientele.access.Role;
import org.clientele.common.ui.Formats;
import org.clientele.common.ui.Translations;
import org.clientele.frontend.Icon;
import org.clientele.frontend.Tone;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.WorkflowDefinition;
import org.clientele.plugins.api.WorkflowDefinition.Step;
import org.clientele.workflow.WorkflowEntry;
import org.clientele.workflow.WorkflowRun;
import org.jspecify.annotations.Nullable;

/** Workflows, their steps and what happened in them in the words of a language. */
final class WorkflowWords {
    private static final Translations TEXTS = new Translations();

    private final Vertical vertical;
    private final Locale locale;
    private final Formats formats;

    WorkflowWords(Vertical vertical, Locale locale) {
        this.vertical = vertical;
        this.locale = locale;
        this.formats = new Formats(locale, vertical.currency());
    }

    Formats formats() {
        return formats;
    }

    String name(String workflow) {
        return vertical.text(locale, Texts.workflow(workflow));
    }

    String step(String workflow, String step) {
        return vertical.text(locale, Texts.workflowStep(workflow, step));
    }

    /** The body that answers for a step. */
    String actor(String workflow, Step step) {
        return vertical.text(locale, Texts.workflowActor(workflow, step.id()));
    }

    String source(String source) {
        return text("workflow.source", vertical.text(locale, Texts.source(source)));
    }

    /** The name of the segment that is proposed. */
    String proposed(String workflow, String segment) {
        WorkflowDefinition definition = vertical.definition().workflow(workflow);
        String model = definition == null ? null : definition.subject();
        return model == null ? segment : vertical.text(locale, Texts.segment(model, segment));
    }

    @Nullable
    String tone(WorkflowDefinition workflow, String segment) {
        String subject = workflow.subject();
        ModelDefinition model = subject == null ? null : vertical.definition().model(subject);
        return model == null
                ? null
                : model.segments().stream()
                        .filter(known -> known.id().equals(segment))
                        .map(known -> Tone.orMuted(known.colour()))
                        .findFirst()
                        .orElse(null);
    }

    String state(WorkflowRun.State state) {
        return text("workflow.state." + state.name().toLowerCase(Locale.ROOT));
    }

    /** "3 Mar 2026 · Wang Qiang · no. 2026-14". */
    String what(WorkflowEntry entry) {
        String when = text("workflow.entry", formats.date(entry.data().day()), entry.actor());
        return entry.data().document().isEmpty()
                ? when
                : text("workflow.entry.document", when, entry.data().document());
    }

    /** "Managers, consultants", without administrators, who may do everything. */
    String roles(Collection<Role> roles) {
        List<String> names = roles.stream()
                .filter(role -> role != Role.ADMINISTRATOR)
                .sorted()
                .map(role -> text("access.role." + role.name().toLowerCase(Locale.ROOT)))
                .toList();
        return names.isEmpty()
                ? text("access.role.administrator")
                : names.stream().collect(Collectors.joining(text("workflow.list")));
    }

    static Icon icon(WorkflowEntry.Kind kind) {
        return switch (kind) {
            case STARTED -> Icon.WORKFLOW;
            case DONE -> Icon.CIRCLE_CHECK;
            case REFUSED -> Icon.CIRCLE_X;
            case WITHDRAWN -> Icon.UNDO_2;
        };
    }

    String text(String key, Object... arguments) {
        return TEXTS.getTranslation(key, locale, arguments);
    }
}
