package org.clientele.portal.screen;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.internal.CurrentInstance;
import com.vaadin.flow.server.VaadinSession;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.function.BooleanSupplier;
import org.clientele.access.Permission;
import org.clientele.access.User;
import org.clientele.common.Announcements;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.Icon;
import org.clientele.frontend.Skeleton;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalsChanged;
import org.clientele.plugin.code.Answer;
import org.clientele.plugin.code.FailureCause;
import org.clientele.plugin.code.OpenScreen;
import org.clientele.plugin.code.Piece;
import org.clientele.plugins.api.ScreenDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.ui.PluginScreen;
import org.clientele.segment.SnapshotChanged;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The place where what a plugin's screen made is shown, and the end of whatever goes wrong in it. Lets go of everything of the plugin when it
 * is left or the plugin is loaded anew.
 */
final class ScreenFrame extends Div implements OpenScreen {
    private static final Logger LOG = LoggerFactory.getLogger(ScreenFrame.class);
    private static final String BUSY = "aria-busy";

    private final transient ScreenHost host;
    private final transient Vertical vertical;
    private final transient ScreenDefinition screen;
    private final transient Piece piece;
    private transient @Nullable HostContext context;
    private transient @Nullable VaadinSession session;
    private transient @Nullable Subscriptions subscriptions;
    private long generation;

    ScreenFrame(ScreenHost host, Vertical vertical, ScreenDefinition screen) {
        this.host = host;
        this.vertical = vertical;
        this.screen = screen;
        this.piece = new Piece(vertical.key(), Piece.Kind.SCREEN, screen.id());
        addClassName("stack");
    }

    /** What ends with the visit. */
    private record Subscriptions(Announcements.Subscription verticals, Announcements.Subscription data) {
        void close() {
            verticals.close();
            data.close();
        }
    }

    /** The frame that is shown on a page of the browser; null when it shows none. */
    static @Nullable ScreenFrame in(UI ui) {
        return ComponentUtil.getData(ui, ScreenFrame.class);
    }

    /** The screen that was shown last on a page of the browser: what it left behind, such as a dialog, may still fail. */
    static @Nullable Piece lastIn(UI ui) {
        return ComponentUtil.getData(ui, Piece.class);
    }

    @Override
    public Piece piece() {
        return piece;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        session = ui.getSession();
        ComponentUtil.setData(ui, ScreenFrame.class, this);
        ComponentUtil.setData(ui, Piece.class, piece);
        subscriptions = new Subscriptions(
                host.announcements().listen(VerticalsChanged.class, change -> ui.access(() -> follow(change))),
                host.announcements().listen(SnapshotChanged.class, change -> ui.access(() -> refresh(change))));
        host.watchdog().opened(this);
        start(ui);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (subscriptions != null) {
            subscriptions.close();
            subscriptions = null;
        }
        host.watchdog().closed(this);
        if (in(event.getUI()) == this) {
            ComponentUtil.setData(event.getUI(), ScreenFrame.class, null);
        }
        letGo(event.getUI());
        session = null;
    }

    private void start(UI ui) {
        removeAll();
        add(Skeleton.lines(6));
        getElement().setAttribute(BUSY, "true");
        generation = host.calls().generation(piece.plugin());
        User user = host.services().rights().user();
        Visit visit = new Visit(vertical, ui, user);
        HostContext made = new HostContext(host.services(), visit);
        context = made;
        VaadinSession current = ui.getSession();
        host.calls()
                .callLater(
                        piece,
                        PluginScreen.class,
                        screen.extension(),
                        host.calls().limits().callLimit(),
                        (PluginScreen extension, BooleanSupplier cancelled) ->
                                host.asUser(user, () -> create(extension, made, ui, current)),
                        answer -> arrive(ui, made, answer));
    }

    /** On the plugin's thread. Components find the language by the page they are made for, which is not to be touched without its lock. */
    private static Component create(PluginScreen extension, HostContext context, UI ui, VaadinSession session) {
        CurrentInstance.set(UI.class, ui);
        CurrentInstance.set(VaadinSession.class, session);
        return ComponentCheck.require(extension.create(context));
    }

    private void arrive(UI ui, HostContext made, Answer<Component> answer) {
        try {
            ui.access(() -> show(made, answer));
        } catch (UIDetachedException closed) {
            LOG.debug("Nobody waits for screen {} any more", piece.id(), closed);
        }
    }

    private void show(HostContext made, Answer<Component> answer) {
        if (context != made) {
            return;
        }
        switch (answer) {
            case Answer.Done<Component>(Component component) -> show(component);
            case Answer.Failed<Component>(FailureCause cause, String detail) -> fail(cause, detail);
        }
    }

    private void show(Component component) {
        removeAll();
        getElement().removeAttribute(BUSY);
        try {
            add(component);
        } catch (RuntimeException | LinkageError | StackOverflowError failure) { // in a listener to being attached
            host.calls().report(piece, failure);
            fail(FailureCause.THREW, failure.getClass().getName());
        }
    }

    /** Shows that the screen failed in place of the screen. */
    void fail(FailureCause cause, String detail) {
        getUI().ifPresent(this::letGo);
        String name = vertical.text(getLocale(), Texts.screen(screen.id()));
        Button again = new Button(getTranslation("portal.screen.again"), click -> getUI().ifPresent(this::start));
        EmptyState state = new EmptyState(
                Icon.TRIANGLE_ALERT,
                getTranslation("portal.screen.failed", name),
                getTranslation("portal.screen.failed.text", getTranslation("plugin.cause." + cause)),
                again);
        state.getElement().setAttribute("role", "alert");
        add(state);
        if (!detail.isEmpty() && host.services().rights().may(Permission.MANAGE_PLUGINS, vertical.key())) {
            Paragraph exact = new Paragraph(detail);
            exact.addClassNames("caption", "screen-detail");
            add(exact);
        }
    }

    /** A plugin that was loaded anew has other classes: the old ones must go. */
    private void follow(VerticalsChanged change) {
        boolean mine = change.verticalKey().equals(vertical.key());
        if (mine && isAttached() && host.calls().generation(piece.plugin()) != generation) {
            getUI().ifPresent(ui -> {
                letGo(ui);
                ui.refreshCurrentRoute(false);
            });
        }
    }

    private void refresh(SnapshotChanged change) {
        HostContext current = context;
        if (current == null || !change.verticalKey().equals(vertical.key())) {
            return;
        }
        try {
            current.dataChanged();
        } catch (RuntimeException | LinkageError | StackOverflowError failure) {
            host.errors().take(piece, failure);
        }
    }

    private void letGo(UI ui) {
        if (context != null) {
            context.close();
            context = null;
        }
        removeAll();
        getElement().removeAttribute(BUSY);
        if (host.calls().generation(piece.plugin()) != generation) {
            Overlays.close(ui);
        }
    }

    @Override
    public void evictIfStuck() {
        VaadinSession waiting = session;
        if (waiting == null) {
            return;
        }
        Lock lock = waiting.getLockInstance();
        try {
            if (lock.tryLock(1, TimeUnit.SECONDS)) {
                lock.unlock();
                return;
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return;
        }
        LOG.warn(
                "A person's session is given up, because plugin {} hangs in it; signing in again works",
                piece.plugin());
        waiting.getSession().invalidate();
    }
}
