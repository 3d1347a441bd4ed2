package org.clientele.survey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a customer was asked, and what came of it.
 *
 * @param survey what was asked
 * @param about what it was about, or null: the customer's whole experience
 * @param invitedBy display name of who asked
 * @param expiresAt until when the link works
 * @param answeredAt null: not yet
 * @param byStaff whether staff entered the answers
 * @param nps what was answered to the question of recommendation, or null
 * @param csat what was answered to the question of satisfaction, or null
 */
public record Invitation(
        long id,
        long surveyId,
        SurveyData survey,
        long customerId,
        @Nullable SurveyAbout about,
        String invitedBy,
        Instant invitedAt,
        Instant expiresAt,
        @Nullable Instant answeredAt,
        boolean byStaff,
        @Nullable Integer nps,
        @Nullable Integer csat) {
    /** Whether somebody should come back to the customer. */
    public boolean isUnhappy() {
        return isUnhappy(nps, csat);
    }

    static boolean isUnhappy(@Nullable Integer nps, @Nullable Integer csat) {
        return (nps != null && nps <= SurveyData.DETRACTOR) || (csat != null && csat <= SurveyData.DISSATISFIED);
    }
}
