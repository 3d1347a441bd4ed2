package org.clientele.survey.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.clientele.common.ui.AnswerPanel;
import org.clientele.engine.figure.Period;
import org.clientele.frontend.Card;
import org.clientele.frontend.KeyFigure;
import org.clientele.frontend.KeyFigure.Direction;
import org.clientele.frontend.KeyFigure.Trend;
import org.clientele.frontend.Tiles;
import org.clientele.plugin.Vertical;
import org.clientele.survey.SurveyResults;
import org.clientele.survey.SurveyResults.Course;
import org.clientele.survey.SurveyTally;
import org.jspecify.annotations.Nullable;

/** What customers said in the overview's days, beside those before; a change is told only where both have enough answers to mean something. */
@org.springframework.stereotype.Component
public class SurveyOverview {
    private static final double HUNDRED = 100;

    private final SurveyResults results;
    private final Clock clock;

    public SurveyOverview(SurveyResults results, Clock clock) {
        this.results = results;
        this.clock = clock;
    }

    /** The card, summed in the background; nothing where nobody was asked, or the user may not know. */
    public Optional<Component> card(Vertical vertical, Period period, Locale locale) {
        if (!results.hasCourse(vertical)) {
            return Optional.empty();
        }
        SurveyWords words = new SurveyWords(locale, vertical.currency(), clock.getZone());
        String title = words.text("survey.overview");
        return Optional.of(new AnswerPanel<>(
                title,
                results.course(vertical, period),
                course -> card(title, words, course, SurveyNavigation.to(vertical.key()))));
    }

    private static Card card(String title, SurveyWords words, Course course, String address) {
        SurveyTally now = course.now();
        SurveyTally before = course.before();
        KeyFigure nps = new KeyFigure(words.text("survey.figure.nps"), words.nps(now));
        KeyFigure csat = new KeyFigure(words.text("survey.figure.csat"), words.csat(now));
        KeyFigure rate = new KeyFigure(words.text("survey.figure.response"), words.rate(now));
        note(words, nps, now.nps(), before.nps(), now.recommending(), before.recommending());
        note(words, csat, hundred(now.csat()), hundred(before.csat()), now.rated(), before.rated());
        if (!change(
                words,
                rate,
                hundred(now.responseRate()),
                hundred(before.responseRate()),
                now.invited(),
                before.invited())) {
            rate.note(words.text(
                    "survey.figure.response.of",
                    words.formats().whole(now.answered()),
                    words.formats().whole(now.invited())));
        }
        Anchor all = new Anchor(address, words.text("survey.overview.open"));
        all.getElement().setAttribute("router-link", true);
        return new Card(title, new Tiles(nps, csat, rate), all);
    }

    private static @Nullable Double hundred(@Nullable Double share) {
        return share == null ? null : HUNDRED * share;
    }

    private static void note(
            SurveyWords words,
            KeyFigure figure,
            @Nullable Double now,
            @Nullable Double before,
            long answers,
            long answersBefore) {
        if (!change(words, figure, now, before, answers, answersBefore)) {
            figure.note(words.text("survey.answers", words.formats().whole(answers), answers));
        }
    }

    /** Whether there is enough on both sides to say what changed. */
    private static boolean change(
            SurveyWords words,
            KeyFigure figure,
            @Nullable Double now,
            @Nullable Double before,
            long counted,
            long countedBefore) {
        if (now == null || before == null || Math.min(counted, countedBefore) < SurveyTally.FEW) {
            return false;
        }
        long change = Math.round(now - before);
        if (change == 0) {
            figure.note(words.text("survey.overview.same", words.formats().whole(counted)));
        } else {
            figure.note(
                    words.text(
                            "survey.overview.change",
                            words.formats().whole(Math.abs(change)),
                            words.formats().whole(counted)),
                    change > 0 ? Direction.UP : Direction.DOWN,
                    change > 0 ? Trend.GOOD : Trend.BAD);
        }
        return true;
    }
}
