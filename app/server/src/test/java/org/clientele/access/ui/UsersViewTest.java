package org.clientele.access.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.clientele.access.AccessPortal;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.User;
import org.clientele.access.Users;
import org.clientele.common.ui.TestUi;
import org.clientele.common.ui.Translations;
import org.clientele.frontend.Banner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UsersViewTest {
    private static final Grant STAFF = new Grant(Role.STAFF, "retail");

    private final AccessPortal portal = new AccessPortal();
    private Users users = portal.users;

    @BeforeEach
    void makeAdministrator() {
        portal.administrator();
        users = TransactionalProxy.of(portal.users, portal.database.transactions());
    }

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        portal.close();
    }

    @Test
    void shouldListEverybody() {
        portal.member("wang.fang", STAFF);
        show(Locale.ENGLISH);

        assertThat(rows()).extracting(User::login).containsExactlyInAnyOrder("wang.fang", "zhou.yan");
        assertThat(cell("wang.fang", UsersView.ROLES).getElement().getTextRecursively())
                .isEqualTo("Customer service · retail");
    }

    @Test
    void shouldInviteAUserAndShowTheLinkOnce() {
        show(Locale.ENGLISH);
        _click(_get(Button.class, spec -> spec.withText("Invite user")));
        _setValue(_get(TextField.class, spec -> spec.withLabel("Name")), "Lin Mei 林梅");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Login")), "lin.mei");
        _click(_get(Button.class, spec -> spec.withText("Save")));

        String link =
                _get(TextField.class, spec -> spec.withLabel("One-time link")).getValue();
        String token = link.substring(link.lastIndexOf('/') + 1);
        assertThat(link).contains("/join/");
        assertThat(portal.joining.invitation(token).orElseThrow().user().grants())
                .containsExactly(new Grant(Role.STAFF, Grant.EVERYWHERE));
        assertThat(rows()).hasSize(2);
        _click(_get(Button.class, spec -> spec.withText("Close")));
        _assertNone(TextField.class);
    }

    @Test
    void shouldKeepTheDialogOpenWhenTheLoginIsTaken() {
        show(Locale.ENGLISH);
        _click(_get(Button.class, spec -> spec.withText("Invite user")));
        _setValue(_get(TextField.class, spec -> spec.withLabel("Name")), "Zhou");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Login")), "zhou.yan");
        _click(_get(Button.class, spec -> spec.withText("Save")));

        assertThat(_get(Banner.class).getElement().getTextRecursively()).contains("zhou.yan");
        assertThat(_get(TextField.class, spec -> spec.withLabel("Name")).getValue())
                .isEqualTo("Zhou");
    }

    @Test
    void shouldChangeRoles() {
        User staff = portal.member("wang.fang", STAFF);
        show(Locale.ENGLISH);
        edit("wang.fang", "Edit User wang.fang");
        Select<Role> role = role();
        role.setValue(Role.MANAGER);
        _click(_get(Button.class, spec -> spec.withText("Save")));

        assertThat(portal.now(staff.id()).grants()).containsExactly(new Grant(Role.MANAGER, "retail"));
    }

    @Test
    void shouldLimitStaffToTheirOwnCustomers() {
        User staff = portal.member("wang.fang", STAFF);
        show(Locale.ENGLISH);
        edit("wang.fang", "Edit User wang.fang");
        scope().setValue(true);
        _click(_get(Button.class, spec -> spec.withText("Save")));

        assertThat(portal.now(staff.id()).grants()).containsExactly(new Grant(Role.STAFF, "retail", true));
        assertThat(portal.now(staff.id()).isLimitedToOwn("retail")).isTrue();
    }

    @Test
    void shouldOfferTheLimitToStaffOnly() {
        User staff = portal.member("wang.fang", new Grant(Role.STAFF, "retail", true));
        show(Locale.ENGLISH);
        edit("wang.fang", "Edit User wang.fang");
        role().setValue(Role.MANAGER);
        assertThat(_find(Select.class, spec -> spec.withPredicate(select -> named(select, "Customers"))))
                .isEmpty();
        _click(_get(Button.class, spec -> spec.withText("Save")));

        assertThat(portal.now(staff.id()).grants()).containsExactly(new Grant(Role.MANAGER, "retail"));
    }

    @Test
    void shouldTellAboutAChangeBySomebodyElse() {
        User staff = portal.member("wang.fang", STAFF);
        show(Translations.CHINESE);
        portal.does(() -> portal.users.update(staff, "Somebody else", Set.of(STAFF)));
        edit("wang.fang", "编辑 User wang.fang");
        _click(_get(Button.class, spec -> spec.withText("保存")));

        assertThat(_get(Banner.class).getElement().getTextRecursively()).contains("其他人刚刚修改了该用户");
        assertThat(portal.now(staff.id()).displayName()).isEqualTo("Somebody else");
    }

    @Test
    void shouldChangeTheOwnPassword() {
        TestUi.start(Locale.ENGLISH);
        SessionsSpy sessions = new SessionsSpy();
        UI.getCurrent()
                .add(new AccountView(
                        TransactionalProxy.of(portal.ownAccount, portal.database.transactions()),
                        sessions,
                        portal.passwords,
                        portal.rights,
                        new NoVerticals()));
        _setValue(_get(PasswordField.class, spec -> spec.withLabel("Present password")), AccessPortal.PASSWORD);
        _setValue(_get(PasswordField.class, spec -> spec.withLabel("New password")), "a second long password");
        _click(_get(Button.class, spec -> spec.withText("Change password")));

        assertThat(sessions.renewed).hasSize(1);
        assertThat(portal.directory.stillSignedIn(sessions.renewed.getFirst().session()))
                .isPresent();
    }

    private void show(Locale locale) {
        TestUi.start(locale);
        UI.getCurrent().add(new UsersView(users, new NoVerticals(), portal.rights));
    }

    private static List<User> rows() {
        return IntStream.range(0, GridKt._size(grid()))
                .mapToObj(i -> GridKt._get(grid(), i))
                .toList();
    }

    private static Component cell(String login, String column) {
        List<String> logins = rows().stream().map(User::login).toList();
        return GridKt._getCellComponent(grid(), logins.indexOf(login), column);
    }

    private static void edit(String login, String label) {
        Button button = cell(login, UsersView.ACTIONS)
                .getChildren()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(button.getAriaLabel()).contains(label);
        button.click();
    }

    @SuppressWarnings("unchecked")
    private static Grid<User> grid() {
        return _get(Grid.class);
    }

    @SuppressWarnings("unchecked")
    private static Select<Role> role() {
        return _get(Select.class, spec -> spec.withPredicate(select -> named(select, "Role")));
    }

    @SuppressWarnings("unchecked")
    private static Select<Boolean> scope() {
        return _get(Select.class, spec -> spec.withPredicate(select -> named(select, "Customers")));
    }

    private static boolean named(Select<?> select, String label) {
        return select.getAriaLabel().filter(label::equals).isPresent();
    }
}
