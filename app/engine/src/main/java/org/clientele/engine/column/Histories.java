package org.clientele.engine.column;

/** What customers were in before, by variable ({@code segment_pyramid}). Implementations are safe to share between threads; they may load on demand. */
@FunctionalInterface
public interface Histories {
    /** Nothing is known of the past. */
    Histories NONE = variable -> HistoryColumns.builder(java.util.List.of()).build();

    /** The history of a variable that has one. */
    HistoryColumns of(String variable);
}
