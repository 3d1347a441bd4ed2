package org.clientele.plugin;

import org.clientele.common.persistence.TestDatabase;

/** The plugin of {@link LifeJars} in a portal: installed, filled, upgraded. */
public final class ClubPlugin {
    private final PluginPortal portal;
    private final TestDatabase database;

    public ClubPlugin(PluginPortal portal, TestDatabase database) {
        this.portal = portal;
        this.database = database;
    }

    /** Its first version, enabled and filled. */
    public void enableFilled() {
        enable();
        fill();
    }

    /** Its first version, with whatever is kept of it. */
    public void enable() {
        portal.service.upload(LifeJars.first().stream());
        portal.service.enable("club", "EUR", AsOfMode.LAST_ACTIVITY, null);
    }

    public void fill() {
        new ClubData(database).fill(portal.verticals.get("club"));
    }

    public void upgrade() {
        portal.service.upload(LifeJars.second().stream());
    }

    /** A version that its data do not fit. */
    public static byte[] lossy() {
        return LifeJars.first("1.2.0", "id: visits, type: integer", "id: visits, type: money")
                .bytes();
    }

    /** A version without an attribute that has values. */
    public static byte[] withoutPlan() {
        return LifeJars.first("1.2.0", "  - { id: plan, type: text, layer: value, personal: false }\n", "")
                .bytes();
    }
}
