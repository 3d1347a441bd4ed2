package org.clientele.survey.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clientele.common.AddressParameters;
import org.clientele.common.ui.Formats;
import org.clientele.common.ui.Translations;
import org.clientele.survey.Invitation;
import org.clientele.survey.Question;
import org.clientele.survey.QuestionKind;
import org.clientele.survey.Reply;
import org.clientele.survey.Survey;
import org.clientele.survey.SurveyAbout;
import org.clientele.survey.SurveyData;
import org.clientele.survey.SurveyTally;
import org.jspecify.annotations.Nullable;

/** Surveys, invitations and answers in the words of a language. */
final class SurveyWords {
    private static final Translations TEXTS = new Translations();

    private final Locale locale;
    private final Formats formats;
    private final ZoneId zone;

    SurveyWords(Locale locale, String currency, ZoneId zone) {
        this.locale = locale;
        this.formats = new Formats(locale, currency);
        this.zone = zone;
    }

    Formats formats() {
        return formats;
    }

    Locale locale() {
        return locale;
    }

    String text(String key, Object... arguments) {
        return TEXTS.getTranslation(key, locale, arguments);
    }

    String nps(SurveyTally tally) {
        Double nps = tally.nps();
        return nps == null ? Formats.MISSING : (nps > 0 ? "+" : "") + formats.fixed(nps, 0);
    }

    String csat(SurveyTally tally) {
        Double csat = tally.csat();
        return csat == null ? Formats.MISSING : formats.percentWhole(csat);
    }

    String rate(SurveyTally tally) {
        Double rate = tally.responseRate();
        return rate == null ? Formats.MISSING : formats.percentWhole(rate);
    }

    String title(SurveyData survey) {
        return survey.title().in(locale);
    }

    String title(Survey survey) {
        return title(survey.data());
    }

    String kind(QuestionKind kind) {
        return text("survey.kind." + AddressParameters.code(kind));
    }

    String day(Instant time) {
        return formats.date(LocalDate.ofInstant(time, zone));
    }

    /** What an answer that is chosen is called: the word of a satisfaction or a choice, else the number. */
    static String choice(Question question, int number, Locale locale) {
        return switch (question.kind()) {
            case CHOICE -> question.options().get(number).in(locale);
            case CSAT -> number + " · " + TEXTS.getTranslation("survey.csat." + number, locale);
            case NPS, SCALE, TEXT -> String.valueOf(number);
        };
    }

    /** "Question: answer", one for each that was answered. */
    List<String> answers(SurveyData survey, List<Reply> replies) {
        List<String> lines = new ArrayList<>();
        for (Reply reply : replies) {
            Question question = survey.questions().get(reply.question());
            Integer number = reply.number();
            String said = number == null ? String.valueOf(reply.text()) : choice(question, number, locale);
            lines.add(text("survey.answer-line", question.text().in(locale), said));
        }
        return lines;
    }

    /** "Waits for an answer until 3 Mar 2026". */
    String state(Invitation invitation, Instant now) {
        if (invitation.answeredAt() != null) {
            return text(
                    invitation.byStaff() ? "survey.state.entered" : "survey.state.answered",
                    day(invitation.answeredAt()),
                    invitation.invitedBy());
        }
        return text(
                invitation.expiresAt().isAfter(now) ? "survey.state.waiting" : "survey.state.expired",
                day(invitation.expiresAt()));
    }

    String about(@Nullable SurveyAbout about) {
        if (about == null) {
            return text("survey.about.all");
        }
        return switch (about.kind()) {
            case INTERACTION -> text("survey.about.interaction", day(Instant.parse(about.key())));
            case CASE -> text("survey.about.case", about.key());
            case SEGMENT -> text("survey.about.segment");
        };
    }

    /** "NPS 3"; the satisfaction where nobody was asked for a recommendation. */
    String score(Invitation invitation) {
        return invitation.nps() != null
                ? text("survey.nps.score", invitation.nps())
                : text("survey.csat.score", String.valueOf(invitation.csat()));
    }
}
