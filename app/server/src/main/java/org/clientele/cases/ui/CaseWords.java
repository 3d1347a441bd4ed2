package org.clientele.cases.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.clientele.cases.CaseAlert;
import org.clientele.cases.CaseEvent;
import org.clientele.cases.CasePriority;
import org.clientele.cases.CaseReason;
import org.clientele.cases.CaseState;
import org.clientele.cases.CaseType;
import org.clientele.cases.ComplaintStep;
import org.clientele.cases.ServiceCase;
import org.clientele.common.AddressParameters;
import org.clientele.common.ui.Formats;
import org.clientele.common.ui.Translations;
import org.clientele.frontend.Icon;
import org.clientele.frontend.Tag;
import org.clientele.frontend.Tone;
import org.clientele.plugin.Vertical;
import org.jspecify.annotations.Nullable;

/** Cases in the words of a language, with times as the house counts them. */
final class CaseWords {
    private static final int HOUR = 60;
    private static final Translations TEXTS = new Translations();

    private final Locale locale;
    private final Formats formats;
    private final ZoneId zone;

    CaseWords(Vertical vertical, Locale locale, ZoneId zone) {
        this.locale = locale;
        this.formats = new Formats(locale, vertical.currency());
        this.zone = zone;
    }

    Formats formats() {
        return formats;
    }

    String text(String key, Object... arguments) {
        return TEXTS.getTranslation(key, locale, arguments);
    }

    String type(CaseType type) {
        return named("cases.type.", type);
    }

    String state(CaseState state) {
        return named("cases.state.", state);
    }

    String priority(CasePriority priority) {
        return named("cases.priority.", priority);
    }

    String reason(@Nullable CaseReason reason) {
        return reason == null ? Formats.MISSING : named("cases.reason.", reason);
    }

    String owner(ServiceCase one) {
        return Objects.requireNonNullElse(one.owner(), text("cases.nobody"));
    }

    String step(ComplaintStep step) {
        return named("cases.step.", step);
    }

    String time(Instant time) {
        return formats.dateTime(time, zone);
    }

    String day(Instant time) {
        return formats.date(LocalDate.ofInstant(time, zone));
    }

    /** "C-1042 · Parcel lost". */
    String title(ServiceCase one) {
        return one.label() + " · " + one.data().subject();
    }

    Tag stateTag(ServiceCase one) {
        return new Tag(state(one.state()), tone(one.state()));
    }

    /** Nothing for a usual priority. */
    Optional<Tag> priorityTag(ServiceCase one) {
        return switch (one.data().priority()) {
            case NORMAL -> Optional.empty();
            case LOW -> Optional.of(new Tag(priority(CasePriority.LOW), Tone.MUTED));
            case HIGH -> Optional.of(new Tag(priority(CasePriority.HIGH), Tone.WARN));
            case URGENT -> Optional.of(new Tag(priority(CasePriority.URGENT), Tone.BAD));
        };
    }

    /** How late it is, in a word; nothing while all is well. */
    Optional<Tag> alertTag(ServiceCase one) {
        return switch (one.alert()) {
            case NONE -> Optional.empty();
            case NEAR -> Optional.of(new Tag(alert(CaseAlert.NEAR), Tone.WARN));
            case LATE, ESCALATED -> Optional.of(new Tag(alert(one.alert()), Tone.BAD));
        };
    }

    String alert(CaseAlert alert) {
        return named("cases.alert.", alert);
    }

    /** By when something has to be done: "soon due: 3 Mar 2026 14:00"; a dash while no clock runs. */
    String due(ServiceCase one) {
        if (one.dueAt() == null) {
            return Formats.MISSING;
        }
        return one.alert() == CaseAlert.NONE
                ? time(one.dueAt())
                : text("cases.due", alert(one.alert()), time(one.dueAt()));
    }

    /** "2 h 30 min" of working time. */
    String working(Duration time) {
        long minutes = Math.abs(time.toMinutes());
        if (minutes < HOUR) {
            return text("cases.minutes", minutes);
        }
        long rest = minutes % HOUR;
        return rest == 0 ? text("cases.whole-hours", minutes / HOUR) : text("cases.hours", minutes / HOUR, rest);
    }

    private static String tone(CaseState state) {
        return switch (state) {
            case NEW, REOPENED -> Tone.WARN;
            case OPEN -> Tone.ACCENT;
            case WAITING_CUSTOMER, WAITING_THIRD, CLOSED -> Tone.MUTED;
            case SOLVED -> Tone.GOOD;
        };
    }

    /** What was done, as one line. */
    String event(CaseEvent event) {
        String before = value(event.kind(), event.before());
        String after = value(event.kind(), event.after());
        return text("cases.event." + AddressParameters.code(event.kind()), before, after);
    }

    private String value(CaseEvent.Kind kind, @Nullable String value) {
        if (value == null) {
            return Formats.MISSING;
        }
        return switch (kind) {
            case STATE -> state(CaseState.valueOf(value));
            case TYPE -> type(CaseType.valueOf(value));
            case PRIORITY -> priority(CasePriority.valueOf(value));
            case STEP -> step(ComplaintStep.valueOf(value));
            case ALERT -> alert(CaseAlert.valueOf(value));
            default -> value;
        };
    }

    /** Who and what they wrote. */
    String detail(CaseEvent event) {
        List<String> lines = new ArrayList<>();
        lines.add(Objects.requireNonNullElse(event.actor(), text("cases.event.portal")));
        if (!event.note().isEmpty()) {
            lines.add(event.note());
        }
        return String.join("\n", lines);
    }

    static Icon icon(CaseEvent.Kind kind) {
        return switch (kind) {
            case OPENED -> Icon.LIFE_BUOY;
            case STATE, MERGED, TOOK_IN -> Icon.ARROW_RIGHT;
            case OWNER, TEAM -> Icon.USER_CHECK;
            case PRIORITY -> Icon.FLAG;
            case TYPE, TEXT -> Icon.PENCIL;
            case ANSWERED -> Icon.CHECK;
            case NOTE -> Icon.NOTEBOOK_PEN;
            case CONTACT -> Icon.MESSAGE_SQUARE;
            case RELATED, UNRELATED -> Icon.LINK;
            case ATTACHED, DETACHED -> Icon.FILE;
            case ALERT -> Icon.TRIANGLE_ALERT;
            case STEP -> Icon.CHECK;
        };
    }

    private String named(String prefix, Enum<?> value) {
        return text(prefix + AddressParameters.code(value));
    }
}
