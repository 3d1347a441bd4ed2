package org.clientele.access.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Set;
import org.clientele.access.Rights;
import org.clientele.access.User;
import org.clientele.access.Users;
import org.clientele.common.Problem;
import org.clientele.common.ui.NarrowScreens;
import org.clientele.frontend.Card;
import org.clientele.frontend.Icon;
import org.clientele.frontend.Page;
import org.clientele.frontend.PageHeader;
import org.clientele.frontend.Tag;
import org.clientele.frontend.Tone;
import org.clientele.plugin.Verticals;

/** Who may sign in, and what for. */
@Route("admin/users")
@RolesAllowed("MANAGE_USERS")
class UsersView extends Page implements HasDynamicTitle {
    static final String ROLES = "roles";
    private static final String STATE = "state";
    static final String ACTIONS = "actions";

    private final Users users;
    private final Verticals verticals;
    private final long ownId;
    private final Grid<User> grid = new Grid<>();
    private final Div remark = Remarks.place();
    private Set<Long> invited = Set.of();
    private boolean narrow;

    UsersView(Users users, Verticals verticals, Rights rights) {
        this.users = users;
        this.verticals = verticals;
        ownId = rights.user().id();
        Button invite = new Button(getTranslation("access.users.invite"), Icon.USER_PLUS.create());
        invite.addClickListener(click -> invite());
        invite.addThemeVariants(ButtonVariant.PRIMARY);
        fillColumns();
        add(
                new PageHeader(getTranslation("access.users.title"), getTranslation("access.users.subtitle"))
                        .primary(invite),
                remark,
                new Card(grid).flush());
        refresh();
        NarrowScreens.follow(this, isNarrow -> {
            narrow = isNarrow;
            grid.getColumnByKey(ROLES).setVisible(!narrow);
            grid.getColumnByKey(STATE).setVisible(!narrow);
            refresh();
        });
    }

    @Override
    public String getPageTitle() {
        return getTranslation("access.users.title");
    }

    private void fillColumns() {
        grid.addComponentColumn(this::name)
                .setHeader(getTranslation("access.user.name"))
                .setAutoWidth(true)
                .setFlexGrow(2);
        grid.addComponentColumn(this::roles)
                .setKey(ROLES)
                .setHeader(getTranslation("access.user.roles"))
                .setFlexGrow(3);
        grid.addComponentColumn(this::state)
                .setKey(STATE)
                .setHeader(getTranslation("access.user.state"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(this::actions)
                .setKey(ACTIONS)
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.setAllRowsVisible(true);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
    }

    private void refresh() {
        invited = users.invited();
        grid.setItems(users.all());
        grid.recalculateColumnWidths();
    }

    private Div name(User user) {
        Div name = new Div(new Span(user.displayName()));
        name.addClassName("strong");
        Div login = new Div(new Span(user.login()));
        login.addClassName("caption");
        Div whole = new Div(name, login);
        if (narrow) {
            Div below = roles(user);
            below.add(state(user));
            whole.add(below);
        }
        return whole;
    }

    private Div roles(User user) {
        GrantTexts texts = new GrantTexts(verticals, UI.getCurrent().getLocale());
        Div cell = new Div();
        cell.addClassName("chips");
        GrantTexts.sorted(user.grants()).forEach(grant -> cell.add(new Tag(texts.grant(grant))));
        return cell;
    }

    private Tag state(User user) {
        if (!user.active()) {
            return new Tag(getTranslation("access.user.inactive-state"), Tone.MUTED);
        }
        return invited.contains(user.id())
                ? new Tag(getTranslation("access.user.invited"), Tone.WARN)
                : new Tag(getTranslation("access.user.active"), Tone.GOOD);
    }

    private Component actions(User user) {
        Button edit = new Button(Icon.PENCIL.create(), click -> edit(user));
        edit.addThemeVariants(ButtonVariant.TERTIARY);
        edit.setAriaLabel(getTranslation("access.users.edit", user.displayName()));
        edit.setTooltipText(getTranslation("access.users.edit-short"));
        Button more = new Button(Icon.ELLIPSIS.create());
        more.addThemeVariants(ButtonVariant.TERTIARY);
        more.setAriaLabel(getTranslation("access.users.more", user.displayName()));
        ContextMenu menu = new ContextMenu(more);
        menu.setOpenOnClick(true);
        if (user.active()) {
            menu.addItem(
                    getTranslation(invited.contains(user.id()) ? "access.users.new-link" : "access.users.reset"),
                    click -> confirmReset(user));
            menu.addItem(getTranslation("access.users.deactivate"), click -> confirmDeactivate(user));
        } else {
            menu.addItem(getTranslation("access.users.reactivate"), click -> act(() -> users.reactivate(user)));
        }
        Div cell = new Div(edit, more);
        cell.addClassName("row");
        return cell;
    }

    private void invite() {
        UserDialog.invite(verticals, (login, name, grants) -> {
                    String token = users.create(login, name, grants);
                    refresh();
                    new LinkDialog(name, token).open();
                })
                .open();
    }

    private void edit(User user) {
        UserDialog.edit(verticals, user, (login, name, grants) -> {
                    users.update(user, name, grants);
                    refresh();
                    Remarks.done(getTranslation("access.users.saved"));
                })
                .open();
    }

    private void confirmReset(User user) {
        if (invited.contains(user.id())) {
            act(() -> new LinkDialog(user.displayName(), users.resetPassword(user.id())).open());
            return;
        }
        confirm(
                getTranslation("access.users.reset-title", user.displayName()),
                getTranslation("access.users.reset-text"),
                getTranslation("access.users.reset"),
                () -> new LinkDialog(user.displayName(), users.resetPassword(user.id())).open());
    }

    private void confirmDeactivate(User user) {
        String text = user.id() == ownId ? "access.users.deactivate-self" : "access.users.deactivate-text";
        confirm(
                getTranslation("access.users.deactivate-title", user.displayName()),
                getTranslation(text),
                getTranslation("access.users.deactivate"),
                () -> users.deactivate(user));
    }

    private void confirm(String title, String text, String action, Runnable work) {
        ConfirmDialog dialog = new ConfirmDialog(title, text, action, confirmed -> act(work));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("access.users.cancel"));
        dialog.setConfirmButtonTheme("primary error");
        dialog.open();
    }

    private void act(Runnable work) {
        remark.removeAll();
        try {
            work.run();
        } catch (Problem problem) {
            Remarks.show(remark, problem);
        }
        refresh();
    }
}
