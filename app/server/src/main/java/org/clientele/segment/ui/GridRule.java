package org.clientele.segment.ui;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clientele.engine.column.Value;
import org.clientele.engine.model.MatrixResult;
import org.clientele.engine.model.RfmResult;
import org.clientele.plugins.api.ModelDefinition.Matrix;

/** Says which cells of a grid make a segment: rows whose cells stand alike are said together. */
final class GridRule {
    private static final int SCORES = 5;

    private final SegmentWords words;
    private final Shape shape;

    GridRule(SegmentWords words, RfmResult rfm) {
        this.words = words;
        this.shape = new Scores(words, rfm);
    }

    GridRule(SegmentWords words, MatrixResult matrix) {
        this.words = words;
        this.shape = new Levels(words, matrix);
    }

    /** A grid and what its rows and columns are called. */
    private sealed interface Shape permits Scores, Levels {
        int rows();

        int columns();

        int segment(int row, int column);

        String row(int from, int to);

        String columns(List<Run> runs);
    }

    /** Neighbouring rows or columns. */
    private record Run(int from, int to) {}

    /** "Days since the last purchase up to 30 days, level 4–5 of purchases and total spend." */
    String of(int ordinal) {
        List<String> said = new ArrayList<>();
        for (int row = shape.rows() - 1; row >= 0; row--) {
            BitSet cells = cells(row, ordinal);
            int last = row;
            while (row > 0 && !cells.isEmpty() && cells(row - 1, ordinal).equals(cells)) {
                row--;
            }
            if (!cells.isEmpty()) {
                said.add(clause(new Run(row, last), cells));
            }
        }
        return said.isEmpty()
                ? words.text("segment.who.nothing")
                : words.capital(String.join(words.text("segment.who.or"), said)) + words.text("segment.reason.stop");
    }

    private BitSet cells(int row, int ordinal) {
        return IntStream.range(0, shape.columns())
                .filter(column -> shape.segment(row, column) == ordinal)
                .collect(BitSet::new, BitSet::set, BitSet::or);
    }

    private String clause(Run rows, BitSet cells) {
        boolean everyRow = rows.from() == 0 && rows.to() == shape.rows() - 1;
        boolean everyColumn = cells.cardinality() == shape.columns();
        if (everyRow && everyColumn) {
            return words.text("segment.who.all");
        }
        String row = shape.row(rows.from(), rows.to());
        String columns = shape.columns(runs(cells));
        if (everyRow) {
            return columns;
        }
        return everyColumn ? row : words.text("segment.who.both", row, columns);
    }

    private static List<Run> runs(BitSet cells) {
        List<Run> runs = new ArrayList<>();
        for (int from = cells.nextSetBit(0); from >= 0; from = cells.nextSetBit(cells.nextClearBit(from))) {
            runs.add(new Run(from, cells.nextClearBit(from) - 1));
        }
        return runs;
    }

    /** Numbers from 1: "4–5". */
    private static String numbers(SegmentWords words, List<Run> runs) {
        return runs.stream()
                .map(run -> run.from() == run.to()
                        ? words.formats().whole(run.from() + 1)
                        : words.text(
                                "segment.who.to",
                                words.formats().whole(run.from() + 1),
                                words.formats().whole(run.to() + 1)))
                .collect(Collectors.joining(words.text("segment.reason.list")));
    }

    /** Recency scores by the levels of the other two. */
    private record Scores(SegmentWords words, RfmResult rfm) implements Shape {
        @Override
        public int rows() {
            return SCORES;
        }

        @Override
        public int columns() {
            return SCORES;
        }

        @Override
        public int segment(int row, int column) {
            return rfm.segmentAt(row + 1, column + 1);
        }

        /** The longer ago the lower the score. */
        @Override
        public String row(int from, int to) {
            String recency = rfm.model().recency();
            List<Value> cuts = rfm.cutPoints(RfmResult.Axis.RECENCY);
            String name = words.within(recency);
            if (cuts.isEmpty()) {
                return words.text("segment.who.score", name, numbers(words, List.of(new Run(from, to))));
            }
            int longest = SCORES - 1 - from;
            int shortest = SCORES - 1 - to;
            return words.text(
                    "segment.who.measure", name, words.range(recency, "segment.range", cuts, shortest, longest));
        }

        @Override
        public String columns(List<Run> runs) {
            return words.text(
                    "segment.who.level",
                    numbers(words, runs),
                    words.within(rfm.model().frequency()),
                    words.within(rfm.model().monetary()));
        }
    }

    /** The levels of two measures. */
    private record Levels(SegmentWords words, MatrixResult matrix) implements Shape {
        @Override
        public int rows() {
            return matrix.rowCount();
        }

        @Override
        public int columns() {
            return matrix.columnCount();
        }

        @Override
        public int segment(int row, int column) {
            return matrix.segmentAt(row, column);
        }

        @Override
        public String row(int from, int to) {
            Matrix.Axis axis = matrix.model().rows();
            return measure(words.within(axis.metric()), axis, matrix.rowCuts(), List.of(new Run(from, to)));
        }

        @Override
        public String columns(List<Run> runs) {
            Matrix.Axis axis = matrix.model().columns();
            return measure(words.within(axis.metric()), axis, matrix.columnCuts(), runs);
        }

        private String measure(String name, Matrix.Axis axis, List<Value> cuts, List<Run> runs) {
            if (cuts.isEmpty()) {
                return words.text("segment.who.levels", name, numbers(words, runs));
            }
            String said = runs.stream()
                    .map(run ->
                            words.range(axis.metric(), SegmentWords.rangeOf(axis.method()), cuts, run.from(), run.to()))
                    .collect(Collectors.joining(words.text("segment.reason.list")));
            return words.text("segment.who.measure", name, said);
        }
    }
}
