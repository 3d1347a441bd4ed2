package org.clientele.access;

import java.util.Optional;
import java.util.Set;
import org.clientele.access.SignIn.Result.Welcome;
import org.clientele.access.persistence.UserDao;
import org.clientele.common.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do who hold a one-time link and cannot sign in yet. The link is their right. */
@Service
public class Joining {
    private static final Set<Grant> EVERYTHING = Set.of(new Grant(Role.ADMINISTRATOR, Grant.EVERYWHERE));

    private final UserDao users;
    private final OneTimeLinks links;
    private final Passwords passwords;
    private final UserDirectory directory;
    private final Audit audit;
    private final NewUsers newUsers;

    Joining(
            UserDao users,
            OneTimeLinks links,
            Passwords passwords,
            UserDirectory directory,
            NewUsers newUsers,
            Audit audit) {
        this.users = users;
        this.links = links;
        this.passwords = passwords;
        this.directory = directory;
        this.newUsers = newUsers;
        this.audit = audit;
    }

    /** Whether nobody can sign in yet, so that the link on the console is the only way in. */
    @Transactional(readOnly = true)
    public boolean isAwaitingFirst() {
        return !users.isAnybodyThere();
    }

    /** Whether the token makes the first administrator. */
    @Transactional(readOnly = true)
    public boolean isSetup(String token) {
        return links.find(token)
                .filter(link -> link.purpose() == OneTimeLink.Purpose.SETUP)
                .isPresent();
    }

    /** Whose password the token sets. */
    @Transactional(readOnly = true)
    public Optional<Invitation> invitation(String token) {
        return links.find(token).flatMap(link -> Optional.ofNullable(link.userId())
                .flatMap(users::byId)
                .filter(account -> account.user().active())
                .map(account -> new Invitation(account.user(), link.purpose() == OneTimeLink.Purpose.RESET)));
    }

    /** Makes the first administrator and uses the link up. */
    @Transactional
    public Welcome setUp(String token, String login, String displayName, String password) {
        links.use(token, OneTimeLink.Purpose.SETUP);
        if (users.isAnybodyThere()) {
            throw new Problem("access.link.dead");
        }
        long id = newUsers.add(login, displayName, EVERYTHING);
        audit.record("access.setup", "user " + id, null, "administrator everywhere");
        return setPassword(id, password);
    }

    /** Sets the password of the invited user and uses the link up. */
    @Transactional
    public Welcome join(String token, String password) {
        OneTimeLink link = links.use(token, OneTimeLink.Purpose.JOIN, OneTimeLink.Purpose.RESET);
        long id = Optional.ofNullable(link.userId()).orElseThrow();
        audit.record("access.join", "user " + id, null, link.purpose().name());
        return setPassword(id, password);
    }

    private Welcome setPassword(long id, String password) {
        User user = account(id).user();
        users.setPassword(id, passwords.hash(user.login(), password));
        directory.forget(id);
        Account account = account(id);
        return new Welcome(account.user(), new SignedIn(id, account.sessionEpoch()));
    }

    private Account account(long id) {
        return users.byId(id).filter(a -> a.user().active()).orElseThrow(() -> new Problem("access.link.dead"));
    }

    /**
     * An open link of a user.
     *
     * @param reset whether a lost password is replaced, rather than a first one set
     */
    public record Invitation(User user, boolean reset) {}
}
