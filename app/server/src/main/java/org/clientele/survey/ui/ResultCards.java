package org.clientele.survey.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.clientele.common.ui.Formats;
import org.clientele.customer.ui.CustomersNavigation;
import org.clientele.engine.column.Value;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Card;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.Icon;
import org.clientele.frontend.KeyFigure;
import org.clientele.frontend.Tag;
import org.clientele.frontend.Tiles;
import org.clientele.frontend.Tone;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.Texts;
import org.clientele.report.ui.Sheet;
import org.clientele.report.ui.Sheet.Cell;
import org.clientele.report.ui.Sheet.Heading;
import org.clientele.report.ui.Sheet.Row;
import org.clientele.report.ui.SheetTable;
import org.clientele.survey.Survey;
import org.clientele.survey.SurveyFigures;
import org.clientele.survey.SurveyTally;
import org.clientele.survey.Voice;
import org.jspecify.annotations.Nullable;

/** What a survey brought: figures with how sure they are, by month and segment, and who said what. */
final class ResultCards extends Div {
    private static final int MOST_VOICES = 50;
    private static final double HUNDRED = 100;

    private final transient SurveyServices services;
    private final transient SurveyWords words;
    private final transient Vertical vertical;
    private final transient Survey survey;
    private final Div voices = new Div();

    ResultCards(SurveyServices services, SurveyWords words, Vertical vertical, Survey survey, SurveyFigures figures) {
        this.services = services;
        this.words = words;
        this.vertical = vertical;
        this.survey = survey;
        addClassName("stack");
        if (figures.whole().answers() == 0 && figures.whole().invited() == 0) {
            add(new EmptyState(Icon.SMILE, words.text("survey.unasked"), words.text("survey.unasked.text")));
            return;
        }
        add(tiles(figures.whole()));
        if (figures.whole().isFew()) {
            add(new Banner(Tone.WARN, words.text("survey.few", figures.whole().answers(), SurveyTally.FEW)));
        }
        if (figures.whole().answers() > 0) {
            add(new AnswerCharts(words, survey, figures).all());
        }
        add(table(words.text("survey.by-month"), months(figures)));
        if (figures.model() != null) {
            add(table(words.text("survey.by-segment"), segments(figures, figures.model()))
                    .hint(words.text(
                            "survey.by-segment.help", vertical.text(words.locale(), Texts.model(figures.model())))));
        }
        add(voicesCard());
        Div formulas = new Div(words.text("survey.formulas"));
        formulas.addClassNames("caption", "pre-line");
        add(new Card(words.text("survey.formulas.title"), formulas));
    }

    private Tiles tiles(SurveyTally tally) {
        Formats formats = words.formats();
        return new Tiles(
                new KeyFigure(words.text("survey.figure.response"), words.rate(tally))
                        .note(words.text(
                                "survey.figure.response.of",
                                formats.whole(tally.answered()),
                                formats.whole(tally.invited()))),
                new KeyFigure(words.text("survey.figure.nps"), words.nps(tally))
                        .note(note(tally.recommending(), tally.npsMargin())),
                new KeyFigure(words.text("survey.figure.csat"), words.csat(tally))
                        .note(note(tally.rated(), percent(tally.csatMargin()))),
                new KeyFigure(words.text("survey.figure.detractors"), formats.whole(tally.detractors()))
                        .note(words.text(
                                "survey.figure.detractors.of",
                                formats.whole(tally.promoters()),
                                formats.whole(tally.passives()))),
                new KeyFigure(words.text("survey.figure.entered"), formats.whole(tally.byStaff())));
    }

    private static @Nullable Double percent(@Nullable Double share) {
        return share == null ? null : HUNDRED * share;
    }

    /** "412 answers, ±6" or "4 answers". */
    private String note(long answers, @Nullable Double margin) {
        String count = words.formats().whole(answers);
        return margin == null
                ? words.text("survey.answers", count, answers)
                : words.text("survey.answers.margin", count, words.formats().fixed(margin, 0));
    }

    private Card table(String title, List<Row> rows) {
        List<Heading> headings = new ArrayList<>();
        headings.add(new Heading(title, false));
        for (String column : List.of("invited", "answered", "response", "nps", "nps-n", "csat", "csat-n")) {
            headings.add(new Heading(words.text("survey.column." + column), true));
        }
        return new Card(title, new SheetTable(title, new Sheet(headings, rows.size(), rows::get), 0, rows.size()));
    }

    private List<Row> months(SurveyFigures figures) {
        List<Row> rows = new ArrayList<>();
        figures.months().forEach((month, tally) -> rows.add(row(words.formats().month(month), tally)));
        return rows;
    }

    private List<Row> segments(SurveyFigures figures, String model) {
        return figures.segments().stream()
                .map(of -> row(
                        of.segment() == null
                                ? words.text("survey.no-segment")
                                : vertical.text(words.locale(), Texts.segment(model, of.segment())),
                        of.tally()))
                .toList();
    }

    private Row row(String name, SurveyTally tally) {
        Formats formats = words.formats();
        List<Cell> cells = new ArrayList<>();
        for (String text : List.of(
                name,
                formats.whole(tally.invited()),
                formats.whole(tally.answers()),
                words.rate(tally),
                words.nps(tally),
                formats.whole(tally.recommending()),
                words.csat(tally),
                formats.whole(tally.rated()))) {
            cells.add(new Cell(text, Value.MISSING, null));
        }
        return new Row(Row.Kind.PLAIN, cells);
    }

    private Card voicesCard() {
        voices.addClassName("list");
        Checkbox unhappy = new Checkbox(words.text("survey.voices.unhappy"));
        unhappy.addValueChangeListener(change -> showVoices(change.getValue()));
        showVoices(false);
        return new Card(words.text("survey.voices"), unhappy, voices);
    }

    private void showVoices(boolean unhappy) {
        voices.removeAll();
        List<Voice> said = services.results().voices(vertical, survey.id(), unhappy, MOST_VOICES);
        said.forEach(voice -> voices.add(item(voice)));
        if (said.isEmpty()) {
            voices.add(new Span(words.text("survey.voices.none")));
        }
    }

    private Div item(Voice voice) {
        Anchor customer = new Anchor(
                CustomersNavigation.to(vertical.key(), voice.invitation().customerId()), voice.customer());
        customer.getElement().setAttribute("router-link", true);
        customer.addClassName("list-item-title");
        Span answers = new Span(String.join("\n", words.answers(survey.data(), voice.replies())));
        answers.addClassNames("list-item-detail", "pre-line");
        Div body = new Div(customer, answers);
        body.addClassName("list-item-body");
        Div item = new Div(body);
        if (voice.invitation().answeredAt() != null) {
            item.add(new Tag(
                    words.day(voice.invitation().answeredAt()),
                    voice.invitation().isUnhappy() ? Tone.BAD : Tone.GOOD));
        }
        item.addClassName("list-item");
        return item;
    }
}
