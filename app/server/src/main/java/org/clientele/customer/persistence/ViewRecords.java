package org.clientele.customer.persistence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.customer.SavedViews;
import org.clientele.customer.ViewPage;
import org.clientele.plugin.records.KnownNames;
import org.clientele.plugin.records.RecordKind;
import org.clientele.plugin.records.RecordRow;
import org.clientele.plugin.records.UnfitRowException;
import org.clientele.plugin.records.UnfitRowException.Cause;
import org.clientele.plugin.records.VerticalRecords;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Saved views as rows, each with the login of whose it is. */
@Repository
public class ViewRecords implements VerticalRecords {
    private static final String RECORD = RecordKind.VIEWS.firstColumn();
    private static final String NAME = "name";
    private static final String LOGIN = "login";
    private static final String QUERY = "query";
    private static final String WORKLIST = ViewPage.WORKLIST.code() + "?";

    private final Jdbi jdbi;
    private final OwnedRows imported;

    public ViewRecords(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.imported = new OwnedRows(jdbi, new Part("saved_view", "id", "import_id = :id", ""));
    }

    @Override
    public RecordKind kind() {
        return RecordKind.VIEWS;
    }

    @Override
    public List<String> columns() {
        return List.of(RECORD, NAME, LOGIN, QUERY);
    }

    @Override
    public void read(int verticalId, Consumer<List<String>> rows) {
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT v.name, u.login, v.view_query, v.page FROM saved_view v JOIN app_user u ON u.id = v.user_id
                        WHERE v.vertical_id = :vertical ORDER BY v.id
                        """)
                .bind("vertical", verticalId)
                .map((row, _) -> List.of(
                        row.getString("login") + " " + address(row.getString("page"), row.getString("name")),
                        row.getString("name"),
                        row.getString("login"),
                        address(row.getString("page"), row.getString("view_query"))))
                .forEach(rows));
    }

    @Override
    public Restoring restoring(int verticalId, KnownNames known) {
        Map<Key, String> here = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(
                        "SELECT user_id, page, name, view_query FROM saved_view WHERE vertical_id = :vertical")
                .bind("vertical", verticalId)
                .map((row, _) -> new View(
                        new Key(row.getLong("user_id"), row.getString("page"), row.getString("name")),
                        row.getString("view_query")))
                .forEach(view -> here.put(view.key(), view.query())));
        return new Views(verticalId, known, here);
    }

    @Override
    public int takeBack(long importId) {
        return imported.deletePiece(importId);
    }

    /** Views of customers stand without their list's name, as before there were others. */
    private static String address(String page, String query) {
        return page.equals(ViewPage.WORKLIST.code()) ? WORKLIST + query : query;
    }

    private record Key(long user, String page, String name) {}

    private record View(Key key, String query) {}

    /** Nobody's view is replaced by another one of the same name. */
    private final class Views implements Restoring {
        private final int verticalId;
        private final KnownNames known;
        private final Map<Key, String> here;
        private final List<View> fresh = new ArrayList<>();

        Views(int verticalId, KnownNames known, Map<Key, String> here) {
            this.verticalId = verticalId;
            this.known = known;
            this.here = here;
        }

        @Override
        public boolean take(RecordRow row) throws UnfitRowException {
            String address = row.text(QUERY, SavedViews.QUERY_LENGTH);
            boolean work = address.startsWith(WORKLIST);
            Key key = new Key(
                    known.person(row, LOGIN),
                    (work ? ViewPage.WORKLIST : ViewPage.CUSTOMERS).code(),
                    row.required(NAME, SavedViews.NAME_LENGTH));
            String query = work ? address.substring(WORKLIST.length()) : address;
            String before = here.putIfAbsent(key, query);
            if (before == null) {
                fresh.add(new View(key, query));
                return true;
            }
            if (!before.equals(query)) {
                throw row.unfit(NAME, Cause.TAKEN);
            }
            return false;
        }

        @Override
        public void flush(@Nullable Long importId) {
            if (importId != null) {
                jdbi.useHandle(handle -> {
                    PreparedBatch batch = handle.prepareBatch("""
                            INSERT INTO saved_view (user_id, vertical_id, page, name, view_query, import_id)
                            VALUES (:user, :vertical, :page, :name, :query, :import)
                            """);
                    fresh.forEach(view -> batch.bind("user", view.key().user())
                            .bind("vertical", verticalId)
                            .bind("page", view.key().page())
                            .bind("name", view.key().name())
                            .bind("query", view.query())
                            .bind("import", importId)
                            .add());
                    batch.execute();
                });
            }
            fresh.clear();
        }
    }
}
