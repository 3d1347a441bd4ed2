package org.clientele.survey.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.clientele.common.ui.ChartCard;
import org.clientele.common.ui.FigureTable;
import org.clientele.common.ui.Formats;
import org.clientele.frontend.BarChart;
import org.clientele.frontend.Columns;
import org.clientele.frontend.LineChart;
import org.clientele.frontend.LineChart.Line;
import org.clientele.frontend.LineChart.Point;
import org.clientele.frontend.LineChart.Step;
import org.clientele.frontend.Mark;
import org.clientele.frontend.Tone;
import org.clientele.survey.Question;
import org.clientele.survey.QuestionKind;
import org.clientele.survey.Survey;
import org.clientele.survey.SurveyData;
import org.clientele.survey.SurveyFigures;
import org.clientele.survey.SurveyTally;
import org.jspecify.annotations.Nullable;

/** What a survey brought, drawn: NPS and CSAT month by month, and how often each answer was given. */
final class AnswerCharts {
    /** A month with fewer answers is a gap: one answer would move it by more than a fifth of the scale. */
    static final int LEAST = 5;

    private static final int MONTHS = 3;
    private static final double HUNDRED = 100;

    private final SurveyWords words;
    private final Survey survey;
    private final SurveyFigures figures;

    AnswerCharts(SurveyWords words, Survey survey, SurveyFigures figures) {
        this.words = words;
        this.survey = survey;
        this.figures = figures;
    }

    /** The charts side by side; none where nobody answered. */
    List<Component> all() {
        List<Component> cards = new ArrayList<>();
        if (survey.data().place(QuestionKind.NPS) >= 0) {
            cards.add(
                    overTime(words.text("survey.figure.nps"), SurveyTally::recommending, SurveyTally::nps, this::nps));
        }
        if (survey.data().place(QuestionKind.CSAT) >= 0) {
            cards.add(
                    overTime(words.text("survey.figure.csat"), SurveyTally::rated, AnswerCharts::csat, this::percent));
        }
        List<Question> questions = survey.data().questions();
        for (int place = 0; place < questions.size(); place++) {
            if (figures.numbers().containsKey(place)) {
                cards.add(distribution(place, questions.get(place)));
            }
        }
        List<Component> rows = new ArrayList<>();
        for (int from = 0; from < cards.size(); from += 2) {
            Component[] row =
                    cards.subList(from, Math.min(from + 2, cards.size())).toArray(Component[]::new);
            rows.add(row.length == 1 ? row[0] : new Columns(Columns.Shape.TWO, row));
        }
        return rows;
    }

    private static @Nullable Double csat(SurveyTally tally) {
        Double share = tally.csat();
        return share == null ? null : (Double) (HUNDRED * share);
    }

    private String nps(double value) {
        return (value > 0 ? "+" : "") + words.formats().fixed(value, 0);
    }

    private String percent(double value) {
        return words.formats().percentWhole(value / HUNDRED);
    }

    private Component overTime(
            String title,
            ToLongFunction<SurveyTally> answers,
            Function<SurveyTally, @Nullable Double> figure,
            DoubleFunction<String> text) {
        boolean quarterly = isQuarterly(answers);
        List<Step> steps = new ArrayList<>();
        List<Point> points = new ArrayList<>();
        FigureTable table = new FigureTable(
                title,
                words.text(quarterly ? "survey.column.quarter" : "survey.column.month"),
                title,
                words.text("survey.column.answered"));
        Map<String, SurveyTally> times = new LinkedHashMap<>();
        for (YearMonth month : figures.months().reversed().keySet()) {
            times.merge(
                    quarterly ? quarter(month) : words.formats().month(month),
                    figures.months().getOrDefault(month, SurveyTally.NONE),
                    SurveyTally::plus);
        }
        times.forEach((time, tally) -> {
            Double value = answers.applyAsLong(tally) < LEAST ? null : figure.apply(tally);
            String shown = value == null ? Formats.MISSING : text.apply(value);
            steps.add(new Step(time, time));
            points.add(new Point(value, shown));
            table.row(new Span(time), shown, words.formats().whole(answers.applyAsLong(tally)));
        });
        LineChart chart = new LineChart(title).scaled();
        chart.setLines(steps, List.of(new Line("answers", title, Tone.ACCENT, false, points)));
        return new ChartCard(
                words.text("survey.over-time", title),
                words.text(quarterly ? "survey.over-time.quarters" : "survey.over-time.help", LEAST, SurveyTally.FEW),
                chart,
                table);
    }

    /** Whether months have too few answers to compare one with the next, and there are enough of them to make quarters. */
    private boolean isQuarterly(ToLongFunction<SurveyTally> answers) {
        int months = figures.months().size();
        return months > MONTHS && answers.applyAsLong(figures.whole()) < (long) SurveyTally.FEW * months;
    }

    private String quarter(YearMonth month) {
        return words.text(
                "survey.quarter",
                String.valueOf(month.getYear()),
                String.valueOf((month.getMonthValue() - 1) / MONTHS + 1));
    }

    private Component distribution(int place, Question question) {
        long all = 0;
        for (int number = question.lowest(); number <= question.highest(); number++) {
            all += figures.answers(place, number);
        }
        String title = question.text().in(words.locale());
        FigureTable table = new FigureTable(
                title,
                words.text("survey.column.answer"),
                words.text("survey.column.answered"),
                words.text("survey.column.share"));
        List<Mark> bars = new ArrayList<>();
        for (int number = question.lowest(); number <= question.highest(); number++) {
            String label = SurveyWords.choice(question, number, words.locale());
            long answers = figures.answers(place, number);
            String count = words.formats().whole(answers);
            bars.add(new Mark(
                    String.valueOf(number), brief(question, number, label), answers, count, tone(question, number)));
            table.row(new Span(label), count, words.formats().percentWhole((double) answers / all));
        }
        BarChart chart = new BarChart(title);
        chart.setBars(bars);
        return new ChartCard(title, words.text("survey.answers", words.formats().whole(all), all), chart, table);
    }

    /** Below a bar is no room for more than the number of a satisfaction; the table has its words. */
    private static String brief(Question question, int number, String label) {
        return question.kind() == QuestionKind.CHOICE ? label : String.valueOf(number);
    }

    private static String tone(Question question, int number) {
        return switch (question.kind()) {
            case NPS ->
                number <= SurveyData.DETRACTOR ? Tone.BAD : number < SurveyData.PROMOTER ? Tone.MUTED : Tone.GOOD;
            case CSAT ->
                number <= SurveyData.DISSATISFIED ? Tone.BAD : number < SurveyData.SATISFIED ? Tone.MUTED : Tone.GOOD;
            case SCALE, CHOICE, TEXT -> Tone.ACCENT;
        };
    }
}
