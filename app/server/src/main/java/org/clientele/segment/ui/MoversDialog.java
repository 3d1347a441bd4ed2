package org.clientele.segment.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.Arrays;
import org.clientele.common.ui.NarrowScreens;
import org.clientele.engine.preview.Effect;
import org.clientele.segment.StudioSession;

/** Everybody who moves, or who enters or leaves a segment, worth most first; they are found and sorted off the user's thread. */
final class MoversDialog extends Dialog {
    private final transient MoverWords said;
    private final Grid<Integer> grid = new Grid<>();

    MoversDialog(SegmentWords words, StudioSession session, Effect effect, Effect.Way way, int segment) {
        super(title(words, effect, way, segment));
        said = new MoverWords(words, session, effect);
        setWidth("min(1080px, 96vw)");
        setHeight("80vh");
        grid.addThemeVariants(GridVariant.NO_BORDER, GridVariant.WRAP_CELL_CONTENT);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setSizeFull();
        columns(words);
        NarrowScreens.follow(this, narrow -> {
            grid.removeAllColumns();
            if (narrow) {
                card(words);
            } else {
                columns(words);
            }
        });
        ProgressBar waiting = new ProgressBar();
        waiting.setIndeterminate(true);
        waiting.getElement().setAttribute("aria-label", words.text("common.progress"));
        add(waiting);
        getFooter().add(new Button(words.text("common.close"), click -> close()));
        UI ui = UI.getCurrent();
        session.workers().execute(() -> {
            int[] movers = effect.everyMover(way, segment);
            ui.access(() -> show(movers));
        });
    }

    private void show(int[] movers) {
        grid.setItems(
                query -> Arrays.stream(
                                movers,
                                query.getOffset(),
                                Math.min(movers.length, query.getOffset() + query.getLimit()))
                        .boxed(),
                query -> movers.length);
        removeAll();
        add(grid);
    }

    /** "Who enters Gold: 312 customers". */
    static String title(SegmentWords words, Effect effect, Effect.Way way, int segment) {
        return switch (way) {
            case ANY -> words.text("segment.studio.movers.all.title", effect.moved());
            case IN ->
                words.text(
                        "segment.studio.movers.in.title",
                        words.segment(effect.after().model(), segment),
                        effect.migration().byCustomers(segment).in());
            case OUT ->
                words.text(
                        "segment.studio.movers.out.title",
                        words.segment(effect.after().model(), segment),
                        effect.migration().byCustomers(segment).out());
        };
    }

    private void columns(SegmentWords words) {
        grid.addColumn(LitRenderer.<Integer>of("""
                        <a href="${item.href}" router-link>${item.name}</a>""")
                        .withProperty("href", said::address)
                        .withProperty("name", said::name))
                .setHeader(words.text("segment.studio.customer"));
        grid.addColumn(said::before).setHeader(words.text("segment.edit.now"));
        grid.addColumn(said::after).setHeader(words.text("segment.studio.with-draft"));
        grid.addColumn(said::because)
                .setHeader(words.text("segment.studio.because"))
                .setFlexGrow(3);
        grid.addColumn(said::value)
                .setHeader(words.text("segment.column.value"))
                .setTextAlign(ColumnTextAlign.END);
    }

    /** What a row says, below each other. */
    private void card(SegmentWords words) {
        grid.addColumn(LitRenderer.<Integer>of("""
                        <span class="mover">
                          <a href="${item.href}" router-link>${item.name}</a>
                          <span class="num">${item.value}</span>
                          <span>${item.before} → <b>${item.after}</b></span>
                          <span class="caption">${item.because}</span>
                        </span>""")
                        .withProperty("href", said::address)
                        .withProperty("name", said::name)
                        .withProperty("value", said::value)
                        .withProperty("before", said::before)
                        .withProperty("after", said::after)
                        .withProperty("because", said::because))
                .setHeader(words.text("segment.studio.customer"));
    }
}
