package org.clientele.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicReference;
import org.clientele.access.AuditTrail.Verdict;
import org.clientele.access.SignIn.Result.Welcome;
import org.clientele.common.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;

class CurrentRightsTest {
    private final AccessPortal portal = new AccessPortal();

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    @Test
    void shouldFailWhenNobodyIsSignedIn() {
        assertThatThrownBy(portal.rights::user).isInstanceOf(AuthenticationCredentialsNotFoundException.class);
    }

    @Test
    void shouldWorkOnBehalfOfAUserOnAnotherThread() throws InterruptedException {
        User user = TestRights.user(7, new Grant(Role.MANAGER, "retail"));
        AtomicReference<User> seen = new AtomicReference<>();

        Thread thread = new Thread(() -> portal.rights.actingAs(user, () -> seen.set(portal.rights.user())));
        thread.start();
        thread.join();

        assertThat(seen.get()).isEqualTo(user);
        assertThat(portal.currentRights.find()).isEmpty();
    }

    @Test
    void shouldHoldARoleOnlyWhereItIsGranted() {
        User manager = TestRights.user(7, new Grant(Role.MANAGER, "retail"));

        assertThat(manager.may(Permission.EXPORT_CUSTOMERS, "retail")).isTrue();
        assertThat(manager.may(Permission.EXPORT_CUSTOMERS, "telecom")).isFalse();
        assertThat(manager.may(Permission.EXPORT_CUSTOMERS, Grant.EVERYWHERE)).isFalse();
        assertThat(manager.may(Permission.IMPORT_DATA, "retail")).isFalse();
    }

    @Test
    void shouldChangeOwnPasswordAndEndAllOtherSessions() {
        portal.administrator();
        Welcome elsewhere = (Welcome) portal.tries("zhou.yan", AccessPortal.PASSWORD);

        Welcome here =
                portal.act(() -> portal.ownAccount.changePassword(AccessPortal.PASSWORD, "a second long password"));

        assertThat(portal.directory.stillSignedIn(here.session())).isPresent();
        assertThat(portal.directory.stillSignedIn(elsewhere.session())).isEmpty();
        assertThat(portal.tries("zhou.yan", AccessPortal.PASSWORD)).isEqualTo(new SignIn.Result.Refused());
    }

    @Test
    void shouldAskForThePresentPassword() {
        portal.administrator();

        assertThatThrownBy(() ->
                        portal.does(() -> portal.ownAccount.changePassword("not this one", "a second long password")))
                .isInstanceOf(Problem.class);
        assertThat(portal.tries("zhou.yan", AccessPortal.PASSWORD)).isInstanceOf(Welcome.class);
    }

    @Test
    void shouldRememberTheLanguage() {
        User user = portal.administrator();

        portal.does(() -> portal.ownAccount.chooseLanguage("zh-CN"));

        assertThat(portal.rights.user().language()).isEqualTo("zh-CN");
        assertThat(portal.now(user.id()).language()).isEqualTo("zh-CN");
    }

    @Test
    void shouldRefuseToRecordOutsideATransaction() {
        assertThatThrownBy(() -> portal.audit.record("customer.update", "customer 1", null, null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("customer 1")
                .hasMessageContaining("@Transactional");
    }

    @Test
    void shouldRecordNothingOfAChangeRolledBack() {
        portal.database.transactions().executeWithoutResult(status -> {
            portal.audit.record("customer.update", "customer 1", null, "x".repeat(20_000));
            status.setRollbackOnly();
        });
        assertThat(portal.auditDao.verify()).isEqualTo(new Verdict.Intact(0));

        portal.does(() -> {
            portal.audit.record("customer.update", "customer 1", null, "x".repeat(20_000));
            portal.audit.record("customer.update", "customer 2", "a", "b");
        });
        assertThat(portal.auditDao.verify()).isEqualTo(new Verdict.Intact(2));
    }
}
