package org.clientele.stakeholder;

import java.time.LocalDate;
import org.clientele.common.Problem;
import org.clientele.plugins.api.StrategyDefinition.Relationship;
import org.jspecify.annotations.Nullable;

/**
 * What is edited of a party.
 *
 * @param about in free words
 * @param goals of the relationship plan
 * @param level of the relationship, Kotler's five
 * @param ownerId who looks after the relationship, or null: nobody yet
 * @param reviewMonths after how many months it is reviewed again
 * @param nextReview the day of the next review, or null: none is planned
 */
public record StakeholderData(
        Market market,
        String name,
        String about,
        String goals,
        Relationship level,
        @Nullable Long ownerId,
        int reviewMonths,
        @Nullable LocalDate nextReview) {
    public static final int NAME_LENGTH = 200;
    public static final int TEXT_LENGTH = 4_000;
    public static final int MOST_MONTHS = 60;
    private static final int USUAL_MONTHS = 6;

    public StakeholderData {
        name = name.strip();
        about = about.strip();
        goals = goals.strip();
    }

    /** A party to begin with. */
    public static StakeholderData of(Market market, String name) {
        return new StakeholderData(market, name, "", "", Relationship.BASIC, null, USUAL_MONTHS, null);
    }

    /** Fails with what to mend. */
    void requireSound() {
        requireText("stakeholder.problem.name", name, NAME_LENGTH);
        requireShort(about, TEXT_LENGTH);
        requireShort(goals, TEXT_LENGTH);
        if (reviewMonths < 1 || reviewMonths > MOST_MONTHS) {
            throw new Problem("stakeholder.problem.months", reviewMonths, MOST_MONTHS);
        }
    }

    static void requireText(String key, String text, int longest) {
        if (text.isBlank()) {
            throw new Problem(key);
        }
        requireShort(text, longest);
    }

    static void requireShort(String text, int longest) {
        if (text.length() > longest) {
            throw new Problem("stakeholder.problem.long", text.length(), longest);
        }
    }

    public StakeholderData withGoals(String changed) {
        return new StakeholderData(market, name, about, changed, level, ownerId, reviewMonths, nextReview);
    }

    public StakeholderData withReview(Relationship reached, @Nullable LocalDate next) {
        return new StakeholderData(market, name, about, goals, reached, ownerId, reviewMonths, next);
    }

    public StakeholderData ownedBy(@Nullable Long user) {
        return new StakeholderData(market, name, about, goals, level, user, reviewMonths, nextReview);
    }
}
