package org.clientele.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.clientele.common.ui.FigureTable;
import org.clientele.engine.column.MoneyColumn;
import org.clientele.engine.comparison.Migration;
import org.clientele.engine.model.ModelResult;
import org.clientele.engine.model.RfmResult;
import org.clientele.engine.preview.Effect;
import org.clientele.frontend.GridChart;
import org.clientele.frontend.Shortened;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.segment.StudioSession;

/** What an edit does: to the segments, to whom, and what to look at. */
final class EffectCards {
    private static final int SAMPLE = 12;
    private static final double SMALL = 0.001;

    private final SegmentWords words;
    private final StudioSession session;
    private final Effect effect;
    private final ModelDefinition model;
    private final boolean money;

    EffectCards(SegmentWords words, StudioSession session, Effect effect) {
        this.words = words;
        this.session = session;
        this.effect = effect;
        this.model = effect.after().model();
        this.money = session.snapshot()
                        .metrics()
                        .column(session.snapshot().definition().valueMetric())
                instanceof MoneyColumn;
    }

    /** "3,148 customers would move (0.3 %), worth $4.9m." */
    String sentence() {
        int customers = session.snapshot().present().cardinality();
        return effect.moved() == 0
                ? words.text("segment.studio.moved.none")
                : words.text(
                        session.isNew() ? "segment.studio.moved.new" : "segment.studio.moved",
                        effect.moved(),
                        words.formats().percent((double) effect.moved() / Math.max(1, customers)),
                        worth(effect.movedWorth()));
    }

    private String worth(long worth) {
        return money ? words.formats().money(worth) : words.formats().whole(worth);
    }

    private Shortened brief(String sign, long worth) {
        String shown =
                money ? words.formats().moneyShort(worth) : words.formats().wholeShort(worth);
        return new Shortened(sign + shown, sign + worth(worth));
    }

    /** Every segment with its size, who comes and goes, and its value, each with the change. */
    FigureTable segments() {
        FigureTable table = new FigureTable(
                        words.text("segment.edit.effect"),
                        words.text("segment.column.segment"),
                        words.text("segment.column.customers"),
                        words.text("segment.column.trend"),
                        words.text("segment.studio.in"),
                        words.text("segment.studio.out"),
                        words.text("segment.column.value"),
                        words.text("segment.studio.value-change"))
                .stacked();
        for (int segment : used()) {
            Migration.Flow flow = effect.migration().byCustomers(segment);
            Migration.Flow value = effect.migration().byValue(segment);
            long gained = value.end() - value.start();
            table.row(
                    FigureTable.name(words.segment(model, segment), null, SegmentWords.tone(model, segment)),
                    new Span(words.formats().whole(effect.countAfter(segment))),
                    new Span(change(effect.countAfter(segment) - effect.countBefore(segment))),
                    movers(flow.in(), Effect.Way.IN, segment),
                    movers(flow.out(), Effect.Way.OUT, segment),
                    brief("", value.end()),
                    brief(sign(gained), Math.abs(gained)));
        }
        return table;
    }

    private int[] used() {
        return IntStream.range(0, model.segments().size())
                .filter(segment ->
                        !SegmentWords.isUnused(model, effect.countAfter(segment), effect.countBefore(segment)))
                .toArray();
    }

    /** A group that the draft does not look for lacks nobody. */
    private int[] wanted() {
        return model instanceof ModelDefinition.Clusters clusters
                        && clusters.frozen().isEmpty()
                ? IntStream.of(used())
                        .filter(segment -> segment < clusters.count())
                        .toArray()
                : used();
    }

    private Component movers(long customers, Effect.Way way, int segment) {
        String number = words.formats().whole(customers);
        if (customers == 0) {
            return new Span(number);
        }
        Button open = new Button(number, click -> new MoversDialog(words, session, effect, way, segment).open());
        open.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        open.addClassName("cell-action");
        open.setAriaLabel(MoversDialog.title(words, effect, way, segment));
        return open;
    }

    private String change(int change) {
        return sign(change) + words.formats().whole(Math.abs(change));
    }

    private static String sign(long change) {
        return change > 0 ? "+" : change < 0 ? "−" : "";
    }

    /** Those who move and are worth most, with the reason under the draft. */
    Component movers() {
        int[] movers = effect.movers(SAMPLE);
        if (movers.length == 0) {
            Div nobody = new Div(words.text("segment.studio.moved.none"));
            nobody.addClassName("caption");
            return nobody;
        }
        FigureTable table = new FigureTable(
                        words.text("segment.studio.movers"),
                        words.text("segment.studio.customer"),
                        words.text("segment.edit.now"),
                        words.text("segment.studio.with-draft"),
                        words.text("segment.studio.because"),
                        words.text("segment.column.value"))
                .words(1)
                .words(2)
                .words(3)
                .stacked();
        MoverWords said = new MoverWords(words, session, effect);
        for (int customer : movers) {
            Anchor link = new Anchor(said.address(customer), said.name(customer));
            link.getElement().setAttribute("router-link", true);
            Span then = new Span(said.after(customer));
            then.addClassName("strong");
            Span because = new Span(said.because(customer));
            because.addClassName("table-sentence");
            table.row(link, new Span(said.before(customer)), then, because, new Span(said.value(customer)));
        }
        Div all = new Div(table);
        all.addClassName("stack");
        if (effect.moved() > movers.length) {
            all.add(new Button(
                    words.text("segment.studio.movers.all", effect.moved()),
                    click -> new MoversDialog(words, session, effect, Effect.Way.ANY, ModelResult.NONE).open()));
        }
        return all;
    }

    /** Gaps, overlaps and segments hardly anybody is in. */
    Component checks() {
        Div checks = new Div();
        checks.addClassName("stack");
        checks.add(check(
                effect.after().isExclusive(),
                words.text(
                        effect.after().isExclusive() ? "segment.studio.check.one" : "segment.studio.check.several")));
        int gaps = effect.inNone();
        checks.add(check(
                gaps == 0,
                gaps == 0 ? words.text("segment.studio.check.no-gap") : words.text("segment.studio.check.gap", gaps)));
        List<String> empty = new ArrayList<>();
        int customers = session.snapshot().present().cardinality();
        for (int segment : wanted()) {
            if (effect.countAfter(segment) < SMALL * customers || effect.countAfter(segment) == 0) {
                empty.add(words.segment(model, segment));
            }
        }
        checks.add(check(
                empty.isEmpty(),
                empty.isEmpty()
                        ? words.text("segment.studio.check.sizes")
                        : words.text(
                                "segment.studio.check.small", String.join(words.text("segment.reason.list"), empty))));
        unlabelled().forEach(name -> checks.add(check(false, words.text("segment.studio.check.no-cell", name))));
        return checks;
    }

    private List<String> unlabelled() {
        List<String> names = new ArrayList<>();
        if (model instanceof ModelDefinition.Rfm rfm) {
            for (int segment = 0; segment < rfm.segments().size(); segment++) {
                String id = rfm.segments().get(segment).id();
                if (rfm.grid().stream().noneMatch(row -> row.contains(id))) {
                    names.add(words.segment(model, segment));
                }
            }
        }
        return names;
    }

    private static Span check(boolean good, String text) {
        Span line = new Span((good ? "✓ " : "! ") + text);
        line.addClassName(good ? "good" : "warn");
        return line;
    }

    /** Shows the labels with how many customers each cell has. */
    void drawGrid(GridChart chart) {
        if (effect.after() instanceof RfmResult rfm) {
            LabelGrid.fill(chart, words, rfm);
        }
    }
}
