package org.clientele.workflow.ui;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clientele.common.ui.Translations;
import org.clientele.customer.TimelineEntry;
import org.clientele.customer.TimelineSource;
import org.clientele.frontend.Tone;
import org.clientele.plugin.Vertical;
import org.clientele.workflow.WorkflowEntry;
import org.clientele.workflow.WorkflowRun;
import org.clientele.workflow.Workflows;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What happened in the workflows of a customer, on the timeline. */
@Component
@Order(40)
class WorkflowTimeline implements TimelineSource {
    private static final String KIND = "workflow";

    private final Workflows workflows;
    private final Translations texts;

    WorkflowTimeline(Workflows workflows, Translations texts) {
        this.workflows = workflows;
        this.texts = texts;
    }

    @Override
    public List<Kind> kinds(Vertical vertical, Locale locale) {
        return vertical.definition().workflows().isEmpty()
                ? List.of()
                : List.of(new Kind(KIND, texts.getTranslation("workflow.timeline", locale)));
    }

    @Override
    public List<TimelineEntry> newest(Vertical vertical, long customerId, String kind, int limit, Locale locale) {
        WorkflowWords words = new WorkflowWords(vertical, locale);
        return workflows.history(vertical.key(), customerId).stream()
                .flatMap(run -> entries(words, run))
                .sorted(Comparator.comparing(TimelineEntry::at).reversed())
                .limit(limit)
                .toList();
    }

    /** The newest first, so that what happened on the same day stays in order. */
    private static Stream<TimelineEntry> entries(WorkflowWords words, WorkflowRun run) {
        return IntStream.range(0, run.entries().size())
                .map(place -> run.entries().size() - 1 - place)
                .mapToObj(place -> entry(words, run, place));
    }

    private static TimelineEntry entry(WorkflowWords words, WorkflowRun run, int place) {
        WorkflowEntry entry = run.entries().get(place);
        String step = entry.step();
        String what =
                switch (entry.kind()) {
                    case STARTED -> words.text("workflow.started");
                    case WITHDRAWN -> words.state(WorkflowRun.State.WITHDRAWN);
                    case DONE -> words.step(run.workflow(), String.valueOf(step));
                    case REFUSED ->
                        words.text("workflow.step.refused", words.step(run.workflow(), String.valueOf(step)));
                };
        String note = entry.data().note();
        return new TimelineEntry(
                KIND,
                run.id() + "-" + place,
                entry.data().day().atStartOfDay(),
                WorkflowWords.icon(entry.kind()).iconName(),
                tone(entry),
                words.text("workflow.timeline.title", words.name(run.workflow()), what),
                note.isEmpty() ? words.what(entry) : words.what(entry) + "\n" + note);
    }

    private static @Nullable String tone(WorkflowEntry entry) {
        return switch (entry.kind()) {
            case DONE -> Tone.GOOD;
            case REFUSED -> Tone.BAD;
            case STARTED, WITHDRAWN -> null;
        };
    }
}
