package org.clientele.common.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class RoundTripTest {
    private static final String INSERT = "INSERT INTO word (id, word) VALUES (?, ?)";
    private static final String SELECT = "SELECT id, word FROM word WHERE id >= ? ORDER BY id";

    private final TestDatabase database;

    RoundTripTest(TestDatabase.Kind kind) {
        database = TestDatabase.create(kind);
    }

    @BeforeEach
    void makeTable() {
        database.jdbi()
                .useHandle(handle -> handle.execute("CREATE TABLE word (id BIGINT PRIMARY KEY, word VARCHAR(50))"));
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void shouldShowEachStatementWhatThoseBeforeItDid() {
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        RoundTrip trip = trip();
        insert(trip, 1, "one");
        ask(trip, 1, before);
        insert(trip, 2, null);
        trip.change("UPDATE word SET word = ? WHERE id = ?", 2, (statement, first) -> {
            statement.setString(first, "eins");
            statement.setLong(first + 1, 1);
        });
        ask(trip, 1, after);
        trip.go();

        assertThat(before).containsExactly("1 one");
        assertThat(after).containsExactly("1 eins", "2 null");
    }

    @Test
    void shouldMakeAReaderWhenTheRowsBeforeAreRead() {
        List<String> rows = new ArrayList<>();
        RoundTrip trip = trip();
        insert(trip, 1, "one");
        ask(trip, 1, rows);
        trip.ask(
                SELECT,
                () -> {
                    rows.add("read");
                    return row -> rows.add("again");
                },
                1);
        trip.ask(
                SELECT,
                () -> {
                    rows.add("and nothing");
                    return row -> rows.add("never");
                },
                2);
        trip.go();

        assertThat(rows).containsExactly("1 one", "read", "again", "and nothing");
    }

    @Test
    void shouldStayRightWhenAskedOften() {
        for (long id = 1; id <= 12; id++) {
            List<String> rows = new ArrayList<>();
            RoundTrip trip = trip();
            insert(trip, id, id % 2 == 0 ? null : "odd");
            ask(trip, id, rows);
            trip.go();
            assertThat(rows).containsExactly(id + (id % 2 == 0 ? " null" : " odd"));
        }
    }

    @Test
    void shouldDoNothingTwice() {
        List<String> rows = new ArrayList<>();
        RoundTrip trip = trip();
        trip.go();
        insert(trip, 1, "one");
        trip.go();
        trip.go();
        ask(trip, 1, rows);
        trip.go();

        assertThat(rows).containsExactly("1 one");
    }

    @Test
    void shouldSayWhatFailedWithoutItsValues() {
        RoundTrip trip = trip();
        insert(trip, 7, "secret");
        insert(trip, 7, "secret");

        assertThatThrownBy(trip::go)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(INSERT)
                .hasMessageNotContaining("secret");
    }

    private RoundTrip trip() {
        return new RoundTrip(database.jdbi(), database.dialect());
    }

    private static void insert(RoundTrip trip, long id, @Nullable String word) {
        trip.change(INSERT, 2, (statement, first) -> {
            statement.setLong(first, id);
            statement.setObject(first + 1, word, Types.VARCHAR);
        });
    }

    private static void ask(RoundTrip trip, long from, List<String> into) {
        trip.ask(SELECT, () -> row -> into.add(row.whole(1) + " " + row.text(2)), from);
    }
}
