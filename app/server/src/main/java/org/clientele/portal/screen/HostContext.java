package org.clientele.portal.screen;

import java.util.Locale;
import org.clientele.access.Permission;
import org.clientele.common.ui.Formats;
import org.clientele.common.ui.Places;
import org.clientele.plugins.ui.ScreenChanges;
import org.clientele.plugins.ui.ScreenContext;
import org.clientele.plugins.ui.ScreenData;
import org.clientele.plugins.ui.ScreenFormats;
import org.clientele.plugins.ui.ScreenLinks;
import org.clientele.plugins.ui.ScreenParts;
import org.clientele.plugins.ui.ScreenRight;
import org.jspecify.annotations.Nullable;

/** What a screen is given for one visit. */
final class HostContext implements ScreenContext {
    private final ScreenServices services;
    private final Visit visit;
    private final HostFormats formats;
    private final HostData data;
    private final HostChanges changes;
    private final HostLinks links;
    private final HostParts parts;
    private volatile @Nullable Runnable dataListener;

    HostContext(ScreenServices services, Visit visit) {
        this.services = services;
        this.visit = visit;
        this.formats = new HostFormats(visit, services);
        this.data = new HostData(services, visit, formats);
        this.changes = new HostChanges(services, visit);
        this.links = new HostLinks(visit);
        this.parts = new HostParts(links);
    }

    @Override
    public Locale locale() {
        return visit.locale();
    }

    @Override
    public String text(String key, Object... arguments) {
        return Places.fill(
                visit.vertical().text(visit.locale(), key),
                place -> place < arguments.length ? String.valueOf(arguments[place]) : Formats.MISSING);
    }

    @Override
    public ScreenFormats formats() {
        return formats;
    }

    @Override
    public ScreenData data() {
        return data;
    }

    @Override
    public ScreenChanges changes() {
        return changes;
    }

    @Override
    public ScreenLinks links() {
        return links;
    }

    @Override
    public ScreenParts parts() {
        return parts;
    }

    @Override
    public boolean may(ScreenRight right) {
        visit.require();
        return services.rights().may(Permission.valueOf(right.name()), visit.key());
    }

    @Override
    public String userName() {
        return visit.user().displayName();
    }

    @Override
    public void onDataChange(Runnable listener) {
        visit.require();
        dataListener = listener;
    }

    /** Calls the screen's listener, if it has one. */
    void dataChanged() {
        Runnable listener = dataListener;
        if (listener != null && !visit.isOver()) {
            listener.run();
        }
    }

    void close() {
        dataListener = null;
        visit.end();
    }
}
