package org.clientele.portal.overview;

import java.util.List;
import org.clientele.engine.figure.Period;
import org.clientele.segment.PortalSnapshot;

/**
 * What the overview shows. Immutable.
 *
 * @param period the days meant by the choice
 * @param compared whether there is anything to compare with in the period before
 * @param tiles in the order of the vertical
 */
public record OverviewPage(
        PortalSnapshot snapshot,
        PeriodChoice choice,
        Period period,
        boolean compared,
        List<Tile> tiles,
        List<Decision> decisions) {
    public OverviewPage {
        tiles = List.copyOf(tiles);
        decisions = List.copyOf(decisions);
    }

    OverviewPage with(List<Tile> others) {
        return new OverviewPage(snapshot, choice, period, compared, others, decisions);
    }

    /** Whether there is nothing to show yet. */
    public boolean isEmpty() {
        return snapshot.customers().size() == 0;
    }
}
