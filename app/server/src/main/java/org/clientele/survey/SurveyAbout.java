package org.clientele.survey;

/**
 * What a customer was asked about.
 *
 * @param key what it is, the same after export and import: the number of a case, the time of a contact, model and segment
 */
public record SurveyAbout(Kind kind, String key) {
    /** The kinds of matter. */
    public enum Kind {
        INTERACTION,
        CASE,
        SEGMENT
    }
}
