package org.clientele.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.access.persistence.UserDao;
import org.clientele.common.Announcements;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What administrators do with users. At any time somebody active administers everything. */
@Service
public class Users {
    private final UserDao users;
    private final NewUsers newUsers;
    private final OneTimeLinks links;
    private final UserDirectory directory;
    private final Rights rights;
    private final Audit audit;
    private final Announcements announcements;

    Users(
            UserDao users,
            NewUsers newUsers,
            OneTimeLinks links,
            UserDirectory directory,
            Rights rights,
            Audit audit,
            Announcements announcements) {
        this.users = users;
        this.newUsers = newUsers;
        this.links = links;
        this.directory = directory;
        this.rights = rights;
        this.audit = audit;
        this.announcements = announcements;
    }

    /** Everybody, by display name. */
    @Transactional(readOnly = true)
    public List<User> all() {
        requireAdministrator();
        return users.all();
    }

    /** Ids of the users who have not set a password yet. */
    @Transactional(readOnly = true)
    public Set<Long> invited() {
        requireAdministrator();
        return users.withoutPassword();
    }

    /** Makes a user; the returned token of a join link is shown once and kept nowhere. */
    @Transactional
    public String create(String login, String displayName, Set<Grant> grants) {
        requireAdministrator();
        long id = newUsers.add(login, displayName, grants);
        audit.record("access.user.create", subject(id), null, describe(grants));
        return links.issueFor(id, OneTimeLink.Purpose.JOIN);
    }

    /** Changes name and grants of the user as it was read; fails when somebody else has changed it since. */
    @Transactional
    public void update(User read, String displayName, Set<Grant> grants) {
        requireAdministrator();
        Set<Long> administrators = users.lockActiveAdministrators();
        User before = current(read.id());
        if (!grants.contains(new Grant(Role.ADMINISTRATOR, Grant.EVERYWHERE))) {
            requireAnother(administrators, read.id());
        }
        requireSaved(users.update(read.id(), read.version(), NewUsers.checkedName(displayName), Grant.widest(grants)));
        audit.record("access.user.update", subject(read.id()), describe(before.grants()), describe(grants));
        changed(read.id());
    }

    /** Keeps the user out; open sessions end. */
    @Transactional
    public void deactivate(User read) {
        requireAdministrator();
        requireAnother(users.lockActiveAdministrators(), read.id());
        requireSaved(users.setActive(read.id(), read.version(), false));
        links.endLinksOf(read.id());
        audit.record("access.user.deactivate", subject(read.id()), "active", "inactive");
        changed(read.id());
    }

    /** Lets the user in again, with the password and grants of before. */
    @Transactional
    public void reactivate(User read) {
        requireAdministrator();
        requireSaved(users.setActive(read.id(), read.version(), true));
        audit.record("access.user.reactivate", subject(read.id()), "inactive", "active");
        changed(read.id());
    }

    /** Ends password and sessions of the user; the returned token of a link that sets a new password is shown once. */
    @Transactional
    public String resetPassword(long id) {
        requireAdministrator();
        if (!current(id).active()) {
            throw new Problem("access.user.inactive");
        }
        boolean invited = users.byId(id).map(Account::passwordHash).isEmpty();
        users.setPassword(id, null);
        audit.record("access.user.reset", subject(id), null, null);
        changed(id);
        return links.issueFor(id, invited ? OneTimeLink.Purpose.JOIN : OneTimeLink.Purpose.RESET);
    }

    private void requireAdministrator() {
        rights.require(Permission.MANAGE_USERS, Grant.EVERYWHERE);
    }

    private User current(long id) {
        return users.byId(id).map(Account::user).orElseThrow(() -> new Problem("access.user.unknown"));
    }

    private static void requireAnother(Set<Long> administrators, long id) {
        if (administrators.equals(Set.of(id))) {
            throw new Problem("access.user.last-administrator");
        }
    }

    private static void requireSaved(boolean saved) {
        if (!saved) {
            throw new ConflictProblem("access.user.conflict");
        }
    }

    private void changed(long id) {
        directory.forget(id);
        announcements.publish(new UserChanged(id));
    }

    private static String subject(long id) {
        return "user " + id;
    }

    private static String describe(Set<Grant> grants) {
        return grants.stream().map(Grant::describe).sorted().collect(Collectors.joining(", "));
    }
}
