package org.clientele.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.clientele.access.persistence.UserDao;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides whether a login and a password let somebody in. After every {@value #FAILURES}th failure in a row the account rests, longer each time. The
 * answer and the time it takes are the same for an unknown login, a wrong password and a resting account.
 */
@Service
public class SignIn {
    private static final int FAILURES = 5;
    private static final Duration FIRST_REST = Duration.ofMinutes(15);
    private static final int MOST_DOUBLINGS = 6;

    private final UserDao users;
    private final Passwords passwords;
    private final SignInLimits limits;
    private final Audit audit;
    private final Clock clock;

    SignIn(UserDao users, Passwords passwords, SignInLimits limits, Audit audit, Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.limits = limits;
        this.audit = audit;
        this.clock = clock;
    }

    /** The outcome of a try. */
    public sealed interface Result {
        record Welcome(User user, SignedIn session) implements Result {}

        /** Unknown login, wrong password, no password yet, deactivated or resting: which of them stays untold. */
        record Refused() implements Result {}

        /** Too many tries from this address. */
        record TooMany() implements Result {}
    }

    /** Tries to sign in. */
    @Transactional
    public Result signIn(String login, String password, String address) {
        if (!limits.allow(address)) {
            return new Result.TooMany();
        }
        Instant now = clock.instant();
        Optional<Account> account = users.byLogin(Logins.normalise(login));
        boolean fits =
                passwords.matches(password, account.map(Account::passwordHash).orElse(null));
        Optional<Account> open = account.filter(a -> a.user().active() && a.passwordHash() != null && !a.isLocked(now));
        if (fits && open.isPresent()) {
            return welcome(open.get());
        }
        open.ifPresent(a -> countFailure(a, now));
        return new Result.Refused();
    }

    private Result welcome(Account account) {
        if (account.failedLogins() > 0) {
            users.clearFailures(account.user().id());
        }
        return new Result.Welcome(account.user(), new SignedIn(account.user().id(), account.sessionEpoch()));
    }

    private void countFailure(Account account, Instant now) {
        long id = account.user().id();
        int failures = users.countFailure(id);
        if (failures % FAILURES == 0) {
            int doublings = Math.min(failures / FAILURES - 1, MOST_DOUBLINGS);
            users.lockUntil(id, now.plus(FIRST_REST.multipliedBy(1L << doublings)));
            audit.record("access.lock", "user " + id, null, failures + " failed sign-ins");
        }
    }
}
