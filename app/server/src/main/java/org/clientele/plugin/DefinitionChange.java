package org.clientele.plugin;

/**
 * Something that another version of a plugin does to the fields of customers, activities and references.
 *
 * @param owner {@link VerticalLayout#CUSTOMER}, the activity's id, or {@link VerticalLayout#reference} of the reference's
 * @param field the field's id in the version that has it; empty when the whole activity or reference is meant
 * @param before the earlier id, type or value list as the kind says; empty where there is none
 * @param after the new one; empty where there is none
 * @param rows how many values or rows it touches
 */
public record DefinitionChange(Kind kind, String owner, String field, String before, String after, long rows) {
    /** What happens. */
    public enum Kind {
        /** Not there before: {@code after} is its type. */
        ADDED,
        /** It was hidden and is declared again, with the values kept. */
        RETURNED,
        /** {@code before} is the earlier id. */
        RENAMED,
        /** {@code before} and {@code after} are types; every value is taken over. */
        RETYPED,
        /** No longer declared: its values are kept and hidden. */
        HIDDEN,
        /** Values that the list of the choice no longer names; they are kept and shown as they are. */
        OUTSIDE,
        /** It is marked as personal data from then on. */
        PERSONAL,
        /** It is personal data no longer; whoever may not see those sees it from then on. */
        NOT_PERSONAL,
        /** Values entered since that do not fit the version gone back to, which shows what it had. */
        LEFT_BEHIND
    }

    DefinitionChange withRows(long count) {
        return new DefinitionChange(kind, owner, field, before, after, count);
    }
}
