package org.clientele.stakeholder;

/** A party with how well the relationship stands today. */
public record PartyStanding(Stakeholder party, Health health) {}
