package org.clientele.cases;

import org.clientele.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What somebody writes down of a case; cannot hold what the portal would not keep.
 *
 * @param subject 1–200 characters
 * @param description at most 8,000 characters, may be empty
 * @param ownerId who answers for it, or null: nobody yet
 * @param team who works on it together, or null
 */
public record CaseData(
        CaseType type,
        String subject,
        String description,
        CasePriority priority,
        @Nullable Long ownerId,
        @Nullable String team) {
    public static final int SUBJECT_LENGTH = 200;
    public static final int DESCRIPTION_LENGTH = 8_000;
    public static final int TEAM_LENGTH = 100;

    public CaseData {
        subject = subject.strip();
        description = description.strip();
        team = team == null || team.isBlank() ? null : team.strip();
        if (subject.isEmpty()) {
            throw new Problem("cases.problem.subject");
        }
        requireLength("cases.problem.subject-long", subject, SUBJECT_LENGTH);
        requireLength("cases.problem.description-long", description, DESCRIPTION_LENGTH);
        requireLength("cases.problem.team-long", team == null ? "" : team, TEAM_LENGTH);
    }

    /** A new case of normal priority that nobody has yet. */
    public static CaseData of(CaseType type, String subject, String description) {
        return new CaseData(type, subject, description, CasePriority.NORMAL, null, null);
    }

    public CaseData ownedBy(@Nullable Long user) {
        return new CaseData(type, subject, description, priority, user, team);
    }

    private static void requireLength(String problem, String text, int most) {
        if (text.length() > most) {
            throw new Problem(problem, text.length(), most);
        }
    }
}
