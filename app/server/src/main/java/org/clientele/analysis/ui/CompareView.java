package org.clientele.analysis.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.analysis.Comparisons;
import org.clientele.common.Announcements;
import org.clientele.common.ui.AnswerPanel;
import org.clientele.engine.comparison.Overlaps;
import org.clientele.frontend.Card;
import org.clientele.frontend.PageHeader;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.VerticalPage;
import org.clientele.segment.PortalSnapshot;
import org.clientele.segment.SegmentName;
import org.clientele.segment.ui.NothingToGroup;
import org.clientele.segment.ui.SegmentPages;
import org.clientele.segment.ui.SegmentWords;

/** What two segments differ in most, and how segments overlap. */
@Route("v/:vertical/segments/compare")
@PermitAll
class CompareView extends VerticalPage {
    private static final String FIRST = "first";
    private static final String SECOND = "second";
    private static final String OVERLAP = "overlap";
    private static final int USUAL = 3;

    private final transient Comparisons comparisons;
    private @org.jspecify.annotations.Nullable SegmentName first;
    private @org.jspecify.annotations.Nullable SegmentName second;
    private List<SegmentName> overlapping = List.of();

    CompareView(Verticals verticals, Rights rights, Announcements announcements, Comparisons comparisons) {
        super(verticals, rights, announcements);
        this.comparisons = comparisons;
    }

    @Override
    protected Permission permission() {
        return Permission.ANALYSE_SEGMENTS;
    }

    @Override
    protected String title() {
        return getTranslation("analysis.compare.title");
    }

    @Override
    protected void show(Vertical vertical, BeforeEnterEvent event) {
        PortalSnapshot snapshot = comparisons.snapshot(vertical.key());
        List<SegmentName> segments = comparisons.segments(vertical.key());
        SegmentPages pages = new SegmentPages(rights(), vertical.key(), SegmentPages.Page.COMPARE);
        if (snapshot.customers().size() == 0 || segments.size() < 2) {
            add(new PageHeader(title()), pages, new NothingToGroup(rights(), vertical.key(), snapshot.isPart()));
            return;
        }
        Map<String, List<String>> asked =
                event.getLocation().getQueryParameters().getParameters();
        first = find(asked, FIRST, segments).orElse(segments.getFirst());
        second = find(asked, SECOND, segments).orElse(segments.get(1));
        overlapping = asked.getOrDefault(OVERLAP, List.of()).stream()
                .flatMap(text -> find(text, segments).stream())
                .toList();
        if (overlapping.isEmpty()) {
            overlapping = usual(snapshot);
        }
        SegmentWords words = new SegmentWords(snapshot.vertical(), getLocale());
        add(
                new PageHeader(
                        title(),
                        getTranslation(
                                "segment.list.subtitle",
                                words.formats().date(snapshot.asOf()),
                                snapshot.present().cardinality())),
                pages,
                choice(words, segments),
                new AnswerPanel<>(
                        getTranslation("analysis.compare.differences"),
                        comparisons.compare(
                                vertical.key(), Objects.requireNonNull(first), Objects.requireNonNull(second)),
                        pair -> new DifferencesCard(words, pair).card()),
                sets(words, segments),
                new AnswerPanel<>(
                        getTranslation("analysis.overlap.title"),
                        comparisons.overlap(vertical.key(), overlapping),
                        overlap -> new OverlapCard(words, overlap).card()));
    }

    /** The best segment of each of the first models. */
    private static List<SegmentName> usual(PortalSnapshot snapshot) {
        return snapshot.definition().models().stream()
                .limit(USUAL)
                .map(model ->
                        new SegmentName(model.id(), model.segments().getFirst().id()))
                .toList();
    }

    private static Optional<SegmentName> find(
            Map<String, List<String>> asked, String parameter, List<SegmentName> segments) {
        return asked.getOrDefault(parameter, List.of()).stream().findFirst().flatMap(text -> find(text, segments));
    }

    private static Optional<SegmentName> find(String text, List<SegmentName> segments) {
        return segments.stream().filter(segment -> text(segment).equals(text)).findFirst();
    }

    private static String text(SegmentName segment) {
        return segment.model() + "." + segment.segment();
    }

    private Card choice(SegmentWords words, List<SegmentName> segments) {
        ComboBox<SegmentName> one = segment(words, segments, "analysis.compare.first", first);
        one.addValueChangeListener(change -> {
            first = change.getValue() == null ? first : change.getValue();
            reopen();
        });
        ComboBox<SegmentName> other = segment(words, segments, "analysis.compare.second", second);
        other.addValueChangeListener(change -> {
            second = change.getValue() == null ? second : change.getValue();
            reopen();
        });
        Div form = new Div(one, other);
        form.addClassName("form");
        return new Card(form);
    }

    private ComboBox<SegmentName> segment(
            SegmentWords words,
            List<SegmentName> segments,
            String key,
            @org.jspecify.annotations.Nullable SegmentName value) {
        ComboBox<SegmentName> box = new ComboBox<>(getTranslation(key));
        box.setItems(segments);
        box.setItemLabelGenerator(segment -> Names.of(words, segment));
        box.setValue(value);
        return box;
    }

    private Card sets(SegmentWords words, List<SegmentName> segments) {
        MultiSelectComboBox<SegmentName> box = new MultiSelectComboBox<>(getTranslation("analysis.overlap.segments"));
        box.setItems(segments);
        box.setItemLabelGenerator(segment -> Names.of(words, segment));
        box.setValue(overlapping);
        box.setHelperText(getTranslation("analysis.overlap.segments.help", String.valueOf(Overlaps.MOST)));
        box.setWidthFull();
        box.addValueChangeListener(change -> {
            overlapping = List.copyOf(change.getValue());
            reopen();
        });
        return new Card(box);
    }

    private void reopen() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put(FIRST, List.of(text(Objects.requireNonNull(first))));
        parameters.put(SECOND, List.of(text(Objects.requireNonNull(second))));
        parameters.put(OVERLAP, overlapping.stream().map(CompareView::text).toList());
        UI.getCurrent()
                .navigate(
                        SegmentPages.address(vertical().key(), SegmentPages.Page.COMPARE),
                        new QueryParameters(parameters));
    }
}
