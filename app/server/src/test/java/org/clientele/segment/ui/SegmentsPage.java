package org.clientele.segment.ui;

import org.clientele.plugin.ui.TestNavigation;
import org.clientele.segment.Segments;
import org.clientele.segment.ShopPortal;

/** The page of a model's segments, for tests. */
final class SegmentsPage {
    private SegmentsPage() {}

    static void open(ShopPortal portal, String model) {
        SegmentsView view = new SegmentsView(
                portal.verticals,
                portal.rights,
                portal.announcements,
                new Segments(portal.snapshots, portal.overrides, portal.rights),
                portal.lifetimes(),
                portal.studies(),
                portal.uses,
                portal.versions,
                portal.studio,
                portal.ownModels);
        TestNavigation.open(view, "shop", "v/shop/segments?model=" + model);
    }
}
