package org.clientele.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.clientele.common.Wording;
import org.clientele.dataimport.SampleImports.Stored;
import org.clientele.dataimport.sample.SampleRandom;
import org.clientele.plugin.Vertical;
import org.clientele.survey.PastAnswer;
import org.clientele.survey.PastAnswers;
import org.clientele.survey.Question;
import org.clientele.survey.QuestionKind;
import org.clientele.survey.Reply;
import org.clientele.survey.SurveyData;
import org.clientele.survey.Surveys;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** A survey that customers were asked over a year; service improved meanwhile. Somebody came back to the unhappy ones but the last. */
@Component
@ConditionalOnProperty("clientele.demo")
class SampleSurveys {
    private static final String FILE = "sample-surveys.properties";
    private static final int ASKED = 150;
    private static final int EVERY = 11;
    private static final int YEAR = 365;
    private static final int HOURS = 24;
    private static final int SLOWEST = 9;
    private static final double ANSWERING = 0.45;
    private static final double WRITING = 0.6;
    private static final int MATTERS = 2;
    private static final int WHY = 3;
    /** Whoever was unhappy before that was called back. */
    private static final Duration OPEN = Duration.ofDays(5);

    private final Surveys surveys;
    private final PastAnswers answers;
    private final Clock clock;

    SampleSurveys(Surveys surveys, PastAnswers answers, Clock clock) {
        this.surveys = surveys;
        this.answers = answers;
        this.clock = clock;
    }

    /** @param customers those with the longest history first */
    void ask(Vertical vertical, List<Stored> customers) {
        if (customers.isEmpty()) {
            return;
        }
        SampleWords words = SampleWords.of(FILE, vertical.key());
        SampleRandom random = new SampleRandom(ASKED + vertical.id());
        long survey = surveys.create(vertical.key(), survey(words));
        List<PastAnswer> past = new ArrayList<>();
        for (int i = 0; i < ASKED; i++) {
            past.add(asked(words, random, customers.get(i * EVERY % customers.size()), (double) i / ASKED));
        }
        answers.take(vertical, survey, past);
    }

    private static SurveyData survey(SampleWords words) {
        SurveyData usual = SurveyData.usual();
        List<Question> questions = new ArrayList<>(usual.questions());
        questions.add(
                MATTERS,
                new Question(
                        QuestionKind.CHOICE,
                        wordings(words, "matters.question.").getFirst(),
                        false,
                        0,
                        wordings(words, "matters.")));
        return new SurveyData(wordings(words, "title.").getFirst(), usual.introduction(), usual.validDays(), questions);
    }

    private static List<Wording> wordings(SampleWords words, String name) {
        List<String> english = words.entries(name, false);
        List<String> chinese = words.entries(name, true);
        List<Wording> both = new ArrayList<>();
        for (int i = 0; i < english.size(); i++) {
            both.add(new Wording(english.get(i), chinese.get(i)));
        }
        return both;
    }

    /** @param progress how much of the year had passed, from 0 to 1 */
    private PastAnswer asked(SampleWords words, SampleRandom random, Stored stored, double progress) {
        Instant now = clock.instant();
        long hours = Math.round((1 - progress) * YEAR * HOURS) + random.below(HOURS);
        Instant invited = now.minus(Duration.ofHours(hours));
        Instant answered = invited.plus(Duration.ofHours(1L + random.below(SLOWEST * HOURS)));
        int nps = recommendation(random, progress);
        List<Reply> replies = replies(words, random, nps, stored.person().chinese());
        if (!random.chance(ANSWERING) || answered.isAfter(now)) {
            return new PastAnswer(stored.id(), invited, null, null, List.of());
        }
        return new PastAnswer(stored.id(), invited, answered, cameBack(random, answered, now), replies);
    }

    private static @Nullable Instant cameBack(SampleRandom random, Instant answered, Instant now) {
        return answered.isAfter(now.minus(OPEN)) ? null : answered.plus(Duration.ofHours(2L + random.below(2 * HOURS)));
    }

    private static int recommendation(SampleRandom random, double progress) {
        if (random.chance(0.28 - 0.12 * progress)) {
            return 2 + random.below(SurveyData.DETRACTOR - 1);
        }
        return random.chance(0.42) ? SurveyData.DETRACTOR + 1 + random.below(2) : SurveyData.PROMOTER + random.below(2);
    }

    private static List<Reply> replies(SampleWords words, SampleRandom random, int nps, boolean chinese) {
        boolean happy = nps > SurveyData.DETRACTOR;
        List<Reply> replies = new ArrayList<>(List.of(
                Reply.of(0, nps),
                Reply.of(1, satisfaction(random, nps)),
                Reply.of(MATTERS, random.below(words.entries("matters.", false).size()))));
        if (random.chance(WRITING)) {
            replies.add(Reply.of(WHY, random.pickSkewed(words.entries(happy ? "happy." : "unhappy.", chinese))));
        }
        return replies;
    }

    private static int satisfaction(SampleRandom random, int nps) {
        if (nps >= SurveyData.PROMOTER) {
            return random.chance(0.7) ? Question.BEST_CSAT : SurveyData.SATISFIED;
        }
        return nps > SurveyData.DETRACTOR ? 3 + random.below(2) : 1 + random.below(3);
    }
}
