package org.clientele.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.clientele.common.ui.FigureTable;
import org.clientele.frontend.Tag;
import org.clientele.frontend.Tone;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.SegmentDefinition;
import org.clientele.segment.SegmentUse;

/** Where segments of a model are used, a row for each use with its link. */
final class UseTable extends Composite<Div> {
    private final transient SegmentWords words;
    private final transient ModelDefinition model;
    private final transient List<SegmentUse> uses;
    private final transient UseWords use;

    UseTable(SegmentWords words, ModelDefinition model, List<SegmentUse> uses) {
        this.words = words;
        this.model = model;
        this.uses = uses;
        this.use = new UseWords(words);
    }

    /** Adds to each use what it means that the segment goes, and what to do. */
    UseTable withRemedies() {
        FigureTable table = new FigureTable(
                        words.text("segment.use.title"),
                        words.text("segment.use.segment"),
                        words.text("segment.use.where"),
                        words.text("segment.use.remedy"))
                .words(1)
                .words(2);
        uses.forEach(one -> table.row(name(one), withDay(one), remedy(one)));
        getContent().add(table);
        return this;
    }

    /** A row for each segment, its uses side by side. */
    UseTable bySegment() {
        FigureTable table = new FigureTable(
                        words.text("segment.use.title"),
                        words.text("segment.use.segment"),
                        words.text("segment.use.where"))
                .words(1);
        uses.stream().map(SegmentUse::segment).distinct().forEach(segment -> {
            List<SegmentUse> of =
                    uses.stream().filter(one -> one.segment().equals(segment)).toList();
            Div links = new Div();
            links.addClassName("row");
            of.forEach(one -> links.add(withDay(one)));
            table.row(name(of.getFirst()), links);
        });
        getContent().add(table);
        return this;
    }

    private Component withDay(SegmentUse one) {
        Div cell = new Div(use.link(one));
        use.lastUsed(one).ifPresent(day -> {
            Span caption = new Span(" · " + day);
            caption.addClassName("caption");
            cell.add(caption);
        });
        return cell;
    }

    private Component name(SegmentUse one) {
        List<String> ids = model.segments().stream().map(SegmentDefinition::id).toList();
        int ordinal = ids.indexOf(one.segment().segment());
        return FigureTable.name(words.segment(model, ordinal), null, SegmentWords.tone(model, ordinal));
    }

    private Component remedy(SegmentUse one) {
        String key = one.breaks() ? "segment.use.breaks" : "segment.use.falls-silent";
        Tag state = new Tag(words.text(key), one.breaks() ? Tone.BAD : Tone.MUTED);
        return new Div(state, new Span(" " + use.remedy(one)));
    }
}
