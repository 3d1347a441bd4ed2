package org.clientele.customer.persistence;

import java.time.LocalDate;
import java.util.List;
import org.clientele.customer.OthersView;
import org.clientele.customer.SavedView;
import org.clientele.customer.ViewPage;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Repository;

/** Personal views of lists; every statement names the user, so nobody reaches another's, nor learns its name. */
@Repository
public class SavedViewDao {
    private final Jdbi jdbi;

    public SavedViewDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public List<SavedView> all(long userId, int verticalId, ViewPage page) {
        return jdbi.withHandle(h -> h.createQuery("""
                        SELECT id, name, view_query, used_on FROM saved_view
                        WHERE user_id = :user AND vertical_id = :vertical AND page = :page ORDER BY name
                        """)
                .bind("page", page.code())
                .bind("user", userId)
                .bind("vertical", verticalId)
                .map((row, _) -> new SavedView(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("view_query"),
                        row.getObject("used_on", LocalDate.class)))
                .list());
    }

    /** The customer lists of everybody but the user who is still active. */
    public List<OthersView> ofOthers(long userId, int verticalId) {
        return jdbi.withHandle(h -> h.createQuery("""
                        SELECT u.display_name, v.view_query, v.used_on FROM saved_view v JOIN app_user u ON u.id = v.user_id
                        WHERE v.user_id <> :user AND v.vertical_id = :vertical AND v.page = :page AND u.active = TRUE
                        ORDER BY u.display_name, v.id
                        """)
                .bind("page", ViewPage.CUSTOMERS.code())
                .bind("user", userId)
                .bind("vertical", verticalId)
                .map((row, _) -> new OthersView(
                        row.getString("display_name"),
                        row.getString("view_query"),
                        row.getObject("used_on", LocalDate.class)))
                .list());
    }

    public void save(long userId, int verticalId, ViewPage page, String name, String query) {
        jdbi.useTransaction(h -> {
            int changed = h.createUpdate("""
                            UPDATE saved_view SET view_query = :query, import_id = NULL
                            WHERE user_id = :user AND vertical_id = :vertical AND page = :page AND name = :name
                            """)
                    .bind("page", page.code())
                    .bind("query", query)
                    .bind("user", userId)
                    .bind("vertical", verticalId)
                    .bind("name", name)
                    .execute();
            if (changed == 0) {
                h.createUpdate("""
                                INSERT INTO saved_view (user_id, vertical_id, page, name, view_query)
                                VALUES (:user, :vertical, :page, :name, :query)
                                """)
                        .bind("page", page.code())
                        .bind("user", userId)
                        .bind("vertical", verticalId)
                        .bind("name", name)
                        .bind("query", query)
                        .execute();
            }
        });
    }

    public void rename(long userId, long id, String name) {
        jdbi.useHandle(h -> h.createUpdate(
                        "UPDATE saved_view SET name = :name, import_id = NULL WHERE id = :id AND user_id = :user")
                .bind("name", name)
                .bind("id", id)
                .bind("user", userId)
                .execute());
    }

    public void used(long userId, long id, LocalDate on) {
        jdbi.useHandle(h -> h.createUpdate("UPDATE saved_view SET used_on = :day WHERE id = :id AND user_id = :user")
                .bind("day", on)
                .bind("id", id)
                .bind("user", userId)
                .execute());
    }

    public void delete(long userId, long id) {
        jdbi.useHandle(h -> h.createUpdate("DELETE FROM saved_view WHERE id = :id AND user_id = :user")
                .bind("id", id)
                .bind("user", userId)
                .execute());
    }
}
