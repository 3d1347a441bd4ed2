package org.clientele.access;

import java.util.List;
import org.clientele.access.persistence.UserDao;
import org.springframework.stereotype.Component;

/** Whom work of a vertical can be given to. For work that nobody asked for: callers check rights. */
@Component
public class VerticalStaff {
    private final UserDao users;

    public VerticalStaff(UserDao users) {
        this.users = users;
    }

    /** The active members of staff who may see all customers of the vertical, by id. */
    public List<Long> of(String verticalKey) {
        return users.all().stream()
                .filter(user -> user.active()
                        && user.grants().stream()
                                .anyMatch(grant -> grant.role() == Role.STAFF
                                        && grant.covers(verticalKey)
                                        && !grant.ownCustomers()))
                .map(User::id)
                .sorted()
                .toList();
    }
}
