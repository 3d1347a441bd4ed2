package org.clientele.common.ui.condition;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clientele.common.ui.condition.ListField.Kind;
import org.clientele.plugins.definition.Scope;
import org.jspecify.annotations.Nullable;

/** What fits at a place of a condition that is being written: fields, functions, comparisons, values. */
final class Completion {
    private static final int SHOWN = 12;
    private static final Set<String> LOOKING_BACK = Set.of("changed", "changed_from", "changed_to", "days_in");
    private static final List<String> FUNCTIONS =
            List.of("missing(", "days_until(", "in_days(", "in_months(", "date(\"");
    private static final List<String> ORDERED = List.of(">= ", "> ", "<= ", "< ", "== ", "!= ");
    private static final List<String> CHOSEN = List.of("== ", "!= ", "in [");

    private final ConditionSubjects fields;
    private final String before;

    private Completion(ConditionSubjects fields, String before) {
        this.fields = fields;
        this.before = before;
    }

    /**
     * Something that fits.
     *
     * @param text what is written
     * @param name what it is called, empty where it says all itself
     * @param length how many characters before the place it takes the place of
     */
    record Proposal(String text, String name, int length) {
        /** The text with the proposal at the place. */
        String in(String typed, int caret) {
            return typed.substring(0, caret - length) + text + typed.substring(caret);
        }

        /** Where to go on. */
        int caret(int before) {
            return before - length + text.length();
        }
    }

    /** What fits, the likeliest first. */
    static List<Proposal> at(String typed, int caret, ConditionSubjects fields) {
        int place = Math.clamp(caret, 0, typed.length());
        return new Completion(fields, typed.substring(0, place)).proposals();
    }

    private List<Proposal> proposals() {
        int quote = openQuote();
        String word = quote >= 0 ? before.substring(quote) : lastWord(before);
        String lead = before.substring(0, before.length() - word.length()).stripTrailing();
        Stream<Proposal> fitting = quote >= 0 ? values(lead) : names(lead, word);
        return fitting.filter(proposal -> !proposal.text().equals(word) && matches(proposal, word))
                .map(proposal -> new Proposal(proposal.text(), proposal.name(), word.length()))
                .distinct()
                .limit(SHOWN)
                .toList();
    }

    private static boolean matches(Proposal proposal, String word) {
        return proposal.text().startsWith(word)
                || (!word.startsWith("\"")
                        && !word.isEmpty()
                        && proposal.name().toLowerCase().contains(word.toLowerCase()));
    }

    /** Where the text that is being written begins, −1 outside of one. */
    private int openQuote() {
        int open = -1;
        for (int i = 0; i < before.length(); i++) {
            if (open >= 0 && before.charAt(i) == '\\') {
                i++;
            } else if (before.charAt(i) == '"') {
                open = open < 0 ? i : -1;
            }
        }
        return open;
    }

    private Stream<Proposal> names(String lead, String word) {
        Call call = call(lead);
        if (call != null && call.first()) {
            return subjects(call);
        }
        Stream<Proposal> values = word.isEmpty() || !isName(word) ? values(lead) : Stream.empty();
        ListField compared = word.isEmpty() ? field(lastWord(lead)).orElse(null) : null;
        if (compared != null) {
            return comparisons(compared.kind());
        }
        String activity = call == null ? null : call.activity();
        Stream<Proposal> found = activity == null
                ? Stream.concat(
                        fields.all().stream()
                                .filter(each -> each.kind() != Kind.ACTIVITY)
                                .map(Completion::named),
                        functions())
                : rows(activity);
        return word.isEmpty() && !expectsName(lead) ? values : Stream.concat(values, found);
    }

    private static boolean expectsName(String lead) {
        return lead.isEmpty()
                || lead.endsWith("&&")
                || lead.endsWith("||")
                || lead.endsWith("(")
                || lead.endsWith("!")
                || lead.endsWith(",");
    }

    private Stream<Proposal> functions() {
        boolean activities = fields.all().stream().anyMatch(each -> each.kind() == Kind.ACTIVITY);
        Stream<String> counting = activities ? Stream.of("count(", "sum(") : Stream.empty();
        Stream<String> back = fields.all().stream().anyMatch(fields::hasHistory)
                ? Stream.of("changed(", "changed_from(", "changed_to(", "days_in(")
                : Stream.empty();
        return Stream.of(counting, back, FUNCTIONS.stream())
                .flatMap(each -> each)
                .map(function -> new Proposal(function, "", 0));
    }

    private Stream<Proposal> subjects(Call call) {
        if (LOOKING_BACK.contains(call.function())) {
            return fields.all().stream()
                    .filter(call.function().equals("days_in") ? fields::hasSpells : fields::hasHistory)
                    .map(Completion::named);
        }
        return fields.all().stream()
                .filter(each -> each.kind() == Kind.ACTIVITY)
                .flatMap(activity -> call.function().equals("count")
                        ? Stream.of(named(activity))
                        : rows(activity.id()).filter(row -> field(row.text())
                                .filter(field ->
                                        field.kind().isNumber() && !row.text().endsWith("." + Scope.DAYS_AGO))
                                .isPresent()));
    }

    private Stream<Proposal> rows(String activity) {
        return fields.rows(activity).stream()
                .flatMap(rows -> rows.all().stream())
                .map(Completion::named);
    }

    private static Stream<Proposal> comparisons(Kind kind) {
        List<String> texts =
                kind.isChosen() ? CHOSEN : kind == Kind.TEXT || kind == Kind.FLAG ? List.of("== ", "!= ") : ORDERED;
        return texts.stream().map(text -> new Proposal(text, "", 0));
    }

    /** The values of what is compared: {@code segment_rfm == }, {@code city in ["a", }, {@code changed_to(segment_rfm, }. */
    private Stream<Proposal> values(String lead) {
        String compared =
                lead.endsWith("==") || lead.endsWith("!=") ? lead.substring(0, lead.length() - 2) : beforeList(lead);
        Call call = call(lead);
        String looked =
                call != null && LOOKING_BACK.contains(call.function()) && lead.endsWith(",") ? call.subject() : "";
        String name = compared == null ? looked : lastWord(compared.stripTrailing());
        return field(name).stream()
                .flatMap(field -> field.choices().stream())
                .map(choice -> new Proposal("\"" + choice.id() + "\"", choice.name(), 0));
    }

    /** What stands before {@code in [}, if a list is being written. */
    private static @Nullable String beforeList(String lead) {
        int list = lead.lastIndexOf('[');
        String start = list < 0 || lead.indexOf(']', list) >= 0
                ? ""
                : lead.substring(0, list).stripTrailing();
        boolean fits = start.endsWith(" in") && (lead.endsWith("[") || lead.endsWith(","));
        return fits ? start.substring(0, start.length() - " in".length()) : null;
    }

    private Optional<ListField> field(String name) {
        return Scope.activityOf(name)
                .flatMap(fields::rows)
                .map(rows -> rows.find(name))
                .orElseGet(() -> fields.find(name));
    }

    private static Proposal named(ListField field) {
        return new Proposal(field.id(), field.name(), 0);
    }

    /** A call that is being written. @param subject its first argument so far */
    private record Call(String function, String subject, boolean first) {
        @Nullable
        String activity() {
            boolean counts = function.equals("count") || function.equals("sum");
            return counts ? Scope.activityOf(subject).orElse(subject) : null;
        }
    }

    /** The innermost open call that counts, sums or looks back. */
    private static @Nullable Call call(String lead) {
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < lead.length(); i++) {
            if (lead.charAt(i) == '(') {
                open.push(i);
            } else if (lead.charAt(i) == ')' && !open.isEmpty()) {
                open.pop();
            }
        }
        for (int bracket : open) {
            String function = lastWord(lead.substring(0, bracket));
            if (LOOKING_BACK.contains(function) || function.equals("count") || function.equals("sum")) {
                String arguments = lead.substring(bracket + 1);
                int comma = arguments.indexOf(',');
                return new Call(function, (comma < 0 ? arguments : arguments.substring(0, comma)).strip(), comma < 0);
            }
        }
        return null;
    }

    private static String lastWord(String text) {
        int start = text.length();
        while (start > 0 && isNamePart(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start);
    }

    private static boolean isName(String word) {
        return isNamePart(word.charAt(0));
    }

    private static boolean isNamePart(char letter) {
        return letter == '_' || letter == '.' || Character.isLetterOrDigit(letter);
    }
}
