package org.clientele.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.clientele.common.Problem;
import org.clientele.common.ui.ChartCard;
import org.clientele.common.ui.FigureTable;
import org.clientele.common.ui.Formats;
import org.clientele.common.ui.Messages;
import org.clientele.common.ui.condition.ConditionSentence;
import org.clientele.engine.cluster.ClusterNumber;
import org.clientele.engine.cluster.ClusterNumber.Tried;
import org.clientele.engine.cluster.FrozenRules;
import org.clientele.engine.model.ClusterResult;
import org.clientele.engine.model.ClusterStudy;
import org.clientele.frontend.Card;
import org.clientele.frontend.Columns;
import org.clientele.frontend.LineChart;
import org.clientele.frontend.Tag;
import org.clientele.frontend.Tone;
import org.clientele.plugins.definition.Scope;
import org.clientele.segment.ClusterStudies;

/** How many groups there should be, whether the same ones come out of other customers, and rules that reproduce them. */
final class ClusterStudyCards {
    private static final double STABLE = 0.8;

    private final SegmentWords words;
    private final ClusterResult result;
    private final ClusterStudy study;
    private final ClusterStudies studies;
    private final boolean mayEdit;

    ClusterStudyCards(
            SegmentWords words, ClusterResult result, ClusterStudy study, ClusterStudies studies, boolean mayEdit) {
        this.words = words;
        this.result = result;
        this.study = study;
        this.studies = studies;
        this.mayEdit = mayEdit;
    }

    Component cards() {
        return Columns.stack(
                new Columns(
                        Columns.Shape.TWO,
                        number("silhouette", Tried::silhouette, study.number().bySilhouette(), 3),
                        number("elbow", Tried::inertia, study.number().byElbow(), 0)),
                new Columns(Columns.Shape.TWO, stability(), names()),
                frozen());
    }

    private Component number(String kind, ToDoubleFunction<Tried> figure, int best, int decimals) {
        String title = words.text("segment.cluster." + kind);
        ClusterNumber number = study.number();
        LineChart chart = new LineChart(title).scaled();
        List<LineChart.Step> steps = new ArrayList<>();
        List<LineChart.Point> points = new ArrayList<>();
        FigureTable table = new FigureTable(title, words.text("segment.cluster.count"), title);
        for (Tried tried : number.tried()) {
            String count = words.formats().whole(tried.clusters());
            String text = words.formats().fixed(figure.applyAsDouble(tried), decimals);
            steps.add(new LineChart.Step(count, count));
            points.add(new LineChart.Point(figure.applyAsDouble(tried), text));
            table.row(new Span(count), text);
        }
        chart.setLines(steps, List.of(new LineChart.Line(kind, title, Tone.ACCENT, false, points)));
        ChartCard card = new ChartCard(title, words.text("segment.cluster." + kind + ".hint", best), chart, table);
        if (mayEdit && best >= 2 && best != result.model().count()) {
            card.add(new Button(
                    words.text("segment.cluster.use", best),
                    click -> draft(() -> studies.count(words.vertical().key(), result.model(), best))));
        }
        return card;
    }

    private Card stability() {
        double mean = study.stability().mean();
        boolean known = Double.isFinite(mean);
        Div figure = new Div(known ? words.formats().fixed(mean, 2) : Formats.MISSING);
        figure.addClassName("key-figure-value");
        Div text = new Div(words.text(
                mean >= STABLE ? "segment.cluster.stable" : "segment.cluster.unstable",
                String.valueOf(study.stability().samples()),
                known ? words.formats().fixed(study.stability().least(), 2) : Formats.MISSING));
        return new Card(words.text("segment.cluster.stability"), figure, text)
                .hint(words.text("segment.cluster.stability.hint"))
                .actions(new Tag(
                        words.text(mean >= STABLE ? "segment.cluster.tag.stable" : "segment.cluster.tag.unstable"),
                        mean >= STABLE ? Tone.GOOD : Tone.WARN));
    }

    private Card names() {
        ClusterNames names = new ClusterNames(words);
        String title = words.text("segment.cluster.names");
        FigureTable table = new FigureTable(
                        title, words.text("segment.column.segment"), words.text("segment.cluster.name"))
                .words(1);
        result.training()
                .profiles()
                .forEach(profile -> table.row(
                        FigureTable.name(
                                words.segment(result.model(), profile.cluster()),
                                null,
                                SegmentWords.tone(result.model(), profile.cluster())),
                        names.sentence(profile, words.formats().locale())));
        Card card = new Card(title, table).hint(words.text("segment.cluster.names.proposed"));
        if (mayEdit) {
            card.actions(new Button(
                    words.text("segment.cluster.names.take"),
                    click -> draft(() -> studies.name(
                            words.vertical().key(),
                            result.model(),
                            names.proposed(result.model(), result.training().profiles())))));
        }
        return card.flush();
    }

    private Card frozen() {
        FrozenRules rules = study.rules();
        String title = words.text("segment.cluster.freeze");
        FigureTable table = new FigureTable(
                        title,
                        words.text("segment.column.segment"),
                        words.text("segment.cluster.reproduced"),
                        words.text("segment.cluster.rule"))
                .words(2);
        ConditionSentence sentences = sentences();
        for (int cluster = 0; cluster < rules.rules().size(); cluster++) {
            Span sentence = new Span(RuleSentences.said(sentences, rules.condition(cluster)));
            sentence.addClassName("table-sentence");
            table.row(
                    FigureTable.name(
                            words.segment(result.model(), cluster), null, SegmentWords.tone(result.model(), cluster)),
                    new Span(words.formats().percent(rules.reproducedIn().get(cluster))),
                    sentence);
        }
        Card card = new Card(title, table)
                .hint(words.text("segment.cluster.freeze.hint", words.formats().percent(rules.reproduced())))
                .flush();
        if (mayEdit) {
            card.actions(new Button(
                    words.text("segment.cluster.freeze.do"),
                    click -> draft(() -> studies.freeze(words.vertical().key(), result.model(), rules))));
        }
        return card;
    }

    private ConditionSentence sentences() {
        Scope scope = Scope.model(words.vertical().definition(), result.model().id(), Map.of());
        return new RuleSentences(words, result.model(), scope, List.of()).with(Map.of());
    }

    /** Makes a draft and goes where it is edited and published. */
    private void draft(Runnable make) {
        try {
            make.run();
            UI.getCurrent()
                    .navigate(SegmentsNavigation.studio(
                            words.vertical().key(), result.model().id()));
        } catch (Problem problem) {
            Messages.problem(problem);
        }
    }
}
