package org.clientele.segment.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.SegmentDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.segment.ModelChange;

/** What both axes of a matrix go by, their cuts, and the segment of every cell. */
final class MatrixFields extends ModelFields {
    private final transient SegmentWords words;
    private final transient ModelDefinition.Matrix model;
    private final AxisFields rows;
    private final AxisFields columns;
    private final Div grid = new Div();
    private final List<List<Select<String>>> cells = new ArrayList<>();

    MatrixFields(OpenModel opened, ModelDefinition.Matrix model) {
        this.words = opened.words();
        this.model = model;
        addClassName("stack");
        rows = new AxisFields(opened, words.text("segment.edit.rows"), model.rows(), this, this::redrawGrid);
        columns = new AxisFields(opened, words.text("segment.edit.columns"), model.columns(), this, this::redrawGrid);
        Div hint = new Div(words.text("segment.edit.labels.hint"));
        hint.addClassName("caption");
        add(rows, columns, heading(words.text("segment.edit.labels")), hint, grid);
        drawGrid(model.grid());
    }

    @Override
    void follow(OpenModel now) {
        rows.follow(now);
        columns.follow(now);
    }

    private static H3 heading(String text) {
        H3 heading = new H3(text);
        heading.addClassName("section-title");
        return heading;
    }

    /** The axes are called otherwise. */
    private void redrawGrid() {
        drawGrid(labels());
        watch(grid);
    }

    private void drawGrid(List<List<String>> labels) {
        String row = words.names().name(rows.measure());
        String column = words.names().name(columns.measure());
        int width = labels.getFirst().size();
        List<String> columnNames = IntStream.rangeClosed(1, width)
                .mapToObj(level -> words.text("segment.matrix.level", column, String.valueOf(level)))
                .toList();
        LabelChoices choices = new LabelChoices(words.text("segment.edit.labels"), row, columnNames);
        cells.clear();
        for (int level = 0; level < labels.size(); level++) {
            List<Select<String>> line = new ArrayList<>();
            for (int at = 0; at < width; at++) {
                line.add(cell(row, level, column, at, labels.get(level).get(at)));
            }
            cells.add(line);
        }
        for (int level = cells.size() - 1; level >= 0; level--) {
            choices.row(words.text("segment.matrix.level", row, String.valueOf(level + 1)), cells.get(level));
        }
        grid.removeAll();
        grid.add(choices.table());
    }

    private Select<String> cell(String row, int rowLevel, String column, int columnLevel, String label) {
        Select<String> select = new Select<>();
        select.setAriaLabel(words.text(
                "segment.matrix.cell-label",
                row,
                String.valueOf(rowLevel + 1),
                column,
                String.valueOf(columnLevel + 1)));
        select.setItems(model.segments().stream().map(SegmentDefinition::id).toList());
        select.setItemLabelGenerator(id -> words.names().text(Texts.segment(model.id(), id)));
        select.setValue(label);
        return select;
    }

    private List<List<String>> labels() {
        return cells.stream()
                .map(row -> row.stream()
                        .map(select -> Optional.ofNullable(select.getValue()).orElse(""))
                        .toList())
                .toList();
    }

    @Override
    Optional<String> judge() {
        Optional<String> row = rows.judge();
        Optional<String> column = columns.judge();
        return row.or(() -> column);
    }

    @Override
    ModelChange change() {
        return new ModelChange.Matrix(model.id(), rows.cuts(), columns.cuts(), labels());
    }
}
