package org.clientele.survey;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clientele.common.Problem;
import org.clientele.common.Wording;
import org.jspecify.annotations.Nullable;

/**
 * What a survey asks.
 *
 * @param introduction stands above the questions; may be empty
 * @param validDays how long a link works
 */
public record SurveyData(Wording title, Wording introduction, int validDays, List<Question> questions) {
    public static final int TEXT_LENGTH = 300;
    public static final int INTRODUCTION_LENGTH = 1_000;
    public static final int OPTION_LENGTH = 100;
    public static final int ANSWER_LENGTH = 2_000;
    public static final int MOST_QUESTIONS = 10;
    public static final int MOST_OPTIONS = 12;
    public static final int MOST_DAYS = 365;
    /** A score up to which an answer is a detractor's. */
    public static final int DETRACTOR = 6;
    /** A score from which an answer is a promoter's. */
    public static final int PROMOTER = 9;
    /** A satisfaction from which a customer counts as satisfied. */
    public static final int SATISFIED = 4;
    /** A satisfaction up to which somebody comes back to the customer. */
    public static final int DISSATISFIED = 2;

    public SurveyData {
        questions = List.copyOf(questions);
    }

    /** Recommendation, satisfaction and why: what a new survey begins with. */
    public static SurveyData usual() {
        return new SurveyData(
                new Wording("How are we doing?", "您对我们满意吗？"),
                new Wording("Three questions, one minute.", "三个问题，一分钟。"),
                30,
                List.of(
                        Question.of(
                                QuestionKind.NPS,
                                new Wording(
                                        "How likely are you to recommend us to a friend or colleague?",
                                        "您有多大可能把我们推荐给朋友或同事？"),
                                true),
                        Question.of(
                                QuestionKind.CSAT, new Wording("How satisfied are you with us?", "您对我们的满意程度如何？"), true),
                        Question.of(
                                QuestionKind.TEXT, new Wording("What could we do better?", "您希望我们在哪些方面改进？"), false)));
    }

    /** The place of the first question of a kind; -1 when there is none. */
    public int place(QuestionKind kind) {
        for (int place = 0; place < questions.size(); place++) {
            if (questions.get(place).kind() == kind) {
                return place;
            }
        }
        return -1;
    }

    /** Fails with a problem that names the value unless everything is in its bounds. */
    public void requireSound() {
        requireText(title, TEXT_LENGTH);
        if (introduction.length() > INTRODUCTION_LENGTH) {
            throw new Problem("survey.problem.long", introduction.length(), INTRODUCTION_LENGTH);
        }
        if (validDays < 1 || validDays > MOST_DAYS) {
            throw new Problem("survey.problem.days", validDays, MOST_DAYS);
        }
        if (questions.isEmpty() || questions.size() > MOST_QUESTIONS) {
            throw new Problem("survey.problem.questions", questions.size(), MOST_QUESTIONS);
        }
        questions.forEach(SurveyData::requireSound);
        for (QuestionKind once : List.of(QuestionKind.NPS, QuestionKind.CSAT)) {
            if (questions.stream().filter(question -> question.kind() == once).count() > 1) {
                throw new Problem("survey.problem.once", once.name());
            }
        }
    }

    private static void requireSound(Question question) {
        requireText(question.text(), TEXT_LENGTH);
        if (question.kind() == QuestionKind.SCALE
                && (question.most() < Question.SHORTEST_SCALE || question.most() > Question.LONGEST_SCALE)) {
            throw new Problem("survey.problem.scale", question.most(), Question.SHORTEST_SCALE, Question.LONGEST_SCALE);
        }
        if (question.kind() == QuestionKind.CHOICE) {
            if (question.options().size() < 2 || question.options().size() > MOST_OPTIONS) {
                throw new Problem("survey.problem.options", question.options().size(), MOST_OPTIONS);
            }
            question.options().forEach(option -> requireText(option, OPTION_LENGTH));
        }
    }

    private static void requireText(Wording text, int most) {
        if (text.isBlank()) {
            throw new Problem("survey.problem.empty");
        }
        if (text.length() > most) {
            throw new Problem("survey.problem.long", text.length(), most);
        }
    }

    /** The replies that say something, checked; fails when one does not fit its question or a required one is missing. */
    public List<Reply> checked(List<Reply> replies) {
        List<Reply> said = new ArrayList<>();
        Set<Integer> answered = new HashSet<>();
        for (Reply reply : replies) {
            if (reply.question() < 0 || reply.question() >= questions.size() || !answered.add(reply.question())) {
                throw new Problem("survey.problem.answer");
            }
            said.add(checked(questions.get(reply.question()), reply));
        }
        said.removeIf(reply -> reply.number() == null && reply.text() == null);
        answered.clear();
        said.forEach(reply -> answered.add(reply.question()));
        for (int place = 0; place < questions.size(); place++) {
            if (questions.get(place).required() && !answered.contains(place)) {
                throw new Problem("survey.problem.required", place + 1);
            }
        }
        if (said.isEmpty()) {
            throw new Problem("survey.problem.nothing");
        }
        return said;
    }

    private static Reply checked(Question question, Reply reply) {
        if (question.kind() == QuestionKind.TEXT) {
            String text = reply.text() == null ? "" : reply.text().strip();
            if (text.length() > ANSWER_LENGTH) {
                throw new Problem("survey.problem.long", text.length(), ANSWER_LENGTH);
            }
            return new Reply(reply.question(), null, text.isEmpty() ? null : text);
        }
        Integer number = reply.number();
        if (number != null && (number < question.lowest() || number > question.highest())) {
            throw new Problem("survey.problem.answer");
        }
        return new Reply(reply.question(), number, null);
    }

    /** The number answered to the first question of that kind; null when there is none. */
    public @Nullable Integer score(QuestionKind kind, List<Reply> replies) {
        int place = place(kind);
        return replies.stream()
                .filter(reply -> reply.question() == place)
                .map(Reply::number)
                .findFirst()
                .orElse(null);
    }
}
