package org.clientele.access.persistence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.access.Account;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.User;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Users, their grants and what signing in needs. */
@Repository
public class UserDao {
    private static final String ACCOUNT = """
            SELECT u.id, u.login, u.display_name, u.password_hash, u.active, u.language, u.failed_logins, u.locked_until,
                   u.session_epoch, u.version, g.user_role, g.vertical_key, g.own_customers
            FROM app_user u
            LEFT JOIN user_grant g ON g.user_id = u.id
            """;

    private final Jdbi jdbi;

    public UserDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Whether anybody can ever sign in: a user exists whose password is set. */
    public boolean isAnybodyThere() {
        return jdbi.withHandle(
                        handle -> handle.createQuery("SELECT count(*) FROM app_user WHERE password_hash IS NOT NULL")
                                .mapTo(Long.class)
                                .one())
                > 0;
    }

    public Optional<Account> byId(long id) {
        return accounts(ACCOUNT + "WHERE u.id = :key", id).stream().findFirst();
    }

    /** @param login in lower case */
    public Optional<Account> byLogin(String login) {
        return accounts(ACCOUNT + "WHERE u.login = :key", login).stream().findFirst();
    }

    /** Everybody, by display name. */
    public List<User> all() {
        return accounts(ACCOUNT + "WHERE u.id > :key ORDER BY u.display_name, u.id", Long.MIN_VALUE).stream()
                .map(Account::user)
                .toList();
    }

    /** Ids of the users who cannot sign in yet. */
    public Set<Long> withoutPassword() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id FROM app_user WHERE password_hash IS NULL")
                .mapTo(Long.class)
                .set());
    }

    /** Locks every administrator's row until the transaction ends, so that two acts cannot each remove the other one. */
    public Set<Long> lockActiveAdministrators() {
        return jdbi.withHandle(handle -> {
            handle.createUpdate("""
                            UPDATE app_user SET active = active
                            WHERE id IN (SELECT user_id FROM user_grant WHERE user_role = :role AND vertical_key = :everywhere)
                            """)
                    .bind("role", Role.ADMINISTRATOR.name())
                    .bind("everywhere", Grant.EVERYWHERE)
                    .execute();
            return handle.createQuery("""
                            SELECT u.id FROM app_user u
                            JOIN user_grant g ON g.user_id = u.id
                            WHERE u.active AND g.user_role = :role AND g.vertical_key = :everywhere
                            """)
                    .bind("role", Role.ADMINISTRATOR.name())
                    .bind("everywhere", Grant.EVERYWHERE)
                    .mapTo(Long.class)
                    .set();
        });
    }

    /** Makes an active user without a password; returns the id. */
    public long insert(String login, String displayName, Set<Grant> grants, Instant now) {
        return jdbi.withHandle(handle -> {
            long id = handle.createUpdate("""
                            INSERT INTO app_user (login, display_name, active, created_at)
                            VALUES (:login, :name, TRUE, :now)
                            """)
                    .bind("login", login)
                    .bind("name", displayName)
                    .bind("now", utc(now))
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
            insertGrants(handle, id, grants);
            return id;
        });
    }

    /** Changes name and grants; returns false when the user is not at the expected version any more. */
    public boolean update(long id, int version, String displayName, Set<Grant> grants) {
        return jdbi.withHandle(handle -> {
            int changed = handle.createUpdate("""
                            UPDATE app_user SET display_name = :name, version = version + 1
                            WHERE id = :id AND version = :version
                            """)
                    .bind("name", displayName)
                    .bind("id", id)
                    .bind("version", version)
                    .execute();
            if (changed == 0) {
                return false;
            }
            handle.createUpdate("DELETE FROM user_grant WHERE user_id = :id")
                    .bind("id", id)
                    .execute();
            insertGrants(handle, id, grants);
            return true;
        });
    }

    /** Users with a role in just that vertical. */
    public List<Long> grantedIn(String verticalKey) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT DISTINCT user_id FROM user_grant WHERE vertical_key = :vertical ORDER BY user_id")
                .bind("vertical", verticalKey)
                .mapTo(Long.class)
                .list());
    }

    /** Takes all roles in just that vertical away. */
    public void removeGrantsIn(String verticalKey) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            UPDATE app_user SET version = version + 1
                            WHERE id IN (SELECT user_id FROM user_grant WHERE vertical_key = :vertical)
                            """).bind("vertical", verticalKey).execute();
            handle.createUpdate("DELETE FROM user_grant WHERE vertical_key = :vertical")
                    .bind("vertical", verticalKey)
                    .execute();
        });
    }

    /** Lets the user in or out, ending the sessions; returns false when the user is not at the expected version any more. */
    public boolean setActive(long id, int version, boolean active) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                UPDATE app_user
                                SET active = :active, session_epoch = session_epoch + 1, version = version + 1
                                WHERE id = :id AND version = :version
                                """)
                        .bind("active", active)
                        .bind("id", id)
                        .bind("version", version)
                        .execute()
                == 1);
    }

    /** Sets or removes the password, ends all sessions and unlocks the account. */
    public void setPassword(long id, @Nullable String hash) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        UPDATE app_user
                        SET password_hash = :hash, session_epoch = session_epoch + 1, failed_logins = 0, locked_until = NULL
                        WHERE id = :id
                        """).bind("hash", hash).bind("id", id).execute());
    }

    public void setLanguage(long id, @Nullable String tag) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE app_user SET language = :tag WHERE id = :id")
                .bind("tag", tag)
                .bind("id", id)
                .execute());
    }

    /** Counts one more failure and returns how many there are now. */
    public int countFailure(long id) {
        return jdbi.withHandle(handle -> {
            handle.createUpdate("UPDATE app_user SET failed_logins = failed_logins + 1 WHERE id = :id")
                    .bind("id", id)
                    .execute();
            return handle.createQuery("SELECT failed_logins FROM app_user WHERE id = :id")
                    .bind("id", id)
                    .mapTo(Integer.class)
                    .one();
        });
    }

    public void lockUntil(long id, Instant end) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE app_user SET locked_until = :end WHERE id = :id")
                .bind("end", utc(end))
                .bind("id", id)
                .execute());
    }

    public void clearFailures(long id) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE app_user SET failed_logins = 0, locked_until = NULL WHERE id = :id")
                .bind("id", id)
                .execute());
    }

    private List<Account> accounts(String sql, Object key) {
        return jdbi.withHandle(handle -> {
            Map<Long, Set<Grant>> grants = new HashMap<>();
            List<Row> rows = new ArrayList<>();
            handle.createQuery(sql).bind("key", key).reduceRows(rows, (found, row) -> {
                long id = row.getColumn("id", Long.class);
                if (!grants.containsKey(id)) {
                    found.add(row(id, row));
                }
                addGrant(grants.computeIfAbsent(id, ignored -> new HashSet<>()), row);
                return found;
            });
            return rows.stream()
                    .map(row -> row.account(grants.getOrDefault(row.id(), Set.of())))
                    .toList();
        });
    }

    private static void addGrant(Set<Grant> grants, RowView row) {
        String role = row.getColumn("user_role", String.class);
        if (role != null) {
            grants.add(new Grant(
                    Role.valueOf(role),
                    row.getColumn("vertical_key", String.class),
                    row.getColumn("own_customers", Boolean.class)));
        }
    }

    private static Row row(long id, RowView row) {
        return new Row(
                id,
                row.getColumn("login", String.class),
                row.getColumn("display_name", String.class),
                row.getColumn("password_hash", String.class),
                row.getColumn("active", Boolean.class),
                row.getColumn("language", String.class),
                row.getColumn("failed_logins", Integer.class),
                row.getColumn("locked_until", OffsetDateTime.class),
                row.getColumn("session_epoch", Integer.class),
                row.getColumn("version", Integer.class));
    }

    private static void insertGrants(Handle handle, long id, Set<Grant> grants) {
        for (Grant grant : grants) {
            handle.createUpdate("""
                            INSERT INTO user_grant (user_id, user_role, vertical_key, own_customers)
                            VALUES (:id, :role, :vertical, :own)
                            """)
                    .bind("id", id)
                    .bind("role", grant.role().name())
                    .bind("vertical", grant.verticalKey())
                    .bind("own", grant.ownCustomers())
                    .execute();
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private record Row(
            long id,
            String login,
            String displayName,
            @Nullable String passwordHash,
            boolean active,
            @Nullable String language,
            int failedLogins,
            @Nullable OffsetDateTime lockedUntil,
            int sessionEpoch,
            int version) {
        Account account(Set<Grant> grants) {
            return new Account(
                    new User(id, login, displayName, active, language, grants, version),
                    passwordHash,
                    failedLogins,
                    lockedUntil == null ? null : lockedUntil.toInstant(),
                    sessionEpoch);
        }
    }
}
