package org.clientele.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.clientele.access.SignIn.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest {
    private static final Grant STAFF = new Grant(Role.STAFF, "retail");

    private final AccessPortal portal = new AccessPortal();

    @BeforeEach
    void makeUsers() {
        portal.administrator();
        portal.member("staff", STAFF);
        portal.clock.forward(Duration.ofHours(1));
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    @Test
    void shouldLetInWithTheRightPassword() {
        assertThat(portal.tries(" Staff ", AccessPortal.PASSWORD))
                .isInstanceOfSatisfying(
                        Result.Welcome.class,
                        welcome -> assertThat(welcome.user().grants()).containsExactly(STAFF));
    }

    @Test
    void shouldAnswerAlikeToAnUnknownLoginAndAWrongPassword() {
        assertThat(portal.tries("staff", "wrong password")).isEqualTo(new Result.Refused());
        assertThat(portal.tries("nobody", AccessPortal.PASSWORD)).isEqualTo(new Result.Refused());
        assertThat(portal.tries("nobody", "x".repeat(10_000))).isEqualTo(new Result.Refused());
    }

    @Test
    void shouldLetAnAccountRestAfterFiveFailuresEvenWithTheRightPassword() {
        fail(5);

        assertThat(portal.tries("staff", AccessPortal.PASSWORD)).isEqualTo(new Result.Refused());
        portal.clock.forward(Duration.ofMinutes(14));
        assertThat(portal.tries("staff", AccessPortal.PASSWORD)).isEqualTo(new Result.Refused());
        portal.clock.forward(Duration.ofMinutes(2));
        assertThat(portal.tries("staff", AccessPortal.PASSWORD)).isInstanceOf(Result.Welcome.class);
    }

    @Test
    void shouldRestLongerAfterMoreFailures() {
        fail(5);
        portal.clock.forward(Duration.ofMinutes(16));
        fail(5);
        portal.clock.forward(Duration.ofMinutes(16));

        assertThat(portal.tries("staff", AccessPortal.PASSWORD)).isEqualTo(new Result.Refused());
        portal.clock.forward(Duration.ofMinutes(16));
        assertThat(portal.tries("staff", AccessPortal.PASSWORD)).isInstanceOf(Result.Welcome.class);
    }

    @Test
    void shouldForgetFailuresAfterASuccess() {
        fail(4);
        portal.tries("staff", AccessPortal.PASSWORD);
        fail(4);

        assertThat(portal.tries("staff", AccessPortal.PASSWORD)).isInstanceOf(Result.Welcome.class);
    }

    @Test
    void shouldLimitTheTriesOfAnAddress() {
        for (int i = 0; i < 20; i++) {
            portal.tries("nobody" + i, "wrong password");
        }

        assertThat(portal.tries("staff", AccessPortal.PASSWORD)).isEqualTo(new Result.TooMany());
        assertThat(portal.act(() -> portal.signIn.signIn("staff", AccessPortal.PASSWORD, "192.0.2.2")))
                .isInstanceOf(Result.Welcome.class);
        portal.clock.forward(Duration.ofMinutes(1));
        assertThat(portal.tries("staff", AccessPortal.PASSWORD)).isInstanceOf(Result.Welcome.class);
    }

    @Test
    void shouldKeepOutWhoeverIsDeactivated() {
        User staff = portal.userDao.byLogin("staff").orElseThrow().user();
        portal.does(() -> portal.users.deactivate(staff));

        assertThat(portal.tries("staff", AccessPortal.PASSWORD)).isEqualTo(new Result.Refused());
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            portal.tries("staff", "wrong password");
        }
    }
}
