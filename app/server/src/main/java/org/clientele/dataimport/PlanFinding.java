package org.clientele.dataimport;

/**
 * Why a plan cannot be carried out.
 *
 * @param field id of the target's field to mend, or the name of a choice ({@code currency}, {@code dates})
 * @param key key of the translated message
 * @param argument the value found
 */
public record PlanFinding(String field, String key, String argument) {}
