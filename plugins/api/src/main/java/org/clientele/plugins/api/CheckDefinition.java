package org.clientele.plugins.api;

import org.jspecify.annotations.Nullable;

/**
 * Something that must hold for certain customers, such as the supply that a grade of importance requires. A customer whom it
 * concerns and who does not meet it has a gap: what is required (text), what is found (the actual values of {@code require}'s
 * comparisons), and which rule says so ({@code source}). A gap of missing values is told apart: nothing is recorded yet.
 *
 * <p>Conditions see attributes, metrics and, by the id of a model, the segment a customer is in.
 *
 * @param id lower case, {@code [a-z][a-z0-9_]{0,39}}, unique in the vertical
 * @param group checks of a group stand together; {@code [a-z][a-z0-9_]{0,39}}
 * @param when whom it concerns; null: every customer
 * @param require what must hold; null when {@code extension} answers
 * @param severity how bad a gap is
 * @param extension class name of the plugin's {@link org.clientele.plugins.api.extension.CustomCheck} that answers instead of {@code require}, or null
 * @param source id of the rule ({@link Texts#source})
 */
public record CheckDefinition(
        String id,
        String group,
        @Nullable String when,
        @Nullable String require,
        Severity severity,
        @Nullable String extension,
        String source) {
    /** How bad a gap is. */
    public enum Severity {
        /** It should be mended. */
        ADVICE,
        /** It must be mended. */
        REQUIRED,
        /** It is forbidden and must stop at once. */
        FORBIDDEN
    }
}
