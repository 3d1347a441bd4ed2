package org.clientele.plugins.definition;

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
    static final String NOTHING = MARK + "nothing";

    private Words() {}
}
