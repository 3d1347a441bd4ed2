package org.clientele.plugins.definition;

import java.util.List;
import java.util.Locale;

/**
 * Something wrong at a place of an expression.
 *
 * @param kind what is wrong
 * @param offset where, in UTF-16 units from the start of the expression, 0-based
 * @param found what stands there
 * @param expected what should stand there; empty when the kind says it all
 */
public record ExpressionProblem(FindingKind kind, int offset, String found, List<String> expected) {
    public ExpressionProblem {
        expected = List.copyOf(expected);
    }

    /** What is wrong, in the language of the locale (Chinese or English), without the place. */
    public String message(Locale locale) {
        return FindingTexts.message(locale, kind, found, expected);
    }
}
