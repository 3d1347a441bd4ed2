package org.clientele.worklist.ui;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.common.AddressParameters;
import org.clientele.common.ui.Formats;
import org.clientele.common.ui.Translations;
import org.clientele.plugin.Vertical;
import org.clientele.worklist.NextActionKind;
import org.clientele.worklist.RankedAction;
import org.clientele.worklist.WorkAct;
import org.clientele.worklist.WorkItem;
import org.clientele.worklist.WorkNote;
import org.clientele.worklist.WorkOutcome;
import org.clientele.worklist.WorkSource;

/** The worklist in the words of a language. */
final class WorkWords {
    private static final Translations TEXTS = new Translations();

    private final Locale locale;
    private final Formats formats;
    private final List<WorkSource> sources;
    private final String advice;

    WorkWords(Vertical vertical, List<WorkSource> sources, Locale locale) {
        this(sources, locale, new Formats(locale, vertical.currency()), "");
    }

    private WorkWords(List<WorkSource> sources, Locale locale, Formats formats, String advice) {
        this.locale = locale;
        this.sources = sources;
        this.formats = formats;
        this.advice = advice;
    }

    /** The same where acts are answers to advice: it is accepted or rejected. */
    WorkWords ofAdvice() {
        return new WorkWords(sources, locale, formats, ".advice");
    }

    Formats formats() {
        return formats;
    }

    String kind(String kind) {
        return sources.stream()
                .filter(source -> source.kind().equals(kind))
                .map(source -> source.name(locale))
                .findFirst()
                .orElse(kind);
    }

    /** The heading that an item stands under. */
    String group(WorkFilter.Group group, WorkItem item, LocalDate today) {
        return switch (group) {
            case NONE -> "";
            case KIND -> kind(item.kind());
            case DAY -> text("worklist.when." + AddressParameters.code(when(item.dueOn(), today)));
        };
    }

    private static WorkFilter.When when(LocalDate day, LocalDate today) {
        if (day.equals(today)) {
            return WorkFilter.When.TODAY;
        }
        return day.isBefore(today) ? WorkFilter.When.OVERDUE : WorkFilter.When.COMING;
    }

    /** "Follow-up · 3 Mar 2026, 2 days overdue · Li Na". */
    String due(WorkItem item, LocalDate today) {
        String owner = item.owner() == null ? text("worklist.free") : item.owner();
        return Stream.of(kind(item.kind()), day(item.dueOn(), today), owner).collect(Collectors.joining(" · "));
    }

    private String day(LocalDate day, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, day);
        String date = formats.date(day);
        if (days == 0) {
            return text("worklist.due.today", date);
        }
        return text(days > 0 ? "worklist.due.in" : "worklist.due.ago", date, formats.days(Math.abs(days)));
    }

    String act(WorkAct.Kind act) {
        return text("worklist.act." + AddressParameters.code(act) + answer(act));
    }

    String done(WorkAct.Kind act, String customer) {
        return text("worklist.acted." + AddressParameters.code(act) + answer(act), customer);
    }

    private String answer(WorkAct.Kind act) {
        return act == WorkAct.Kind.CLAIM || act == WorkAct.Kind.SKIP ? advice : "";
    }

    /** "3 Mar 2026, 2 days overdue · Li Na". */
    String standing(WorkItem item, LocalDate today) {
        String owner = item.owner() == null ? text("worklist.free") : item.owner();
        return day(item.dueOn(), today) + " · " + owner;
    }

    /** Why an action has its rank: "Why here: open case (50), 2 days overdue (+32); 82 points". */
    String why(RankedAction ranked) {
        String parts = ranked.parts().stream()
                .map(part -> part(ranked.action().kind(), part))
                .collect(Collectors.joining(text("worklist.next.and")));
        return text("worklist.next.why", parts, ranked.points());
    }

    private String part(NextActionKind kind, RankedAction.Part part) {
        return switch (part.why()) {
            case KIND -> text("worklist.next.kind." + AddressParameters.code(kind), part.points());
            case OVERDUE, SOON, COMING ->
                text(
                        "worklist.next.part." + AddressParameters.code(part.why()),
                        part.points(),
                        formats.days(part.number()));
            case RISK -> text("worklist.next.part.risk", part.points(), formats.percentWhole(part.number() / 100.0));
            default -> text("worklist.next.part." + AddressParameters.code(part.why()), part.points());
        };
    }

    String outcome(WorkOutcome outcome) {
        return text("worklist.outcome." + AddressParameters.code(outcome));
    }

    /** "Li Na handed it over to Wang Wei". */
    String note(WorkNote note) {
        String key = "worklist.note." + AddressParameters.code(note.act());
        WorkOutcome outcome = note.outcome();
        LocalDate day = note.day();
        return text(
                key,
                note.author(),
                note.personName() == null ? "" : note.personName(),
                outcome == null ? "" : outcome(outcome),
                day == null ? "" : formats.date(day));
    }

    String text(String key, Object... arguments) {
        return TEXTS.getTranslation(key, locale, arguments);
    }
}
