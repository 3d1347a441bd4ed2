package org.clientele.access;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.clientele.access.persistence.UserDao;
import org.springframework.stereotype.Component;

/** Who works in a vertical, as far as everybody there may know: to look after customers, to be asked. */
@Component
public class Colleagues {
    private final UserDao users;
    private final Rights rights;

    public Colleagues(UserDao users, Rights rights) {
        this.users = users;
        this.rights = rights;
    }

    /** The active users who may see the vertical, by name. */
    public List<User> in(String verticalKey) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        return users.all().stream()
                .filter(user -> user.active() && user.may(Permission.VIEW_PORTAL, verticalKey))
                .sorted(Comparator.comparing(User::displayName))
                .toList();
    }

    /** What somebody is called who signs in, or signed in, with a login; the login where there is no such user. */
    public String name(String verticalKey, String login) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        return users.byLogin(login).map(account -> account.user().displayName()).orElse(login);
    }

    /** The display name of a user, whether still active or not. */
    public Optional<String> name(String verticalKey, long userId) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        return users.byId(userId).map(account -> account.user().displayName());
    }
}
