package org.clientele.stakeholder;

/** A party, its plan or its scores changed. */
public record StakeholdersChanged(String verticalKey) {}
