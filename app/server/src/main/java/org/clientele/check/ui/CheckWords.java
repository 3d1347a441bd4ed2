package org.clientele.check.ui;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.common.ui.Formats;
import org.clientele.common.ui.Translations;
import org.clientele.common.ui.VerticalFormats;
import org.clientele.engine.check.CheckState;
import org.clientele.engine.column.Value;
import org.clientele.engine.condition.Check;
import org.clientele.engine.condition.Operator;
import org.clientele.frontend.Icon;
import org.clientele.frontend.Tone;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.CheckDefinition;
import org.clientele.plugins.api.CheckDefinition.Severity;
import org.clientele.plugins.api.Texts;

/** Checks and what they found in the words of a language; what is found comes from the comparisons that decided. Immutable. */
final class CheckWords {
    private static final Translations TEXTS = new Translations();

    private final VerticalFormats formats;
    private final Locale locale;

    /**
     * @param hidden attributes whose values the reader may not see
     */
    CheckWords(Vertical vertical, Locale locale, Set<String> hidden) {
        this.locale = locale;
        this.formats = new VerticalFormats(vertical.definition(), vertical.texts(), vertical.currency(), locale)
                .hiding(hidden);
    }

    Formats formats() {
        return formats.formats();
    }

    String name(CheckDefinition check) {
        return formats.text(Texts.check(check.id()));
    }

    String required(CheckDefinition check) {
        return formats.text(Texts.checkRequired(check.id()));
    }

    String remedy(CheckDefinition check) {
        return formats.text(Texts.checkRemedy(check.id()));
    }

    String source(CheckDefinition check) {
        return formats.text(Texts.source(check.source()));
    }

    String group(String group) {
        return formats.text(Texts.checkGroup(group));
    }

    String severity(Severity severity) {
        return text("check.severity." + code(severity));
    }

    static Icon icon(Severity severity) {
        return switch (severity) {
            case FORBIDDEN -> Icon.BAN;
            case REQUIRED -> Icon.TRIANGLE_ALERT;
            case ADVICE -> Icon.INFO;
        };
    }

    static String tone(Severity severity) {
        return switch (severity) {
            case FORBIDDEN -> Tone.BAD;
            case REQUIRED -> Tone.WARN;
            case ADVICE -> Tone.MUTED;
        };
    }

    String state(CheckState state) {
        return text("check.state." + code(state));
    }

    static Icon icon(CheckState state) {
        return switch (state) {
            case MET -> Icon.CIRCLE_CHECK;
            case NOT_MET -> Icon.CIRCLE_X;
            case NOT_RECORDED, NOT_CONCERNED -> Icon.CIRCLE_HELP;
        };
    }

    static String tone(CheckState state) {
        return switch (state) {
            case MET -> Tone.GOOD;
            case NOT_MET -> Tone.BAD;
            case NOT_RECORDED -> Tone.WARN;
            case NOT_CONCERNED -> Tone.MUTED;
        };
    }

    /** "Sources 1, at least 2 needed; last drill: not recorded" for a gap; the values alone where the check is met. */
    String found(CheckState state, List<Check> found) {
        String sentence = found.stream()
                .filter(check -> check.holds() == !state.isGap())
                .map(check -> state.isGap() ? gap(check) : value(check))
                .distinct()
                .collect(Collectors.joining(text("check.found.separator")));
        return sentence.isEmpty() ? Formats.MISSING : sentence;
    }

    private String value(Check check) {
        String name = formats.name(check.subject());
        return check.actual().isMissing() && !formats.hides(check.subject())
                ? text("check.found.missing", name)
                : text(isFlag(check) ? "check.found.flag" : "check.found.value", name, actual(check));
    }

    private String gap(Check check) {
        // What a plugin's code looked at comes without a threshold.
        boolean bare = check.operator() == Operator.PRESENT;
        boolean plain = bare || check.actual().isMissing() || isFlag(check) || formats.hides(check.subject());
        return plain
                ? value(check)
                : text("check.found.gap", formats.name(check.subject()), actual(check), needed(check));
    }

    private String needed(Check check) {
        String thresholds = check.thresholds().stream()
                .map(value -> formats.value(check.subject(), value))
                .collect(Collectors.joining(text("check.needs.or")));
        boolean bound = check.operator().ordinal() <= Operator.AT_LEAST.ordinal();
        String kind = bound && check.threshold() instanceof Value.Date ? ".date" : "";
        return text("check.needs." + code(check.operator()) + kind, thresholds);
    }

    private String actual(Check check) {
        return formats.value(check.subject(), check.actual());
    }

    private static boolean isFlag(Check check) {
        return check.actual() instanceof Value.Flag;
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String text(String key, Object... arguments) {
        return TEXTS.getTranslation(key, locale, arguments);
    }
}
