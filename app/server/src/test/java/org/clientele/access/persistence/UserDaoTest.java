package org.clientele.access.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.clientele.access.Account;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.User;
import org.clientele.common.persistence.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class UserDaoTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final Grant ADMINISTRATOR = new Grant(Role.ADMINISTRATOR, Grant.EVERYWHERE);
    private static final Grant RETAIL_STAFF = new Grant(Role.STAFF, "retail");

    private final TestDatabase.Kind kind;
    private TestDatabase database;
    private UserDao users;

    UserDaoTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open() {
        database = TestDatabase.create(kind);
        users = new UserDao(database.jdbi());
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void shouldReadBackWhatWasInserted() {
        long id = users.insert("zhou.yan", "Zhou Yan 周岩", Set.of(ADMINISTRATOR, RETAIL_STAFF), NOW);

        assertThat(users.byLogin("zhou.yan").map(Account::user))
                .contains(new User(id, "zhou.yan", "Zhou Yan 周岩", true, null, Set.of(ADMINISTRATOR, RETAIL_STAFF), 0));
        assertThat(users.byId(id)).isEqualTo(users.byLogin("zhou.yan"));
        assertThat(users.byLogin("nobody")).isEmpty();
    }

    @Test
    void shouldKeepThatARoleReachesOnlyOwnCustomers() {
        Grant own = new Grant(Role.STAFF, "retail", true);
        long id = users.insert("a", "Anton", Set.of(RETAIL_STAFF), NOW);
        users.update(id, 0, "Anton", Set.of(own));

        assertThat(users.byId(id).orElseThrow().user().grants()).containsExactly(own);
        assertThat(users.byId(id).orElseThrow().user().isLimitedToOwn("retail")).isTrue();
    }

    @Test
    void shouldListEverybodyByName() {
        users.insert("b", "Berta", Set.of(), NOW);
        users.insert("a", "Anton", Set.of(RETAIL_STAFF), NOW);

        assertThat(users.all()).extracting(User::displayName).containsExactly("Anton", "Berta");
    }

    @Test
    void shouldRefuseAStaleChange() {
        long id = users.insert("a", "Anton", Set.of(RETAIL_STAFF), NOW);

        assertThat(users.update(id, 0, "Anton B.", Set.of(ADMINISTRATOR))).isTrue();
        assertThat(users.update(id, 0, "Anton C.", Set.of())).isFalse();

        User user = users.byId(id).orElseThrow().user();
        assertThat(user.displayName()).isEqualTo("Anton B.");
        assertThat(user.grants()).containsExactly(ADMINISTRATOR);
        assertThat(user.version()).isOne();
    }

    @Test
    void shouldEndSessionsWithANewPasswordAndWithDeactivation() {
        long id = users.insert("a", "Anton", Set.of(), NOW);
        users.setPassword(id, "hash");
        int epoch = users.byId(id).orElseThrow().sessionEpoch();

        assertThat(users.setActive(id, 0, false)).isTrue();

        Account account = users.byId(id).orElseThrow();
        assertThat(account.user().active()).isFalse();
        assertThat(account.passwordHash()).isEqualTo("hash");
        assertThat(epoch).isOne();
        assertThat(account.sessionEpoch()).isEqualTo(2);
    }

    @Test
    void shouldCountFailuresAndForgetThem() {
        long id = users.insert("a", "Anton", Set.of(), NOW);

        assertThat(users.countFailure(id)).isOne();
        assertThat(users.countFailure(id)).isEqualTo(2);
        users.lockUntil(id, NOW.plusSeconds(60));
        assertThat(users.byId(id).orElseThrow().lockedUntil()).isEqualTo(NOW.plusSeconds(60));

        users.clearFailures(id);
        assertThat(users.byId(id).orElseThrow().lockedUntil()).isNull();
        assertThat(users.byId(id).orElseThrow().failedLogins()).isZero();
    }

    @Test
    void shouldKnowWhetherAnybodyCanSignIn() {
        long id = users.insert("a", "Anton", Set.of(ADMINISTRATOR), NOW);
        assertThat(users.isAnybodyThere()).isFalse();

        users.setPassword(id, "hash");
        assertThat(users.isAnybodyThere()).isTrue();
    }

    @Test
    void shouldFindActiveAdministratorsOfEverythingOnly() {
        long first = users.insert("a", "Anton", Set.of(ADMINISTRATOR), NOW);
        long second = users.insert("b", "Berta", Set.of(ADMINISTRATOR), NOW);
        users.insert("c", "Cäcilie", Set.of(new Grant(Role.ADMINISTRATOR, "retail")), NOW);
        users.setActive(second, 0, false);

        assertThat(users.lockActiveAdministrators()).containsExactly(first);
    }
}
