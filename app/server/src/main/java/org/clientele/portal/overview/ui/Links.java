package org.clientele.portal.overview.ui;

import com.vaadin.flow.component.UI;
import java.time.LocalDate;
import java.util.List;
import org.clientele.customer.CustomerFilter;
import org.clientele.customer.CustomerListQuery;
import org.clientele.customer.ui.CustomersNavigation;
import org.clientele.engine.Snapshot;
import org.clientele.engine.figure.Period;
import org.clientele.engine.model.ModelResult;
import org.clientele.engine.report.Group;
import org.clientele.plugins.api.Measure;
import org.clientele.plugins.api.ReportDefinition;
import org.clientele.plugins.api.TileDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.portal.overview.OverviewPage;
import org.clientele.portal.overview.Tile;

/** Where the marks of one overview lead: the very customers they count. */
final class Links {
    private final OverviewPage page;

    Links(OverviewPage page) {
        this.page = page;
    }

    /** The customers of a segment at the period's end. */
    CustomerListQuery segment(ModelResult result, int segment) {
        String model = result.model().id();
        if (segment == ModelResult.NONE) {
            return CustomerListQuery.of(CustomerFilter.noSegment(model));
        }
        String id = result.model().segments().get(segment).id();
        return CustomerListQuery.of(
                endsToday()
                        ? CustomerFilter.segment(model, id)
                        : CustomerFilter.was(model, id, page.period().to()));
    }

    CustomerListQuery cell(ModelResult result, int recencyScore, int level) {
        return CustomerListQuery.of(CustomerFilter.cell(result.model().id(), recencyScore, level));
    }

    CustomerListQuery active(Period period) {
        return CustomerListQuery.of(CustomerFilter.active(period));
    }

    /** Customers who moved; the number of segments stands for "in none". */
    CustomerListQuery moved(Tile.Moves moves, int from, int to) {
        return CustomerListQuery.of(CustomerFilter.moved(
                moves.result().model().id(), id(moves, from), id(moves, to), new Period(moves.start(), moves.end())));
    }

    /** Customers who were in the segment on a day of the movement. */
    CustomerListQuery was(Tile.Moves moves, int segment, LocalDate day) {
        return CustomerListQuery.of(CustomerFilter.was(moves.result().model().id(), id(moves, segment), day));
    }

    private static String id(Tile.Moves moves, int segment) {
        return segment == moves.movement().segmentCount()
                ? CustomerFilter.InSet.NONE
                : moves.result().model().segments().get(segment).id();
    }

    CustomerListQuery figure(Tile.KeyNumber tile) {
        return switch (tile.definition().kind()) {
            case CUSTOMERS -> customers(tile);
            case REPEAT_RATE -> CustomerListQuery.of(CustomerFilter.repeat(page.period()));
            case SEGMENT_SHARE -> share(tile.definition());
            case MEASURE -> measured(tile.definition().measures().getFirst());
            default -> active(page.period());
        };
    }

    private static CustomerListQuery measured(Measure measure) {
        String when = measure.when();
        return when == null ? CustomerListQuery.ALL : CustomerListQuery.of(CustomerFilter.where(when));
    }

    /** The customers of a group of a breakdown; nobody in particular for "others". */
    static CustomerListQuery group(VerticalDefinition definition, String by, Group group) {
        String field = definition.model(by) != null ? Snapshot.SEGMENT_PREFIX + by : by;
        return switch (group.kind()) {
            case VALUE -> CustomerListQuery.of(CustomerFilter.value(field, group.key()));
            case MISSING -> CustomerListQuery.of(CustomerFilter.missing(field));
            case OTHERS, ALL -> CustomerListQuery.ALL;
        };
    }

    /** The customers who reach a step: its condition and those before hold. */
    static CustomerListQuery step(List<ReportDefinition.Funnel.Step> steps, int step) {
        return CustomerListQuery.of(steps.subList(0, step + 1).stream()
                .map(one -> CustomerFilter.where(one.when()))
                .toArray(CustomerFilter[]::new));
    }

    private CustomerListQuery customers(Tile.KeyNumber tile) {
        boolean all = tile.figure().customers().cardinality()
                == page.snapshot().customers().size();
        return all
                ? CustomerListQuery.ALL
                : CustomerListQuery.of(CustomerFilter.known(page.period().to()));
    }

    private CustomerListQuery share(TileDefinition tile) {
        String model = String.valueOf(tile.model());
        String segment = String.valueOf(tile.segment());
        return CustomerListQuery.of(
                endsToday()
                        ? CustomerFilter.segment(model, segment)
                        : CustomerFilter.was(model, segment, page.period().to()));
    }

    private boolean endsToday() {
        return page.period().to().equals(page.snapshot().asOf());
    }

    String href(CustomerListQuery query) {
        return CustomersNavigation.to(page.snapshot().vertical().key(), query);
    }

    void open(CustomerListQuery query) {
        CustomersNavigation.open(UI.getCurrent(), page.snapshot().vertical().key(), query);
    }
}
