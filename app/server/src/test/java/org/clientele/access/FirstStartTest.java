package org.clientele.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientele.common.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class FirstStartTest {
    private static final Pattern LINK = Pattern.compile("http://localhost:8123/setup/([\\w-]{43})");

    private final AccessPortal portal = new AccessPortal();

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    @Test
    void shouldPrintALinkThatMakesTheFirstAdministratorOnce() {
        String token = token(start());

        assertThat(portal.act(() -> portal.joining.isSetup(token))).isTrue();
        portal.does(() -> portal.joining.setUp(token, "zhou.yan", "Zhou Yan", AccessPortal.PASSWORD));

        assertThat(portal.userDao
                        .byLogin("zhou.yan")
                        .orElseThrow()
                        .user()
                        .may(Permission.MANAGE_USERS, Grant.EVERYWHERE))
                .isTrue();
        assertDead(token);
        assertThat(start()).isEmpty();
    }

    @Test
    void shouldKillTheEarlierLinkWithANewStart() {
        String first = token(start());
        String second = token(start());

        assertDead(first);
        assertThat(portal.act(() -> portal.joining.isSetup(second))).isTrue();
    }

    @Test
    void shouldKillTheLinkAfterADay() {
        String token = token(start());
        portal.clock.forward(Duration.ofHours(24));

        assertDead(token);
    }

    @Test
    void shouldStoreOnlyTheHashOfTheToken() {
        String token = token(start());

        List<String> stored = portal.database.jdbi().withHandle(handle -> handle.createQuery(
                        "SELECT token_hash FROM one_time_link")
                .mapTo(String.class)
                .list());
        assertThat(stored).containsExactly(Digests.sha256Hex(token));
    }

    @Test
    void shouldNotTakeALinkOfAnotherKindForSetup() {
        portal.administrator();
        String join = portal.act(() -> portal.users.create("staff", "Staff", Set.of()));

        assertDead(join);
    }

    private void assertDead(String token) {
        assertThat(portal.act(() -> portal.joining.isSetup(token))).isFalse();
        assertThatThrownBy(() ->
                        portal.does(() -> portal.joining.setUp(token, "another", "Another", AccessPortal.PASSWORD)))
                .isInstanceOf(Problem.class);
    }

    private String start() {
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        MockEnvironment environment = new MockEnvironment().withProperty("local.server.port", "8123");
        portal.does(
                new FirstStart(
                        portal.userDao,
                        portal.links,
                        environment,
                        new PrintStream(console, true, StandardCharsets.UTF_8))::invite);
        return console.toString(StandardCharsets.UTF_8);
    }

    private static String token(String console) {
        Matcher link = LINK.matcher(console);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
