package org.clientele.plugins.definition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the findings of one file and gives each its line. Not thread-safe. */
final class Report {
    /** The most findings of a file: nobody reads more, and a file made to have them costs no more. */
    static final int MAX_FINDINGS = 1_000;

    private static final int SHOWN = 80;

    private final String file;
    private final List<Finding> findings = new ArrayList<>();
    private @Nullable YamlPlaces places;
    private int expressions;
    private int characters;
    private boolean tooMuch;

    Report(String file) {
        this.file = file;
    }

    /**
     * Where a value starts.
     *
     * @param line 1-based
     * @param column 1-based
     * @param keyLine line of its key, or of the value where it has none
     * @param keyColumn column of its key, or of the value where it has none
     * @param inLine distance from the start to the value's text, or -1 when the text is not on one line as it stands
     */
    record Place(int line, int column, int keyLine, int keyColumn, int inLine) {}

    void places(YamlPlaces places) {
        this.places = places;
    }

    boolean hasFindings() {
        return !findings.isEmpty();
    }

    /** Whether what is added now would be left out. */
    boolean isFull() {
        return findings.size() >= MAX_FINDINGS;
    }

    /** The findings in the order of the file. */
    List<Finding> findings() {
        return findings.stream()
                .sorted(Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column))
                .toList();
    }

    void add(FindingKind kind, String path, Object found, List<String> expected) {
        Place place = place(path);
        addAt(kind, place.line(), place.column(), path, found, expected);
    }

    void add(FindingKind kind, String path, Object found, String... expected) {
        add(kind, path, found, List.of(expected));
    }

    /** Points at the key instead of the value. */
    void addAtKey(FindingKind kind, String path, Object found, List<String> expected) {
        Place place = place(path);
        addAt(kind, place.keyLine(), place.keyColumn(), path, found, expected);
    }

    void addAt(FindingKind kind, int line, int column, String path, Object found, List<String> expected) {
        if (!isFull()) {
            findings.add(new Finding(kind, file, line, column, path, shorten(String.valueOf(found)), expected));
        }
    }

    /** A problem inside an expression; points at the place in the expression when the file shows it on one line. */
    void add(String path, ExpressionProblem problem) {
        Place place = place(path);
        int column = place.inLine() < 0 ? place.column() : place.column() + place.inLine() + problem.offset();
        addAt(problem.kind(), place.line(), column, path, problem.found(), problem.expected());
    }

    /** Checks an expression and reports what is wrong with it; beyond the bounds of {@link DefinitionReader} that there is too much. */
    void check(String path, @Nullable String expression, Scope scope) {
        if (expression == null || tooMuch) {
            return;
        }
        expressions++;
        characters += expression.length();
        tooMuch = expressions > DefinitionReader.MAX_EXPRESSIONS
                || characters > DefinitionReader.MAX_EXPRESSION_CHARACTERS;
        if (expressions > DefinitionReader.MAX_EXPRESSIONS) {
            String most = String.valueOf(DefinitionReader.MAX_EXPRESSIONS);
            add(FindingKind.TOO_MANY_EXPRESSIONS, path, expression, most);
        } else if (tooMuch) {
            String most = String.valueOf(DefinitionReader.MAX_EXPRESSION_CHARACTERS);
            add(FindingKind.EXPRESSIONS_TOO_LONG, path, characters, most);
        } else if (ConditionLanguage.check(expression, scope)
                instanceof ExpressionResult.Rejected(List<ExpressionProblem> problems)) {
            problems.forEach(problem -> add(path, problem));
        }
    }

    /** Reports a reference to something that is not declared; whether it is. */
    boolean requireReference(String path, String id, List<String> declared) {
        if (declared.contains(id)) {
            return true;
        }
        add(FindingKind.UNKNOWN_REFERENCE, path, id, Spelling.nearest(id, declared));
        return false;
    }

    /** The place of the value, or of the nearest value around it. */
    private Place place(String path) {
        return places == null ? new Place(0, 0, 0, 0, -1) : places.nearest(path);
    }

    private static String shorten(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
