package org.clientele.access;

import java.util.Set;
import java.util.function.Supplier;
import org.clientele.access.SignIn.Result.Welcome;
import org.clientele.access.persistence.AuditDao;
import org.clientele.access.persistence.OneTimeLinkDao;
import org.clientele.access.persistence.UserDao;
import org.clientele.common.Announcements;
import org.clientele.common.persistence.TestDatabase;
import org.springframework.security.core.context.SecurityContextHolder;

/** Everything of the access feature, wired by hand on a real database; each act runs in a transaction, as Spring makes it. */
public final class AccessPortal implements AutoCloseable {
    public static final String PASSWORD = "a good long password";

    public final SettableClock clock = new SettableClock();
    public final TestDatabase database;
    public final UserDao userDao;
    public final OneTimeLinkDao linkDao;
    public final AuditDao auditDao;
    public final Passwords passwords = new Passwords();
    public final UserDirectory directory;
    public final Rights rights;
    public final Users users;
    public final Joining joining;
    public final OwnAccount ownAccount;
    public final SignIn signIn;
    final OneTimeLinks links;
    final Audit audit;
    final CurrentRights currentRights;

    public AccessPortal() {
        this(TestDatabase.Kind.HSQLDB);
    }

    public AccessPortal(TestDatabase.Kind kind) {
        database = TestDatabase.create(kind);
        userDao = new UserDao(database.jdbi());
        linkDao = new OneTimeLinkDao(database.jdbi());
        auditDao = new AuditDao(database.jdbi());
        directory = new UserDirectory(userDao, clock);
        currentRights = new CurrentRights(directory, RoleLimits.NONE);
        rights = currentRights;
        audit = new ChainedAudit(auditDao, currentRights, clock);
        links = new OneTimeLinks(linkDao, clock);
        NewUsers newUsers = new NewUsers(userDao, clock);
        SignInLimits limits = new SignInLimits(clock);
        Announcements announcements = new Announcements();
        users = new Users(userDao, newUsers, links, directory, rights, audit, announcements);
        joining = new Joining(userDao, links, passwords, directory, newUsers, audit);
        ownAccount = new OwnAccount(userDao, passwords, limits, directory, rights, audit, announcements);
        signIn = new SignIn(userDao, passwords, limits, audit, clock);
    }

    public <T> T act(Supplier<T> work) {
        return database.transactions().execute(status -> work.get());
    }

    public void does(Runnable work) {
        database.transactions().executeWithoutResult(status -> work.run());
    }

    /** As the first start does. */
    public String setupToken() {
        return act(links::issueSetup);
    }

    /** Makes the first administrator and lets them ask from now on. */
    public User administrator() {
        String token = setupToken();
        Welcome welcome = act(() -> joining.setUp(token, "zhou.yan", "Zhou Yan 周岩", PASSWORD));
        asks(welcome);
        return welcome.user();
    }

    /** Makes a user who has set a password. */
    public User member(String login, Grant... grants) {
        String token = act(() -> users.create(login, "User " + login, Set.of(grants)));
        return act(() -> joining.join(token, PASSWORD)).user();
    }

    public SignIn.Result tries(String login, String password) {
        return act(() -> signIn.signIn(login, password, "192.0.2.1"));
    }

    /** The user of the result is who asks from now on. */
    public void asks(Welcome welcome) {
        SecurityContextHolder.getContext().setAuthentication(new TestSession(welcome.session()));
    }

    public User now(long id) {
        return userDao.byId(id).orElseThrow().user();
    }

    @Override
    public void close() throws Exception {
        SecurityContextHolder.clearContext();
        database.close();
    }
}
