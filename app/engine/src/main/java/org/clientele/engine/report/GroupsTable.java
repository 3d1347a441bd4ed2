package org.clientele.engine.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.clientele.engine.Snapshot;
import org.clientele.engine.column.Value;
import org.clientele.plugins.api.Measure;
import org.jspecify.annotations.Nullable;

/**
 * Measures for each value of one or several dimensions, one block of rows a dimension, and for all customers. Immutable.
 *
 * @param measures the measures
 * @param columns the groups of the further dimension whose values are columns of each measure; empty: one column a measure. Where there
 *     are some, each measure has a last column for all of them
 * @param blocks a block for each dimension
 * @param total the row of all customers
 */
public record GroupsTable(List<Measure> measures, List<Group> columns, List<Block> blocks, Row total)
        implements ReportTable {
    public GroupsTable {
        measures = List.copyOf(measures);
        columns = List.copyOf(columns);
        blocks = List.copyOf(blocks);
    }

    /**
     * The rows of one dimension.
     *
     * @param dimension id of the attribute or model
     */
    public record Block(String dimension, List<Row> rows) {
        public Block {
            rows = List.copyOf(rows);
        }
    }

    /**
     * The figures of a group.
     *
     * @param cells measure by measure, and for each measure its columns
     */
    public record Row(Group group, List<Value> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    static GroupsTable of(
            Snapshot snapshot,
            MemberConditions conditions,
            BitSet population,
            List<String> by,
            @Nullable String columnsBy,
            List<Measure> measures) {
        List<Group> columns = columnsBy == null ? List.of() : Dimension.split(snapshot, columnsBy, population);
        List<BoundMeasure> bound = measures.stream()
                .map(measure -> BoundMeasure.of(measure, snapshot, conditions, population))
                .toList();
        List<Block> blocks = new ArrayList<>();
        for (String dimension : by) {
            List<Row> rows = Dimension.split(snapshot, dimension, population).stream()
                    .map(group -> row(group, bound, columns))
                    .toList();
            blocks.add(new Block(dimension, rows));
        }
        return new GroupsTable(
                measures, columns, blocks, row(new Group(Group.Kind.ALL, "", population), bound, columns));
    }

    private static Row row(Group group, List<BoundMeasure> measures, List<Group> columns) {
        List<Value> cells = new ArrayList<>();
        for (BoundMeasure measure : measures) {
            for (Group column : columns) {
                BitSet both = (BitSet) group.members().clone();
                both.and(column.members());
                cells.add(measure.of(both));
            }
            cells.add(measure.of(group.members()));
        }
        return new Row(group, cells);
    }
}
