package org.clientele.segment.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientele.common.ui.FigureTable;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.SegmentDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.segment.ModelChange;

/** The cuts of both axes of a matrix and the segment of every cell. */
final class MatrixFields extends ModelFields {
    private final transient SegmentWords words;
    private final transient ModelDefinition.Matrix model;
    private final AxisFields rows;
    private final AxisFields columns;
    private final List<List<Select<String>>> cells = new ArrayList<>();

    MatrixFields(SegmentWords words, ModelDefinition.Matrix model) {
        this.words = words;
        this.model = model;
        addClassName("stack");
        rows = new AxisFields(words, model.rows(), this::watch);
        columns = new AxisFields(words, model.columns(), this::watch);
        add(
                heading(words.text(
                        "segment.edit.cuts", words.names().name(model.rows().metric()))),
                rows);
        add(
                heading(words.text(
                        "segment.edit.cuts", words.names().name(model.columns().metric()))),
                columns);
        addGrid();
    }

    private static H3 heading(String text) {
        H3 heading = new H3(text);
        heading.addClassName("section-title");
        return heading;
    }

    private void addGrid() {
        int width = model.columns().cuts().size() + 1;
        String[] headings = new String[width + 1];
        headings[0] = words.names().name(model.rows().metric());
        for (int column = 1; column <= width; column++) {
            headings[column] = words.text(
                    "segment.matrix.level", words.names().name(model.columns().metric()), String.valueOf(column));
        }
        FigureTable table = new FigureTable(words.text("segment.edit.labels"), headings);
        for (int row = 0; row < model.grid().size(); row++) {
            List<Select<String>> line = new ArrayList<>();
            for (int column = 0; column < width; column++) {
                line.add(cell(row, column));
            }
            cells.add(line);
        }
        for (int row = cells.size() - 1; row >= 0; row--) {
            table.row(
                    new Span(words.text(
                            "segment.matrix.level",
                            words.names().name(model.rows().metric()),
                            String.valueOf(row + 1))),
                    cells.get(row).toArray(Select[]::new));
        }
        Div hint = new Div(words.text("segment.edit.labels.hint"));
        hint.addClassName("caption");
        add(heading(words.text("segment.edit.labels")), hint, table);
    }

    private Select<String> cell(int row, int column) {
        Select<String> select = new Select<>();
        select.setAriaLabel(words.text(
                "segment.matrix.cell-label",
                words.names().name(model.rows().metric()),
                String.valueOf(row + 1),
                words.names().name(model.columns().metric()),
                String.valueOf(column + 1)));
        select.setItems(model.segments().stream().map(SegmentDefinition::id).toList());
        select.setItemLabelGenerator(id -> words.names().text(Texts.segment(model.id(), id)));
        select.setValue(model.grid().get(row).get(column));
        return select;
    }

    @Override
    Optional<String> judge() {
        Optional<String> row = rows.judge();
        Optional<String> column = columns.judge();
        return row.or(() -> column);
    }

    @Override
    ModelChange change() {
        return new ModelChange.Matrix(
                model.id(),
                rows.cuts(),
                columns.cuts(),
                cells.stream()
                        .map(row -> row.stream()
                                .map(select ->
                                        Optional.ofNullable(select.getValue()).orElse(""))
                                .toList())
                        .toList());
    }
}
