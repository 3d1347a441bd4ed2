package org.clientele.customer.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.clientele.common.persistence.TestDatabase;
import org.clientele.customer.OthersView;
import org.clientele.customer.SavedView;
import org.clientele.customer.TestVertical;
import org.clientele.customer.ViewPage;
import org.clientele.plugin.Vertical;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SavedViewDaoTest {
    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void shouldKeepViewsOfEachUserApart(TestDatabase.Kind kind) throws Exception {
        try (TestDatabase database = TestDatabase.create(kind)) {
            Vertical vertical = TestVertical.create(database);
            SavedViewDao dao = new SavedViewDao(database.jdbi());
            long mine = user(database, "wang");
            long other = user(database, "li");

            dao.save(mine, vertical.id(), ViewPage.CUSTOMERS, "Gold", "f=segment_pyramid:eq:gold");
            dao.save(mine, vertical.id(), ViewPage.CUSTOMERS, "Gold", "f=segment_pyramid:eq:gold&q=a");
            dao.save(mine, vertical.id(), ViewPage.CUSTOMERS, "All", "");
            long gold =
                    dao.all(mine, vertical.id(), ViewPage.CUSTOMERS).getLast().id();
            dao.rename(other, gold, "Stolen");
            dao.delete(other, gold);

            assertThat(dao.all(other, vertical.id(), ViewPage.CUSTOMERS)).isEmpty();
            assertThat(dao.all(mine, vertical.id(), ViewPage.CUSTOMERS))
                    .extracting(SavedView::name)
                    .containsExactly("All", "Gold");
            assertThat(dao.all(mine, vertical.id(), ViewPage.CUSTOMERS)
                            .getLast()
                            .query())
                    .endsWith("&q=a");

            dao.rename(mine, gold, "Best");
            dao.delete(
                    mine,
                    dao.all(mine, vertical.id(), ViewPage.CUSTOMERS).getFirst().id());
            assertThat(dao.all(mine, vertical.id(), ViewPage.CUSTOMERS))
                    .extracting(SavedView::name)
                    .containsExactly("Best");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void shouldTellWhatOthersWhoAreActiveLookAtButNotHowTheyCallIt(TestDatabase.Kind kind) throws Exception {
        try (TestDatabase database = TestDatabase.create(kind)) {
            Vertical vertical = TestVertical.create(database);
            SavedViewDao dao = new SavedViewDao(database.jdbi());
            long mine = user(database, "wang");
            long gone = user(database, "zhao");
            dao.save(mine, vertical.id(), ViewPage.CUSTOMERS, "Mine", "f=segment_pyramid:eq:iron");
            dao.save(user(database, "li"), vertical.id(), ViewPage.CUSTOMERS, "Secret", "f=segment_pyramid:eq:gold");
            dao.save(gone, vertical.id(), ViewPage.CUSTOMERS, "Old", "f=segment_pyramid:eq:lead");
            database.jdbi().useHandle(h -> h.execute("UPDATE app_user SET active = FALSE WHERE id = ?", gone));

            assertThat(dao.ofOthers(mine, vertical.id()))
                    .containsExactly(new OthersView("li", "f=segment_pyramid:eq:gold", null));
        }
    }

    private static long user(TestDatabase database, String login) {
        return database.jdbi().withHandle(h -> h.createUpdate("""
                        INSERT INTO app_user (login, display_name, active, created_at)
                        VALUES (:login, :login, TRUE, CURRENT_TIMESTAMP)
                        """)
                .bind("login", login)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
    }
}
