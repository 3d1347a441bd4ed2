package org.clientele.common.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a reason compares when it counts activities or looks back, as people say it. */
final class SubjectWords {
    private static final Pattern CALL =
            Pattern.compile("(count|sum|days_in|changed|changed_from|changed_to)\\(([a-z0-9_.]+)(?:, (.*))?\\)");
    private static final Translations TEXTS = new Translations();

    private final Locale locale;
    private final UnaryOperator<String> names;
    private final BiFunction<String, String, String> values;

    /**
     * @param names of ids, also within an expression
     * @param values the name of a value of a field
     */
    SubjectWords(Locale locale, UnaryOperator<String> names, BiFunction<String, String, String> values) {
        this.locale = locale;
        this.names = names;
        this.values = values;
    }

    /** The words of a call; nothing for anything else, such as two calls with an operator between. */
    Optional<String> of(String subject) {
        Matcher call = CALL.matcher(subject);
        boolean single =
                call.matches() && !subject.substring(0, subject.length() - 1).contains(") ");
        return single
                ? Optional.of(words(
                        call.group(1),
                        call.group(2),
                        Optional.ofNullable(call.group(3)).orElse("")))
                : Optional.empty();
    }

    private String words(String function, String subject, String rest) {
        return switch (function) {
            case "count" -> text("count.of", names.apply(subject), window(rest));
            case "sum" -> {
                String activity = subject.substring(0, Math.max(0, subject.indexOf('.')));
                yield text("sum.of", names.apply(activity), names.apply(subject), window(rest));
            }
            case "days_in" -> text("days_in", names.apply(subject));
            default -> changed(function, subject, rest);
        };
    }

    private String window(String rest) {
        if (rest.isEmpty()) {
            return "";
        }
        int comma = rest.indexOf(", ");
        String days = days(comma < 0 ? rest : rest.substring(0, comma));
        return comma < 0 ? text("rows", days) : text("rows.where", days, names.apply(rest.substring(comma + 2)));
    }

    private String days(String number) {
        return text("last_days", Long.valueOf(number));
    }

    private String changed(String function, String subject, String rest) {
        List<String> parts = Arrays.asList(rest.split(", "));
        List<String> changes = parts.subList(0, parts.size() - 1).stream()
                .map(value -> values.apply(subject, value.replace("\"", "")))
                .toList();
        String key = changes.size() > 1 ? "changed_from_to" : function;
        return text(
                key,
                names.apply(subject),
                days(parts.getLast()),
                changes.isEmpty() ? "" : changes.getFirst(),
                changes.isEmpty() ? "" : changes.getLast());
    }

    private String text(String key, Object... arguments) {
        return TEXTS.getTranslation("customer.condition." + key, locale, arguments);
    }
}
