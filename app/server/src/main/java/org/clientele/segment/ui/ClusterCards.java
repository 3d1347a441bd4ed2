package org.clientele.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clientele.common.ui.AnswerPanel;
import org.clientele.common.ui.ChartCard;
import org.clientele.common.ui.FigureTable;
import org.clientele.customer.CustomerFilter;
import org.clientele.customer.CustomerListQuery;
import org.clientele.customer.ui.CustomersNavigation;
import org.clientele.engine.cluster.ClusterProfile;
import org.clientele.engine.cluster.ClusterProfile.Trait;
import org.clientele.engine.cluster.Clustering;
import org.clientele.engine.model.ClusterResult;
import org.clientele.frontend.Banner;
import org.clientele.frontend.GridChart;
import org.clientele.frontend.HeatChart;
import org.clientele.frontend.KeyFigure;
import org.clientele.frontend.Tiles;
import org.clientele.frontend.Tone;
import org.clientele.segment.ClusterStudies;
import org.jspecify.annotations.Nullable;

/** What groups of like customers are like, and whether they can be relied on. */
final class ClusterCards {
    private static final double WIDEST = 2;

    private final SegmentWords words;
    private final ClusterResult result;
    private final ClusterStudies studies;
    private final boolean mayEdit;

    /** @param mayEdit whether the reader may make drafts of what is found */
    ClusterCards(SegmentWords words, ClusterResult result, ClusterStudies studies, boolean mayEdit) {
        this.words = words;
        this.result = result;
        this.studies = studies;
        this.mayEdit = mayEdit;
    }

    /** What stands above the segments: the figures, or why there are no groups. */
    Component head() {
        Clustering.Refused refused = result.training().refusal();
        if (refused == null) {
            return figures();
        }
        String why = refused.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Banner(
                Tone.WARN,
                words.text(
                        "segment.cluster.refused." + why,
                        words.formats().whole(refused.found()),
                        words.formats().whole(refused.needed())));
    }

    private Tiles figures() {
        int grouped = result.training().rows();
        KeyFigure groups = new KeyFigure(
                        words.text("segment.cluster.groups"),
                        words.formats().whole(result.model().count()))
                .note(words.text(
                        "segment.cluster.groups.note",
                        words.formats().date(result.training().asOf())));
        KeyFigure customers = new KeyFigure(
                        words.text("segment.cluster.grouped"), words.formats().wholeShort(grouped))
                .exact(words.formats().whole(grouped))
                .note(words.text(
                        "segment.cluster.grouped.note", words.formats().whole(Math.max(0, result.size() - grouped))));
        KeyFigure spread = new KeyFigure(
                        words.text("segment.cluster.spread"),
                        words.formats().percent(result.training().spread()))
                .note(words.text("segment.cluster.spread.note"));
        return new Tiles(groups, customers, spread);
    }

    /** What stands below the segments. */
    List<Component> details() {
        if (result.training().refusal() != null) {
            return List.of();
        }
        String vertical = words.vertical().key();
        return List.of(
                profiles(),
                new AnswerPanel<>(
                        words.text("segment.cluster.study"),
                        studies.study(vertical, result.model().id()),
                        study -> new ClusterStudyCards(words, result, study, studies, mayEdit).cards()));
    }

    /** Each group's mean beside that of all, in shades of how far they lie apart. */
    private Component profiles() {
        String title = words.text("segment.cluster.profiles");
        HeatChart chart = new HeatChart(title);
        List<String> fields = result.model().fields();
        List<HeatChart.Cell> cells = new ArrayList<>();
        List<String> headings = new ArrayList<>(List.of(
                words.text("segment.column.segment"),
                words.text("segment.column.customers"),
                words.text("segment.cluster.like")));
        fields.forEach(field -> headings.add(words.names().name(field)));
        FigureTable table = new FigureTable(title, headings.toArray(String[]::new)).words(2);
        for (ClusterProfile profile : result.training().profiles()) {
            List<Component> line = new ArrayList<>(List.of(
                    new Span(words.formats().whole(profile.size())),
                    new Span(new ClusterNames(words)
                            .sentence(profile, words.formats().locale()))));
            for (int column = 0; column < fields.size(); column++) {
                String field = fields.get(column);
                Trait trait = trait(profile, field);
                if (trait != null) {
                    cells.add(cell(profile, trait, column));
                }
                line.add(new Span(trait == null ? "" : mean(trait)));
            }
            table.row(
                    FigureTable.name(
                            words.segment(result.model(), profile.cluster()),
                            CustomersNavigation.to(words.vertical().key(), members(profile.cluster())),
                            SegmentWords.tone(result.model(), profile.cluster())),
                    line.toArray(Component[]::new));
        }
        chart.setCells(
                new GridChart.Axis("", fields.stream().map(words.names()::name).toList()),
                new GridChart.Axis(
                        "",
                        result.training().profiles().stream()
                                .map(profile -> words.segment(result.model(), profile.cluster()))
                                .toList()),
                cells);
        chart.addMarkClickListener(key -> CustomersNavigation.open(
                UI.getCurrent(), words.vertical().key(), members(Integer.parseInt(key.split(":", -1)[0]))));
        return new ChartCard(title, words.text("segment.cluster.profiles.hint"), chart, table);
    }

    private static @Nullable Trait trait(ClusterProfile profile, String field) {
        return profile.traits().stream()
                .filter(trait -> trait.column().equals(field))
                .findFirst()
                .orElse(null);
    }

    private HeatChart.Cell cell(ClusterProfile profile, Trait trait, int column) {
        String name = words.names().name(trait.column());
        return new HeatChart.Cell(
                profile.cluster() + ":" + column,
                column,
                profile.cluster(),
                words.text("segment.cluster.cell", words.segment(result.model(), profile.cluster()), name),
                words.text(
                        "segment.cluster.cell.text",
                        mean(trait),
                        words.amount(trait.column(), trait.overall()),
                        words.formats().signed(trait.deviations())),
                words.formats().signed(trait.deviations()),
                Math.min(1, Math.abs(trait.deviations()) / WIDEST));
    }

    private String mean(Trait trait) {
        return words.amount(trait.column(), trait.mean());
    }

    private CustomerListQuery members(int cluster) {
        return CustomerListQuery.of(CustomerFilter.segment(
                result.model().id(), result.model().segments().get(cluster).id()));
    }
}
