package org.clientele.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.clientele.access.AuditTrail.Verdict;
import org.clientele.access.SignIn.Result.Welcome;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UsersTest {
    private static final Grant ADMINISTRATOR = new Grant(Role.ADMINISTRATOR, Grant.EVERYWHERE);
    private static final Grant STAFF = new Grant(Role.STAFF, "retail");

    private final AccessPortal portal = new AccessPortal();
    private User administrator = TestRights.user(0);

    @BeforeEach
    void makeAdministrator() {
        administrator = portal.administrator();
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    @Test
    void shouldRefuseEveryActToWhoeverDoesNotAdministerEverything() {
        User staff = portal.member("staff", STAFF);
        List<User> others = Stream.of(
                        new Grant(Role.STAFF, Grant.EVERYWHERE),
                        new Grant(Role.MANAGER, Grant.EVERYWHERE),
                        new Grant(Role.CONSULTANT, Grant.EVERYWHERE),
                        new Grant(Role.ADMINISTRATOR, "retail"))
                .map(grant -> TestRights.user(staff.id(), grant))
                .toList();
        List<Runnable> acts = List.of(
                () -> portal.users.all(),
                () -> portal.users.invited(),
                () -> portal.users.create("new.user", "New", Set.of(ADMINISTRATOR)),
                () -> portal.users.update(staff, "Staff", Set.of(ADMINISTRATOR)),
                () -> portal.users.deactivate(administrator),
                () -> portal.users.reactivate(administrator),
                () -> portal.users.resetPassword(administrator.id()),
                () -> new AuditTrail(portal.auditDao, portal.rights).verify());

        for (User other : others) {
            for (Runnable act : acts) {
                assertThatThrownBy(as(other, act)).isInstanceOf(ForbiddenProblem.class);
            }
        }
        assertThat(portal.userDao.all()).hasSize(2);
    }

    @Test
    void shouldMakeAUserWhoJoinsByTheLinkOnce() {
        String token = portal.act(() -> portal.users.create("Lin.Mei", "Lin Mei 林梅", Set.of(STAFF)));

        assertThat(portal.tries("lin.mei", AccessPortal.PASSWORD)).isEqualTo(new SignIn.Result.Refused());
        assertThat(portal.act(() -> portal.joining.invitation(token))
                        .orElseThrow()
                        .reset())
                .isFalse();
        portal.does(() -> portal.joining.join(token, AccessPortal.PASSWORD));

        assertThat(portal.tries("lin.mei", AccessPortal.PASSWORD)).isInstanceOf(Welcome.class);
        assertProblem(() -> portal.joining.join(token, "another password"), "access.link.dead");
    }

    @Test
    void shouldRefuseNamesThatAreTakenOrImpossible() {
        assertProblem(() -> portal.users.create("ZHOU.YAN", "Other", Set.of()), "access.user.login-taken");
        assertProblem(() -> portal.users.create("周岩", "Zhou", Set.of()), "access.user.login-invalid");
        assertProblem(() -> portal.users.create("", "Zhou", Set.of()), "access.user.login-invalid");
        assertProblem(() -> portal.users.create("lin", "  ", Set.of()), "access.user.name-invalid");
    }

    @Test
    void shouldRefuseASecondChangeOfTheSameState() {
        User read = portal.member("staff", STAFF);
        portal.does(() -> portal.users.update(read, "First", Set.of(STAFF)));

        assertThatThrownBy(() -> portal.does(() -> portal.users.update(read, "Second", Set.of())))
                .isInstanceOf(ConflictProblem.class);
        assertThat(portal.now(read.id()).displayName()).isEqualTo("First");
    }

    @Test
    void shouldKeepTheLastAdministrator() {
        assertProblem(() -> portal.users.deactivate(portal.now(administrator.id())), "access.user.last-administrator");
        assertProblem(
                () -> portal.users.update(portal.now(administrator.id()), "Zhou", Set.of(STAFF)),
                "access.user.last-administrator");

        portal.member("second", ADMINISTRATOR);
        portal.does(() -> portal.users.deactivate(portal.now(administrator.id())));
        assertThat(portal.now(administrator.id()).active()).isFalse();
    }

    @Test
    void shouldEndSessionsOfWhoeverIsDeactivated() {
        User staff = portal.member("staff", STAFF);
        Welcome welcome = (Welcome) portal.tries("staff", AccessPortal.PASSWORD);
        assertThat(portal.directory.stillSignedIn(welcome.session())).isPresent();

        portal.does(() -> portal.users.deactivate(portal.now(staff.id())));

        assertThat(portal.directory.stillSignedIn(welcome.session())).isEmpty();
        portal.does(() -> portal.users.reactivate(portal.now(staff.id())));
        assertThat(portal.directory.stillSignedIn(welcome.session())).isEmpty();
        assertThat(portal.tries("staff", AccessPortal.PASSWORD)).isInstanceOf(Welcome.class);
    }

    @Test
    void shouldLetAChangeOfGrantsCountAtOnce() {
        User staff = portal.member("staff", STAFF);
        Welcome welcome = (Welcome) portal.tries("staff", AccessPortal.PASSWORD);
        assertThat(portal.directory
                        .stillSignedIn(welcome.session())
                        .orElseThrow()
                        .grants())
                .containsExactly(STAFF);

        portal.does(() -> portal.users.update(portal.now(staff.id()), "Staff", Set.of()));

        assertThat(portal.directory
                        .stillSignedIn(welcome.session())
                        .orElseThrow()
                        .grants())
                .isEmpty();
    }

    @Test
    void shouldReplaceALostPasswordByALink() {
        User staff = portal.member("staff", STAFF);
        String token = portal.act(() -> portal.users.resetPassword(staff.id()));

        assertThat(portal.tries("staff", AccessPortal.PASSWORD)).isEqualTo(new SignIn.Result.Refused());
        assertThat(portal.act(() -> portal.joining.invitation(token))
                        .orElseThrow()
                        .reset())
                .isTrue();
        portal.does(() -> portal.joining.join(token, "a second long password"));
        assertThat(portal.tries("staff", "a second long password")).isInstanceOf(Welcome.class);
    }

    @Test
    void shouldEndALinkAfterADay() {
        String token = portal.act(() -> portal.users.create("staff", "Staff", Set.of(STAFF)));

        portal.clock.forward(Duration.ofHours(24).minusSeconds(1));
        assertThat(portal.act(() -> portal.joining.invitation(token))).isPresent();
        portal.clock.forward(Duration.ofSeconds(1));
        assertThat(portal.act(() -> portal.joining.invitation(token))).isEmpty();
        assertProblem(() -> portal.joining.join(token, AccessPortal.PASSWORD), "access.link.dead");
    }

    @Test
    void shouldEndAnEarlierLinkWithANewOne() {
        String first = portal.act(() -> portal.users.create("staff", "Staff", Set.of(STAFF)));
        long id = portal.userDao.byLogin("staff").orElseThrow().user().id();
        String second = portal.act(() -> portal.users.resetPassword(id));

        assertThat(portal.act(() -> portal.joining.invitation(first))).isEmpty();
        assertThat(portal.act(() -> portal.joining.invitation(second))
                        .orElseThrow()
                        .reset())
                .isFalse();
    }

    @Test
    void shouldKeepTheLinkWhenThePasswordIsNotGoodEnough() {
        String token = portal.act(() -> portal.users.create("long.login.name", "Staff", Set.of(STAFF)));

        assertProblem(() -> portal.joining.join(token, "123456789"), "access.password.too_short");
        assertProblem(() -> portal.joining.join(token, "long.login.name"), "access.password.same_as_login");
        assertThat(portal.act(() -> portal.joining.invitation(token))).isPresent();
    }

    @Test
    void shouldRecordEveryActWithoutPersonalData() {
        User staff = portal.member("staff", STAFF);
        portal.does(() -> portal.users.update(portal.now(staff.id()), "Wang Fang 王芳", Set.of(ADMINISTRATOR)));
        portal.does(() -> portal.users.deactivate(portal.now(staff.id())));

        assertThat(portal.auditDao.verify()).isEqualTo(new Verdict.Intact(5));
        List<String> events = portal.database.jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT actor || ' ' || action_key || ' ' || subject || ' ' || coalesce(before_state, '-') || ' '
                               || coalesce(after_state, '-') FROM audit_event ORDER BY id
                        """)
                .mapTo(String.class)
                .list());
        assertThat(events)
                .contains(
                        "zhou.yan access.user.update user %d STAFF in retail ADMINISTRATOR in *".formatted(staff.id()))
                .noneMatch(event -> event.contains("王芳"));
    }

    private ThrowingCallable as(User user, Runnable act) {
        return () -> portal.rights.actingAs(user, () -> portal.does(act));
    }

    private void assertProblem(Runnable act, String key) {
        assertThatThrownBy(() -> portal.does(act))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.key()).isEqualTo(key));
    }
}
