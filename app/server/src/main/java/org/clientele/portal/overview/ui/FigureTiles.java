package org.clientele.portal.overview.ui;

import org.clientele.common.ui.Formats;
import org.clientele.engine.column.Value;
import org.clientele.engine.figure.Figure;
import org.clientele.frontend.KeyFigure;
import org.clientele.frontend.KeyFigure.Direction;
import org.clientele.frontend.KeyFigure.Trend;
import org.clientele.plugins.api.Measure;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.TileDefinition;
import org.clientele.portal.overview.OverviewPage;
import org.clientele.portal.overview.Tile;

/** Key figures with their comparison. */
final class FigureTiles {
    private static final double SAME_BELOW = 0.0005;

    private final OverviewPage page;
    private final Words words;
    private final Links links;

    FigureTiles(OverviewPage page, Words words, Links links) {
        this.page = page;
        this.words = words;
        this.links = links;
    }

    KeyFigure figure(Tile.KeyNumber tile) {
        TileDefinition definition = tile.definition();
        KeyFigure figure =
                new KeyFigure(words.vertical().text(Texts.tile(definition.id())), value(tile)).exact(exact(tile));
        figure.setTitle(words.vertical().text(Texts.tileHelp(definition.id())));
        compare(figure, tile);
        return figure.to(links.href(links.figure(tile)));
    }

    /** A figure that could not be computed. */
    KeyFigure failed(TileDefinition definition) {
        return new KeyFigure(words.vertical().text(Texts.tile(definition.id())), Formats.MISSING)
                .note(words.text("overview.tile.failed"));
    }

    private String value(Tile.KeyNumber tile) {
        Value value = tile.figure().value();
        return switch (tile.definition().kind()) {
            case REPEAT_RATE, SEGMENT_SHARE ->
                value instanceof Value.Decimal(double share) ? words.formats().percent(share) : Formats.MISSING;
            case AVERAGE_BASKET -> words.full(value);
            case MEASURE -> words.measure(tile.definition().measures().getFirst(), value);
            default -> words.brief(value);
        };
    }

    /** The figure without shortening. */
    private String exact(Tile.KeyNumber tile) {
        Value value = tile.figure().value();
        if (value instanceof Value.Decimal(double number)) {
            return isSum(tile.definition()) ? words.formats().decimal(number) : value(tile);
        }
        return words.full(value);
    }

    /** Shares and means are not shortened. */
    private static boolean isSum(TileDefinition definition) {
        return definition.kind() == TileDefinition.Kind.MEASURE
                && definition.measures().getFirst().kind() == Measure.Kind.SUM;
    }

    private void compare(KeyFigure figure, Tile.KeyNumber tile) {
        Figure numbers = tile.figure();
        if (!page.compared()) {
            figure.note(words.text("overview.figure.nothing-before"));
            return;
        }
        switch (tile.definition().kind()) {
            case CUSTOMERS -> joined(figure, numbers);
            case REPEAT_RATE, SEGMENT_SHARE -> points(figure, tile);
            case MEASURE -> measure(figure, tile);
            default -> change(figure, numbers);
        }
    }

    private void joined(KeyFigure figure, Figure numbers) {
        long more = Math.round(Words.size(numbers.value()) - Words.size(numbers.previous()));
        figure.note(words.text("overview.figure.joined", words.formats().whole(more)));
    }

    private void measure(KeyFigure figure, Tile.KeyNumber tile) {
        if (tile.figure().previous().isMissing()) {
            figure.note(words.text(
                    "overview.figure.customers", tile.figure().customers().cardinality()));
        } else if (Words.isShare(tile.definition().measures().getFirst())) {
            points(figure, tile);
        } else {
            change(figure, tile.figure(), tile.definition().lowerIsBetter());
        }
    }

    private void change(KeyFigure figure, Figure numbers) {
        change(figure, numbers, false);
    }

    private void change(KeyFigure figure, Figure numbers, boolean lowerIsBetter) {
        double before = Words.size(numbers.previous());
        if (before == 0) {
            figure.note(words.text("overview.figure.nothing-before"));
            return;
        }
        double change = Words.size(numbers.value()) / before - 1;
        Direction direction = direction(change);
        if (direction == Direction.SAME) {
            figure.note(words.text("overview.figure.same"));
            return;
        }
        figure.note(
                words.text("overview.figure.change", words.formats().percent(Math.abs(change))),
                direction,
                (direction == Direction.UP) == lowerIsBetter ? Trend.BAD : Trend.GOOD);
    }

    private void points(KeyFigure figure, Tile.KeyNumber tile) {
        if (!(tile.figure().value() instanceof Value.Decimal(double now)
                && tile.figure().previous() instanceof Value.Decimal(double before))) {
            figure.note(words.text("overview.figure.nothing-before"));
            return;
        }
        double change = now - before;
        Direction direction = direction(change);
        if (direction == Direction.SAME) {
            figure.note(words.text("overview.figure.same"));
            return;
        }
        boolean good = moreIsBetter(tile.definition()) == (direction == Direction.UP);
        figure.note(
                words.text("overview.figure.points", words.formats().decimal(tenths(Math.abs(change) * 100))),
                direction,
                good ? Trend.GOOD : Trend.BAD);
    }

    private static double tenths(double number) {
        return Math.round(number * 10) / 10.0;
    }

    private static Direction direction(double change) {
        if (Math.abs(change) < SAME_BELOW) {
            return Direction.SAME;
        }
        return change > 0 ? Direction.UP : Direction.DOWN;
    }

    /** Segments stand best first: growth of one in the better half is good. */
    private boolean moreIsBetter(TileDefinition tile) {
        if (tile.kind() == TileDefinition.Kind.MEASURE) {
            return !tile.lowerIsBetter();
        }
        String id = tile.model();
        ModelDefinition model = id == null ? null : page.snapshot().definition().model(id);
        if (model == null) {
            return true;
        }
        for (int i = 0; i < model.segments().size() / 2; i++) {
            if (model.segments().get(i).id().equals(tile.segment())) {
                return true;
            }
        }
        return false;
    }
}
