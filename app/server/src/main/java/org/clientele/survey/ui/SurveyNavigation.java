package org.clientele.survey.ui;

/** Addresses of surveys. */
public final class SurveyNavigation {
    /** What comes before the secret in the link that a customer gets: short, for text messages. */
    static final String LINK = "s/";

    private SurveyNavigation() {}

    /** All surveys. */
    public static String to(String verticalKey) {
        return "v/" + verticalKey + "/surveys";
    }

    /** A survey with its results. */
    public static String to(String verticalKey, long surveyId) {
        return to(verticalKey) + "/" + surveyId;
    }
}
