package org.clientele.plugins.definition;

import java.util.Locale;

/**
 * What can be wrong with a vertical's files. The text of a kind stands in {@code findings*.properties} beside this class under
 * its {@link #key()}; {@code {0}} is what was found, {@code {1}} what was expected.
 */
public enum FindingKind {
    FILE_TOO_LARGE,
    FILE_MISSING,
    NOT_UTF8,
    YAML_SYNTAX,
    YAML_FEATURE,
    YAML_TOO_DEEP,
    TOO_MANY_VALUES,
    KEY_TOO_LONG,
    DUPLICATE_KEY,
    MISSING_KEY,
    UNKNOWN_KEY,
    WRONG_TYPE,
    VALUE_NOT_LISTED,
    BAD_FORMAT,
    OUT_OF_RANGE,
    WRONG_LENGTH,
    WRONG_COUNT,
    REPEATED_ITEM,
    REPEATED_HEADER,
    DUPLICATE_ID,
    RESERVED_ID,
    UNKNOWN_REFERENCE,
    WRONG_KIND,
    UNREACHABLE_SEGMENT,
    SEGMENT_WITHOUT_VALUE,
    NOT_ASCENDING,
    NOT_DESCENDING,
    SHARES_NOT_ONE,
    NOT_ALLOWED_HERE,
    SCHEMA_OTHER,
    TOO_MANY_EXPRESSIONS,
    EXPRESSIONS_TOO_LONG,
    EXPRESSION_TOO_LONG,
    EXPRESSION_TOO_DEEP,
    EXPRESSION_TOO_DEAR,
    EXPRESSION_SYNTAX,
    EXPRESSION_UNKNOWN_NAME,
    EXPRESSION_TYPES,
    EXPRESSION_ANSWER,
    EXPRESSION_UNKNOWN_VALUE,
    EXPRESSION_DATE,
    EXPRESSION_OFFSET,
    EXPRESSION_LIST,
    EXPRESSION_MISSING,
    EXPRESSION_ACTIVITY_FIELD,
    EXPRESSION_ROW,
    EXPRESSION_SUM,
    EXPRESSION_WINDOW,
    EXPRESSION_HISTORY,
    EXPRESSION_FEATURE,
    TEXT_MISSING,
    TEXT_EMPTY,
    TEXT_UNUSED,
    TEXT_MALFORMED,
    TEXT_MARKUP,
    TEXT_LANGUAGE,
    TEXT_PUNCTUATION,
    TEXT_LINES,
    TEXT_UNFINISHED,
    SOURCE_MISSING,
    TOO_FEW_MODELS,
    PART_MISSING,
    SEGMENT_WITHOUT_STRATEGY,
    COLOUR_REPEATED;

    /** The stable key of the kind's text: {@code finding.duplicate-key}. */
    public String key() {
        return "finding." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
