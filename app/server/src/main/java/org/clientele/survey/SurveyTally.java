package org.clientele.survey;

import org.jspecify.annotations.Nullable;

/**
 * What many answers add up to.
 *
 * @param invited customers who were asked by a link
 * @param answered those of them who answered
 * @param byStaff answers that staff entered; nobody knows how many would not answer, so that they are not in the response rate
 * @param promoters answers from {@link SurveyData#PROMOTER} to the question of recommendation
 * @param passives answers between
 * @param detractors answers up to {@link SurveyData#DETRACTOR}
 * @param satisfied answers from {@link SurveyData#SATISFIED} to the question of satisfaction
 * @param rated all answers to it
 */
public record SurveyTally(
        long invited,
        long answered,
        long byStaff,
        long promoters,
        long passives,
        long detractors,
        long satisfied,
        long rated) {
    public static final SurveyTally NONE = new SurveyTally(0, 0, 0, 0, 0, 0, 0, 0);
    /** With fewer answers a share says little about all customers; the usual rule of thumb. */
    public static final int FEW = 30;

    private static final double Z = 1.96;
    private static final double HUNDRED = 100;

    /** One customer's. */
    static SurveyTally of(boolean answered, boolean byStaff, @Nullable Integer nps, @Nullable Integer csat) {
        return new SurveyTally(
                byStaff ? 0 : 1,
                answered && !byStaff ? 1 : 0,
                byStaff ? 1 : 0,
                nps != null && nps >= SurveyData.PROMOTER ? 1 : 0,
                nps != null && nps > SurveyData.DETRACTOR && nps < SurveyData.PROMOTER ? 1 : 0,
                nps != null && nps <= SurveyData.DETRACTOR ? 1 : 0,
                csat != null && csat >= SurveyData.SATISFIED ? 1 : 0,
                csat != null ? 1 : 0);
    }

    public SurveyTally plus(SurveyTally other) {
        return new SurveyTally(
                invited + other.invited,
                answered + other.answered,
                byStaff + other.byStaff,
                promoters + other.promoters,
                passives + other.passives,
                detractors + other.detractors,
                satisfied + other.satisfied,
                rated + other.rated);
    }

    /** Answers in all. */
    public long answers() {
        return answered + byStaff;
    }

    /** Answers to the question of recommendation. */
    public long recommending() {
        return promoters + passives + detractors;
    }

    /** Answered links ÷ links, from 0 to 1; null when nobody was asked by a link. */
    public @Nullable Double responseRate() {
        return invited == 0 ? null : (double) answered / invited;
    }

    /** Share of promoters less share of detractors, from -100 to 100; null without answers. */
    public @Nullable Double nps() {
        return recommending() == 0 ? null : HUNDRED * (promoters - detractors) / recommending();
    }

    /** Half the width of the 95 % interval around {@link #nps}, from the variance of the three groups; null with few answers. */
    public @Nullable Double npsMargin() {
        long n = recommending();
        if (n < FEW) {
            return null;
        }
        double difference = (double) (promoters - detractors) / n;
        double variance = (double) (promoters + detractors) / n - difference * difference;
        return HUNDRED * Z * Math.sqrt(variance / n);
    }

    /** Share of those who are satisfied, from 0 to 1; null without answers. */
    public @Nullable Double csat() {
        return rated == 0 ? null : (double) satisfied / rated;
    }

    /** Half the width of the 95 % interval around {@link #csat}; null with few answers. */
    public @Nullable Double csatMargin() {
        if (rated < FEW) {
            return null;
        }
        double share = (double) satisfied / rated;
        return Z * Math.sqrt(share * (1 - share) / rated);
    }

    /** Whether a share of these answers says little about all customers. */
    public boolean isFew() {
        return answers() < FEW;
    }
}
