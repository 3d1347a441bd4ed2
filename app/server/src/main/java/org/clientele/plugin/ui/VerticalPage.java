package org.clientele.plugin.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.ui.PageMessage;
import org.clientele.frontend.Icon;
import org.clientele.frontend.Page;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.VerticalsChanged;
import org.jspecify.annotations.Nullable;

/**
 * A screen of one vertical, under {@code v/:vertical/…}. Shows itself only to people who may see the vertical; when the vertical is disabled
 * while the screen is open, it says so, and comes back when the vertical does.
 */
public abstract class VerticalPage extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private final Verticals verticals;
    private final Rights rights;
    private final Announcements announcements;
    private String key = "";
    private boolean gone;
    private @Nullable Vertical vertical;
    private final List<Function<UI, Announcements.Subscription>> heard = new ArrayList<>();
    private final List<Announcements.Subscription> subscriptions = new ArrayList<>();

    protected VerticalPage(Verticals verticals, Rights rights, Announcements announcements) {
        this.verticals = verticals;
        this.rights = rights;
        this.announcements = announcements;
        hear(VerticalsChanged.class, this::follow);
    }

    /** Reacts to the news, in the page's UI, as long as the page is open. To be called from the constructor. */
    protected final <N> void hear(Class<N> kind, Consumer<? super N> reaction) {
        heard.add(ui -> announcements.listen(kind, news -> ui.access(() -> reaction.accept(news))));
    }

    /** Shows the page; called on every navigation to it, on an empty page. */
    protected abstract void show(Vertical vertical, BeforeEnterEvent event);

    /** What the page is about, for the browser's title. */
    protected abstract String title();

    /** The act without which the page is not shown. */
    protected Permission permission() {
        return Permission.VIEW_PORTAL;
    }

    /** The vertical shown. */
    protected Vertical vertical() {
        return Optional.ofNullable(vertical)
                .orElseThrow(() -> new IllegalStateException("The page is not shown yet; call from show() on"));
    }

    protected Rights rights() {
        return rights;
    }

    protected Announcements announcements() {
        return announcements;
    }

    @Override
    public final void beforeEnter(BeforeEnterEvent event) {
        gone = false;
        key = event.getRouteParameters().get("vertical").orElse("");
        vertical = verticals.find(key).orElse(null);
        listen(event.getUI());
        removeAll();
        if (vertical == null) {
            showGone();
        } else if (!rights.may(permission(), key)) {
            add(new PageMessage(
                    Icon.LOCK,
                    getTranslation("plugin.page.forbidden"),
                    getTranslation("plugin.page.forbidden.text", vertical.name(getLocale()))));
        } else {
            show(vertical, event);
        }
    }

    /** Empties the page but for the line that tells whose customers it covers. */
    @Override
    public void removeAll() {
        super.removeAll();
        boolean own = !gone && vertical != null && rights.may(permission(), key) && rights.onlyOwner(key) != null;
        if (own && coversCustomers()) {
            Div line = new Div(getTranslation("plugin.page.own"));
            line.addClassNames("caption", "own-customers");
            add(line);
        }
    }

    /** Whether it lists or counts customers, so that it must tell whom it leaves out for those who see only their own. */
    protected boolean coversCustomers() {
        return true;
    }

    @Override
    public String getPageTitle() {
        return vertical == null ? "Clientele" : title() + " · " + vertical.name(getLocale()) + " · Clientele";
    }

    @Override
    protected void onAttach(AttachEvent event) {
        listen(event.getUI());
    }

    /** Before the page reads what it shows, or what changes until it is attached would never be heard. */
    private void listen(UI ui) {
        if (!subscriptions.isEmpty()) {
            return;
        }
        heard.forEach(listening -> subscriptions.add(listening.apply(ui)));
        ui.access(() -> {
            if (!isAttached()) {
                unlisten();
            }
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        unlisten();
    }

    private void unlisten() {
        subscriptions.forEach(Announcements.Subscription::close);
        subscriptions.clear();
    }

    private void follow(VerticalsChanged change) {
        if (!change.verticalKey().equals(key)) {
            return;
        }
        boolean there = verticals.find(key).isPresent();
        if (!there) {
            gone = true;
            removeAll();
            showGone();
        } else if (gone && there) {
            getUI().ifPresent(ui -> ui.refreshCurrentRoute(false));
        }
    }

    private void showGone() {
        gone = true;
        add(new GonePage(verticals.whatBecameOf(key), rights));
    }
}
