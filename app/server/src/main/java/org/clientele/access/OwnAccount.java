package org.clientele.access;

import java.util.Set;
import org.clientele.access.SignIn.Result.Welcome;
import org.clientele.access.persistence.UserDao;
import org.clientele.common.Announcements;
import org.clientele.common.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What everybody may change about themselves. */
@Service
public class OwnAccount {
    private static final Set<String> LANGUAGES = Set.of("en", "zh-CN");

    private final UserDao users;
    private final Passwords passwords;
    private final SignInLimits limits;
    private final UserDirectory directory;
    private final Rights rights;
    private final Audit audit;
    private final Announcements announcements;

    OwnAccount(
            UserDao users,
            Passwords passwords,
            SignInLimits limits,
            UserDirectory directory,
            Rights rights,
            Audit audit,
            Announcements announcements) {
        this.users = users;
        this.passwords = passwords;
        this.limits = limits;
        this.directory = directory;
        this.rights = rights;
        this.audit = audit;
        this.announcements = announcements;
    }

    /** Replaces the password. All sessions end; the returned one takes the place of the session that asked. */
    @Transactional
    public Welcome changePassword(String present, String wanted) {
        User user = rights.user();
        Account account = users.byId(user.id()).orElseThrow();
        if (!limits.allow("user " + user.id())) {
            throw new Problem("access.account.too-many");
        }
        if (!passwords.matches(present, account.passwordHash())) {
            throw new Problem("access.account.password-wrong");
        }
        users.setPassword(user.id(), passwords.hash(user.login(), wanted));
        audit.record("access.password", "user " + user.id(), null, null);
        directory.forget(user.id());
        announcements.publish(new UserChanged(user.id()));
        return new Welcome(user, new SignedIn(user.id(), account.sessionEpoch() + 1));
    }

    /**
     * Remembers the language for the next time.
     *
     * @param tag {@code en} or {@code zh-CN}
     */
    @Transactional
    public void chooseLanguage(String tag) {
        if (!LANGUAGES.contains(tag)) {
            throw new IllegalArgumentException("language must be one of %s, but it is %s".formatted(LANGUAGES, tag));
        }
        User user = rights.user();
        users.setLanguage(user.id(), tag);
        directory.forget(user.id());
    }
}
