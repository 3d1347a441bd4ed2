package org.clientele.survey;

/** How a question is answered. */
public enum QuestionKind {
    /** How likely to recommend us, from 0 to 10. */
    NPS,
    /** How satisfied, from 1 to 5. */
    CSAT,
    /** A number from 1 to as many as the question has. */
    SCALE,
    /** One of several answers. */
    CHOICE,
    /** In own words. */
    TEXT
}
