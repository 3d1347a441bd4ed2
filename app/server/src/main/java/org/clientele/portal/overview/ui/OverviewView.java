package org.clientele.portal.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.frontend.Card;
import org.clientele.frontend.Columns;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.Icon;
import org.clientele.frontend.KeyFigure;
import org.clientele.frontend.PageHeader;
import org.clientele.frontend.Tiles;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.VerticalPage;
import org.clientele.plugins.api.Texts;
import org.clientele.portal.overview.Overview;
import org.clientele.portal.overview.OverviewPage;
import org.clientele.portal.overview.PeriodChoice;
import org.clientele.portal.overview.Tile;
import org.clientele.reference.ReferenceTitles;
import org.clientele.reference.References;
import org.clientele.report.ui.ReportWords;
import org.clientele.segment.SnapshotChanged;
import org.clientele.segment.ui.MatrixCard;
import org.clientele.survey.ui.SurveyOverview;

/** How the business with these customers stands: key figures, charts, and what needs a decision. */
@Route("v/:vertical/overview")
@PermitAll
class OverviewView extends VerticalPage {
    private static final String PERIOD = "period";
    private static final int CARDS_A_ROW = 3;
    private static final int DECISIONS_AT = 5;

    private final transient Overview overview;
    private final transient References references;
    private final transient SurveyOverview surveys;
    private PeriodChoice choice = PeriodChoice.USUAL;

    OverviewView(
            Verticals verticals,
            Rights rights,
            Announcements announcements,
            Overview overview,
            References references,
            SurveyOverview surveys) {
        super(verticals, rights, announcements);
        this.overview = overview;
        this.references = references;
        this.surveys = surveys;
        hear(SnapshotChanged.class, this::follow);
    }

    @Override
    protected void show(Vertical vertical, BeforeEnterEvent event) {
        choice = PeriodChoice.parse(event.getLocation()
                .getQueryParameters()
                .getSingleParameter(PERIOD)
                .orElse(""));
        draw();
    }

    @Override
    protected String title() {
        return getTranslation("overview.title", vertical().name(getLocale()));
    }

    private void follow(SnapshotChanged change) {
        if (change.verticalKey().equals(vertical().key())) {
            removeAll();
            draw();
        }
    }

    private void draw() {
        OverviewPage page = overview.page(vertical().key(), choice);
        if (page.isEmpty()) {
            add(new PageHeader(title()), page.snapshot().isPart() ? nobodyOwned() : empty());
            return;
        }
        Words words = new Words(this, page.snapshot().vertical(), getLocale());
        Links links = new Links(page);
        add(header(page, words));
        List<KeyFigure> figures = new ArrayList<>();
        List<Component> cards = new ArrayList<>();
        List<Component> wide = new ArrayList<>();
        FigureTiles figureTiles = new FigureTiles(page, words, links);
        SegmentCards segmentCards = new SegmentCards(words, links);
        FlowCards flowCards = new FlowCards(page, words, links);
        Vertical read = page.snapshot().vertical();
        ReportWords reportWords = new ReportWords(read, getLocale(), new ReferenceTitles(references, read)::of);
        ReportCards reportCards = new ReportCards(page, words, links, reportWords);
        for (Tile tile : page.tiles()) {
            switch (tile) {
                case Tile.KeyNumber number -> figures.add(figureTiles.figure(number));
                case Tile.Segments segments -> cards.add(segmentCards.card(segments));
                case Tile.Grid grid -> cards.add(segmentCards.grid(grid));
                case Tile.Matrix matrix -> cards.add(matrix(page, words, matrix));
                case Tile.Months months -> cards.add(flowCards.card(months));
                case Tile.Moves moves -> cards.add(flowCards.card(moves));
                case Tile.Breakdown breakdown -> cards.add(reportCards.card(breakdown));
                case Tile.Funnel funnel -> cards.add(reportCards.card(funnel));
                case Tile.Report report when ReportCards.isWide(report) -> wide.add(reportCards.card(report));
                case Tile.Report report -> cards.add(reportCards.card(report));
                case Tile.Gaps gaps -> cards.add(new GapCard(gaps, page, words, links));
                case Tile.Failed failed when isFigure(failed) -> figures.add(figureTiles.failed(failed.definition()));
                case Tile.Failed failed -> cards.add(failed(words, failed));
            }
        }
        cards.add(Math.min(DECISIONS_AT, cards.size()), new DecisionsCard(page, words, links));
        add(new Tiles(figures.toArray(KeyFigure[]::new)));
        addRows(cards, wide);
        surveys.card(vertical(), page.period(), getLocale()).ifPresent(this::add);
    }

    /** Cards side by side; below the first of their rows, where they are seen early, the wide ones on their own. */
    private void addRows(List<Component> cards, List<Component> wide) {
        for (int from = 0; from < cards.size(); from += CARDS_A_ROW) {
            Component[] row = cards.subList(from, Math.min(from + CARDS_A_ROW, cards.size()))
                    .toArray(Component[]::new);
            switch (row.length) {
                case 1 -> add(row);
                case 2 -> add(new Columns(Columns.Shape.TWO, row));
                default -> add(new Columns(Columns.Shape.THREE, row));
            }
            if (from == 0) {
                wide.forEach(this::add);
            }
        }
    }

    private PageHeader header(OverviewPage page, Words words) {
        String asOf = words.formats().date(page.snapshot().asOf());
        String period = choice.kind() == PeriodChoice.Kind.CUSTOM
                ? words.text(
                        "overview.subtitle.days",
                        words.formats().date(page.period().from()),
                        words.formats().date(page.period().to()))
                : words.text(PeriodPicker.key(choice.kind()));
        String subtitle = page.compared()
                ? words.text(
                        "overview.subtitle",
                        asOf,
                        period,
                        words.formats().date(page.period().previous().from()),
                        words.formats().date(page.period().previous().to()))
                : words.text("overview.subtitle.alone", asOf, period);
        Button print = new Button(words.text("overview.print"), Icon.PRINTER.create(), click -> getUI().ifPresent(
                        ui -> ui.getPage().executeJs("window.print()")));
        print.addClassName("no-print");
        return new PageHeader(title(), subtitle).actions(new PeriodPicker(page, this::choose), print);
    }

    private void choose(String period) {
        getUI().ifPresent(ui -> ui.navigate("v/" + vertical().key() + "/overview", QueryParameters.of(PERIOD, period)));
    }

    private static boolean isFigure(Tile.Failed tile) {
        return switch (tile.definition().kind()) {
            case CUSTOMERS, ACTIVE, REVENUE, AVERAGE_BASKET, REPEAT_RATE, SEGMENT_SHARE, MEASURE -> true;
            default -> false;
        };
    }

    private static Card failed(Words words, Tile.Failed tile) {
        Div text = new Div(words.text("overview.tile.failed.text"));
        text.addClassName("muted");
        return new Card(words.vertical().text(Texts.tile(tile.definition().id())), text);
    }

    private Component matrix(OverviewPage page, Words words, Tile.Matrix tile) {
        return new MatrixCard(page.snapshot().vertical(), getLocale(), tile.result(), tile.cells())
                .card(
                        words.vertical().text(Texts.tile(tile.definition().id())),
                        words.vertical().text(Texts.tileHelp(tile.definition().id())));
    }

    private EmptyState nobodyOwned() {
        return new EmptyState(
                Icon.CHART_COLUMN, getTranslation("overview.empty.own"), getTranslation("overview.empty.own.next"));
    }

    private EmptyState empty() {
        if (!rights().may(Permission.IMPORT_DATA, vertical().key())) {
            return new EmptyState(
                    Icon.CHART_COLUMN, getTranslation("overview.empty"), getTranslation("overview.empty.ask"));
        }
        Button importData = new Button(getTranslation("overview.empty.import"), click -> getUI().ifPresent(
                        ui -> ui.navigate("v/" + vertical().key() + "/data/import")));
        importData.addThemeVariants(ButtonVariant.PRIMARY);
        return new EmptyState(
                Icon.CHART_COLUMN, getTranslation("overview.empty"), getTranslation("overview.empty.next"), importData);
    }
}
