package org.clientele.stakeholder.persistence;

import java.util.List;
import org.clientele.stakeholder.PartyScore.Mark;
import org.clientele.stakeholder.Risks;

/** The marks of a score, as JSON in one cell. */
record ScoreText(List<Mark> marks, Risks risks) {}
