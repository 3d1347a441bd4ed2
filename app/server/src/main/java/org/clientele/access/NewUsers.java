package org.clientele.access;

import java.time.Clock;
import java.util.Set;
import org.clientele.access.persistence.UserDao;
import org.clientele.common.Problem;
import org.springframework.stereotype.Component;

/** The rules for names of users. */
@Component
class NewUsers {
    private static final int LONGEST_NAME = 200;

    private final UserDao users;
    private final Clock clock;

    NewUsers(UserDao users, Clock clock) {
        this.users = users;
        this.clock = clock;
    }

    /** Makes a user without password; fails when a name is not acceptable or the login is taken. */
    long add(String typedLogin, String displayName, Set<Grant> grants) {
        String login = Logins.normalise(typedLogin);
        if (!Logins.isValid(login)) {
            throw new Problem("access.user.login-invalid");
        }
        if (users.byLogin(login).isPresent()) {
            throw new Problem("access.user.login-taken", login);
        }
        return users.insert(login, checkedName(displayName), Grant.widest(grants), clock.instant());
    }

    static String checkedName(String displayName) {
        String name = displayName.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new Problem("access.user.name-invalid", LONGEST_NAME);
        }
        return name;
    }
}
