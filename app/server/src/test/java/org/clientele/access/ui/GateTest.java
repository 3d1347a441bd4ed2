package org.clientele.access.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.clientele.access.AccessPortal;
import org.clientele.access.Grant;
import org.clientele.access.Joining;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.common.ui.TestUi;
import org.clientele.common.ui.Translations;
import org.clientele.frontend.Banner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

class GateTest {
    private final AccessPortal portal = new AccessPortal();
    private final SessionsSpy sessions = new SessionsSpy();

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        portal.close();
    }

    @Test
    void shouldMakeTheFirstAdministratorAndSignIn() {
        setup(Locale.ENGLISH, portal.setupToken());
        _setValue(_get(TextField.class, spec -> spec.withLabel("Name")), "Zhou Yan 周岩");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Login")), "Zhou.Yan");
        _setValue(_get(PasswordField.class), AccessPortal.PASSWORD);
        _click(_get(Button.class, spec -> spec.withText("Create administrator")));

        assertThat(sessions.started).singleElement().satisfies(welcome -> {
            assertThat(welcome.user().login()).isEqualTo("zhou.yan");
            assertThat(welcome.user().may(Permission.MANAGE_USERS, Grant.EVERYWHERE))
                    .isTrue();
        });
    }

    @Test
    void shouldSayWhatIsWrongWithThePassword() {
        setup(Locale.ENGLISH, portal.setupToken());
        _setValue(_get(TextField.class, spec -> spec.withLabel("Login")), "zhou");
        _setValue(_get(PasswordField.class), "short");
        _click(_get(Button.class, spec -> spec.withText("Create administrator")));

        assertThat(_get(PasswordField.class).getErrorMessage()).isEqualTo("A password needs at least 10 characters.");
        assertThat(sessions.started).isEmpty();
    }

    @Test
    void shouldMarkEveryFieldThatIsMissing() {
        setup(Locale.ENGLISH, portal.setupToken());
        _click(_get(Button.class, spec -> spec.withText("Create administrator")));

        assertThat(_get(TextField.class, spec -> spec.withLabel("Name")).getErrorMessage())
                .isEqualTo("Please fill this in.");
        assertThat(_get(TextField.class, spec -> spec.withLabel("Login")).isInvalid())
                .isTrue();
        assertThat(_get(PasswordField.class).isInvalid()).isTrue();
        assertThat(sessions.started).isEmpty();
    }

    @Test
    void shouldKeepWhatWasTypedWhenANameIsImpossible() {
        setup(Locale.ENGLISH, portal.setupToken());
        _setValue(_get(TextField.class, spec -> spec.withLabel("Name")), "Zhou Yan");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Login")), "周岩");
        _setValue(_get(PasswordField.class), AccessPortal.PASSWORD);
        _click(_get(Button.class, spec -> spec.withText("Create administrator")));

        assertThat(_get(Banner.class).getElement().getTextRecursively()).contains("A login has 2 to 100");
        assertThat(_get(PasswordField.class).getValue()).isEqualTo(AccessPortal.PASSWORD);
    }

    @Test
    void shouldExplainADeadLinkInTheUsersLanguage() {
        setup(Translations.CHINESE, "no-such-token");

        assertThat(_get(H1.class).getText()).isEqualTo("链接已失效");
        _assertNone(PasswordField.class);
    }

    @Test
    void shouldLeadToANewLinkWhenTheFirstIsOlderThanADay() {
        String token = portal.setupToken();
        portal.clock.forward(Duration.ofHours(25));
        setup(Locale.ENGLISH, token);

        assertThat(_get(Main.class).getElement().getTextRecursively())
                .contains("This link no longer works", "Start Clientele and open the new link");
        _assertNone(PasswordField.class);
    }

    @Test
    void shouldLeadToTheAdministratorWhenTheLinkWasUsed() {
        String token = portal.setupToken();
        portal.act(() -> portal.joining.setUp(token, "zhou.yan", "Zhou Yan", AccessPortal.PASSWORD));
        setup(Locale.ENGLISH, token);

        assertThat(_get(Main.class).getElement().getTextRecursively())
                .contains("This link no longer works", "ask your administrator");
        _assertNone(PasswordField.class);
    }

    @Test
    void shouldSayAtTheDoorHowTheFirstUserComesIn() {
        openLogin(Locale.ENGLISH, "");

        assertThat(_get(Banner.class).getElement().getTextRecursively()).contains("one-time link on the console");
    }

    @Test
    void shouldWelcomeSomebodyInvited() {
        portal.administrator();
        String token = portal.act(
                () -> portal.users.create("lin.mei", "Lin Mei 林梅", Set.of(new Grant(Role.MANAGER, "retail"))));
        TestUi.start(Locale.ENGLISH);
        JoinView view = new JoinView(joining(), sessions, portal.passwords);
        UI.getCurrent().add(view);
        view.open(token);

        assertThat(_get(H1.class).getText()).isEqualTo("Welcome, Lin Mei 林梅");
        _setValue(_get(PasswordField.class), AccessPortal.PASSWORD);
        _click(_get(Button.class, spec -> spec.withText("Set password and sign in")));

        assertThat(sessions.started).hasSize(1);
    }

    @Test
    void shouldAskForLoginAndPasswordInChinese() {
        LoginView view = login(Translations.CHINESE, "error");

        assertThat(view.getPageTitle()).isEqualTo("登录 · Clientele");
        assertThat(_get(LoginForm.class).isError()).isTrue();
        assertThat(_get(LoginForm.class).getElement().getProperty("i18n", "")).doesNotContain("Username");
        _assertNone(Banner.class);
    }

    @Test
    void shouldSayThatTheSessionHasEnded() {
        login(Locale.ENGLISH, "expired");

        assertThat(_get(LoginForm.class).isError()).isFalse();
        assertThat(_get(Banner.class).getElement().getTextRecursively()).contains("Your session has ended");
    }

    @Test
    void shouldSayThatNobodyCanSignInWhileTheDiskIsFull() {
        login(Locale.ENGLISH, "full");

        assertThat(_get(Banner.class).getElement().getTextRecursively()).contains("no room left on its disk");
    }

    private void setup(Locale locale, String token) {
        TestUi.start(locale);
        SetupView view = new SetupView(joining(), sessions, portal.passwords);
        UI.getCurrent().add(view);
        view.open(token);
    }

    private LoginView login(Locale locale, String parameter) {
        portal.administrator();
        return openLogin(locale, parameter);
    }

    private LoginView openLogin(Locale locale, String parameter) {
        TestUi.start(locale);
        LoginView view = new LoginView(joining(), new DefaultListableBeanFactory().getBeanProvider(DemoDoor.class));
        UI.getCurrent().add(view);
        view.open(QueryParameters.of(parameter, ""));
        return view;
    }

    private Joining joining() {
        return TransactionalProxy.of(portal.joining, portal.database.transactions());
    }
}
