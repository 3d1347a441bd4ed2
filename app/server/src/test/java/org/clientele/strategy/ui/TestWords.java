package org.clientele.strategy.ui;

import org.clientele.segment.Segments;
import org.clientele.segment.ShopPortal;
import org.clientele.strategy.HouseTime;
import org.clientele.strategy.TestTreatments;

/** The words of strategies of a portal in tests. */
final class TestWords {
    private TestWords() {}

    static WordsOfStrategies of(ShopPortal portal) {
        return new WordsOfStrategies(
                new Segments(portal.snapshots, portal.overrides, portal.rights),
                TestTreatments.published(portal),
                portal.rights,
                HouseTime.of(portal.clock));
    }
}
