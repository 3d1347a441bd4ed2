package org.clientele.plugins.definition;

import java.util.Locale;

/** Words of ours among the values of a finding; {@link FindingTexts} says them in the reader's language. */
final class Words {
    static final String MARK = "word.";

    static final String TEXT = MARK + "text";
    static final String WHOLE_NUMBER = MARK + "whole-number";
    static final String NUMBER = MARK + "number";
    static final String TRUTH = MARK + "truth";
    static final String DATE = MARK + "date";
    static final String MONEY = MARK + "money";
    static final String DAYS = MARK + "days";
    static final String LIST = MARK + "list";
    static final String LIST_OF_TEXT = MARK + "list-of-text";
    static final String LIST_OF_NUMBERS = MARK + "list-of-numbers";
    static final String MAPPING = MARK + "mapping";
    static final String ACTIVITY = MARK + "activity";
    static final String NOTHING = MARK + "nothing";
    static final String CHOICE = MARK + "choice";
    static final String GROUPING = MARK + "grouping";
    static final String REFERENCE = MARK + "reference";
    static final String SINGLE = MARK + "single";

    private Words() {}

    /** A constant as the file writes it. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
