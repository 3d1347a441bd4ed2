package org.clientele.interaction;

/**
 * An interaction that somebody has to come back to, with the customer's title for the list.
 *
 * @param customer the customer's name, or number
 */
public record FollowUp(Interaction interaction, String customer) {}
