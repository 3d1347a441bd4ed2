package org.clientele.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.clientele.access.persistence.UserDao;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Accounts by id, remembered for a moment because every act asks for rights. A change on this node counts at once, one on
 * another node within {@link #MEMORY}. Thread-safe.
 */
@Component
public class UserDirectory {
    private static final Duration MEMORY = Duration.ofSeconds(2);

    private final UserDao users;
    private final Clock clock;
    private final Map<Long, Remembered> remembered = new ConcurrentHashMap<>();

    UserDirectory(UserDao users, Clock clock) {
        this.users = users;
        this.clock = clock;
    }

    /** The user of a session, or nothing when the session has ended: deactivated, or signed in before the password changed. */
    public Optional<User> stillSignedIn(SignedIn session) {
        return account(session.userId())
                .filter(account -> account.user().active() && account.sessionEpoch() == session.epoch())
                .map(Account::user);
    }

    /** Reads the account anew next time: at once for the transaction that changes it, after its commit for everybody else. */
    void forget(long userId) {
        remembered.remove(userId);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    remembered.remove(userId);
                }
            });
        }
    }

    private Optional<Account> account(long userId) {
        Instant now = clock.instant();
        Remembered known = remembered.get(userId);
        if (known != null
                && now.isBefore(known.until())
                && !now.isBefore(known.until().minus(MEMORY))) {
            return Optional.of(known.account());
        }
        Optional<Account> account = users.byId(userId);
        account.ifPresentOrElse(
                a -> remembered.put(userId, new Remembered(a, now.plus(MEMORY))), () -> remembered.remove(userId));
        return account;
    }

    private record Remembered(Account account, Instant until) {}
}
