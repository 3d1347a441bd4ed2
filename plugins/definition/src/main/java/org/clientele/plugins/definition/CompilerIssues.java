package org.clientele.plugins.definition;

import dev.cel.common.CelIssue;
import dev.cel.common.CelSourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the compiler's English messages into problems that can be said in any language. */
final class CompilerIssues {
    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*", Pattern.DOTALL);
    private static final Pattern NO_OVERLOAD = Pattern.compile(
            "found no matching overload for '([^']*)' applied to '\\(?(.*?)\\)?' \\(.*", Pattern.DOTALL);
    private static final Map<String, String> TYPE_NAMES = Map.ofEntries(
            Map.entry("google.protobuf.Timestamp", Words.DATE),
            Map.entry("timestamp", Words.DATE),
            Map.entry("string", Words.TEXT),
            Map.entry("int", Words.WHOLE_NUMBER),
            Map.entry("double", Words.NUMBER),
            Map.entry("bool", Words.TRUTH),
            Map.entry("list(string)", Words.LIST_OF_TEXT),
            Map.entry("list(int)", Words.LIST_OF_NUMBERS),
            Map.entry("list(double)", Words.LIST_OF_NUMBERS),
            Map.entry("activity", Words.ACTIVITY),
            Map.entry("null", Words.NOTHING));

    /** How much of an expression tells a person where to look. */
    private static final int SHOWN = 20;

    private final String expression;
    private final Scope scope;

    CompilerIssues(String expression, Scope scope) {
        this.expression = expression;
        this.scope = scope;
    }

    List<ExpressionProblem> translate(List<CelIssue> issues) {
        List<ExpressionProblem> problems = new ArrayList<>();
        for (CelIssue issue : issues) {
            problems.add(translate(issue));
        }
        return problems;
    }

    private ExpressionProblem translate(CelIssue issue) {
        int offset = offset(issue.getSourceLocation());
        String message = issue.getMessage();
        Matcher undeclared = UNDECLARED.matcher(message);
        if (undeclared.matches()) {
            return new ExpressionProblem(
                    FindingKind.EXPRESSION_UNKNOWN_NAME, offset, undeclared.group(1), nearest(undeclared.group(1)));
        }
        if (message.contains("does not support field selection")) {
            String name = qualifiedName(offset);
            return new ExpressionProblem(FindingKind.EXPRESSION_UNKNOWN_NAME, offset, name, nearest(name));
        }
        Matcher overload = NO_OVERLOAD.matcher(message);
        if (overload.matches()) {
            return new ExpressionProblem(
                    FindingKind.EXPRESSION_TYPES, offset, operator(overload.group(1)), typeNames(overload.group(2)));
        }
        if (message.contains("recursion limit")) {
            return new ExpressionProblem(
                    FindingKind.EXPRESSION_TOO_DEEP, 0, "", List.of(String.valueOf(ConditionLanguage.MAX_DEPTH)));
        }
        return new ExpressionProblem(FindingKind.EXPRESSION_SYNTAX, offset, near(offset), List.of());
    }

    /** The names that resemble the one that was typed, all names when none does. */
    private List<String> nearest(String name) {
        List<String> candidates = new ArrayList<>(scope.variables().keySet());
        candidates.addAll(scope.activities());
        return Spelling.nearest(name, candidates);
    }

    /** The name with the dot at a place. */
    private String qualifiedName(int dot) {
        int from = dot;
        while (from > 0 && isNamePart(expression.charAt(from - 1))) {
            from--;
        }
        int to = Math.min(dot + 1, expression.length());
        while (to < expression.length() && isNamePart(expression.charAt(to))) {
            to++;
        }
        return expression.substring(from, to);
    }

    private static boolean isNamePart(char letter) {
        return letter == '_' || letter == '.' || Character.isLetterOrDigit(letter);
    }

    private static String operator(String function) {
        return function.equals("@in") ? "in" : function.replaceAll("^_|_$", "").replace("_:_", ":");
    }

    private static List<String> typeNames(String types) {
        if (types.isEmpty()) {
            return List.of(Words.NOTHING);
        }
        List<String> names = new ArrayList<>();
        for (String type : types.split(", ")) {
            names.add(typeName(type));
        }
        return names;
    }

    static String typeName(String type) {
        return TYPE_NAMES.getOrDefault(type, type.startsWith("list(") ? Words.LIST : type);
    }

    private String near(int offset) {
        String rest = expression.substring(offset).strip();
        return rest.isEmpty() ? end() : rest.substring(0, Math.min(rest.length(), SHOWN));
    }

    /** The last of an expression that breaks off. */
    private String end() {
        String all = expression.strip();
        return all.substring(Math.max(0, all.length() - SHOWN)) + " …";
    }

    /** CEL counts lines from 1, columns from 0 and characters in code points. */
    private int offset(CelSourceLocation location) {
        int start = 0;
        for (int line = 1; line < location.getLine(); line++) {
            int newline = expression.indexOf('\n', start);
            start = newline < 0 ? expression.length() : newline + 1;
        }
        int codePoints = Math.clamp(location.getColumn(), 0, expression.codePointCount(start, expression.length()));
        return expression.offsetByCodePoints(start, codePoints);
    }
}
