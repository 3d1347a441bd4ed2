package org.clientele.plugins.definition;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.plugins.api.ModelDefinition.Matrix;

/** The axes of a matrix are numbers in rising levels, and the grid has a cell for each pair of levels. */
final class MatrixCheck {
    private final String path;
    private final Declared declared;
    private final Report report;

    MatrixCheck(String path, Declared declared, Report report) {
        this.path = path;
        this.declared = declared;
        this.report = report;
    }

    void check(Matrix model) {
        report.check(path + "/population", model.population(), Scope.model(declared.vertical(), model.id(), Map.of()));
        Set<String> foretold = declared.vertical().models().stream()
                .takeWhile(other -> !other.id().equals(model.id()))
                .flatMap(other -> ModelFigure.of(other).stream())
                .map(ModelFigure::variable)
                .collect(Collectors.toSet());
        checkAxis("/rows", model.rows(), foretold);
        checkAxis("/columns", model.columns(), foretold);
        checkGrid(model);
    }

    private void checkAxis(String axis, Matrix.Axis declaration, Set<String> foretold) {
        if (!foretold.contains(declaration.metric())) {
            declared.requireNumber(path + axis + "/metric", declaration.metric());
        }
        List<Double> cuts = declaration.cuts();
        for (int i = 0; i < cuts.size(); i++) {
            double cut = cuts.get(i);
            if (i > 0 && cut <= cuts.get(i - 1)) {
                report.add(FindingKind.NOT_ASCENDING, path + axis + "/cuts/" + i, cut);
            }
            if (declaration.method() == Matrix.Method.PERCENTILE && (cut <= 0 || cut >= 1)) {
                report.add(FindingKind.OUT_OF_RANGE, path + axis + "/cuts/" + i, cut, "> 0", "< 1");
            }
        }
    }

    private void checkGrid(Matrix model) {
        List<List<String>> grid = model.grid();
        checkSize("/grid", grid.size(), model.rows());
        List<String> segments = ModelCheck.segmentIds(model);
        Set<String> reached = new HashSet<>();
        for (int row = 0; row < grid.size(); row++) {
            List<String> cells = grid.get(row);
            checkSize("/grid/" + row, cells.size(), model.columns());
            for (int column = 0; column < cells.size(); column++) {
                report.requireReference(path + "/grid/" + row + "/" + column, cells.get(column), segments);
                reached.add(cells.get(column));
            }
        }
        ModelCheck.checkReached(path, model, reached, report);
    }

    private void checkSize(String place, int found, Matrix.Axis axis) {
        int levels = axis.cuts().size() + 1;
        if (found != levels) {
            report.add(FindingKind.WRONG_COUNT, path + place, found, String.valueOf(levels));
        }
    }
}
