package org.clientele.access;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.clientele.access.SignIn.Result.Welcome;
import org.clientele.access.persistence.UserDao;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * One user per role who needs no password. Exists in the demo only, whose data is thrown away and which listens on the own machine
 * only; their passwords are random and known to nobody.
 */
@Service
@ConditionalOnProperty("clientele.demo")
public class DemoUsers {
    private static final Map<Role, String> NAMES = new EnumMap<>(Map.of(
            Role.ADMINISTRATOR, "Zhou Yan 周岩",
            Role.CONSULTANT, "Lin Mei 林梅",
            Role.MANAGER, "Chen Hao 陈浩",
            Role.STAFF, "Wang Fang 王芳"));

    private final UserDao users;
    private final Passwords passwords;
    private final Clock clock;

    DemoUsers(UserDao users, Passwords passwords, Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.clock = clock;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Transactional
    void make() {
        NAMES.forEach((role, name) -> {
            if (users.byLogin(login(role)).isEmpty()) {
                long id = users.insert(login(role), name, Set.of(new Grant(role, Grant.EVERYWHERE)), clock.instant());
                users.setPassword(id, passwords.hash(login(role), Passwords.random()));
            }
        });
    }

    /** The demo's users, the strongest role first. */
    public Map<Role, User> all() {
        Map<Role, User> all = new EnumMap<>(Role.class);
        NAMES.keySet().forEach(role -> users.byLogin(login(role)).ifPresent(a -> all.put(role, a.user())));
        return all;
    }

    /** The demo's user of the role. */
    public User get(Role role) {
        return users.byLogin(login(role)).orElseThrow().user();
    }

    /** Signs in without a password. */
    public Welcome signIn(Role role) {
        Account account = users.byLogin(login(role)).orElseThrow();
        return new Welcome(account.user(), new SignedIn(account.user().id(), account.sessionEpoch()));
    }

    private static String login(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
