package org.clientele.common.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class BulkReadTest {
    private final TestDatabase database;

    BulkReadTest(TestDatabase.Kind kind) {
        database = TestDatabase.create(kind);
    }

    @BeforeEach
    void makeTable() {
        database.jdbi()
                .useHandle(
                        handle -> handle.execute(
                                "CREATE TABLE cells (id BIGINT PRIMARY KEY, small INTEGER, share DOUBLE PRECISION, yes BOOLEAN, word VARCHAR(50), born DATE, happened TIMESTAMP)"));
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void shouldReadEveryKindOfCell() {
        insert(5_000_000_000L, -7, 0.25, true, "a\t\\ 字");
        insert(6_000_000_000L, null, null, null, null);
        assertThat(read(BulkReadTest::cells))
                .containsExactly("5000000000 -7 0.25 true a\t\\ 字", "6000000000 null null null null");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29, 2024-02-29T23:59:59.999999",
        "1969-12-31, 1969-12-31T23:59:59.75",
        "1970-01-01, 1970-01-01T00:00",
        "1999-12-31, 1999-12-31T00:00:00.000001",
        "1912-06-23, 1912-06-23T06:30:15"
    })
    void shouldReadDatesAndTimesOfAnyCentury(LocalDate date, LocalDateTime time) {
        insertTimes(1L, date, time);
        insertTimes(2L, null, time);
        List<String> stored = List.of(
                "%d %d %d"
                        .formatted(
                                date.toEpochDay(),
                                time.toLocalDate().toEpochDay(),
                                time.toLocalTime().toSecondOfDay()),
                "null %d %d"
                        .formatted(
                                time.toLocalDate().toEpochDay(),
                                time.toLocalTime().toSecondOfDay()));
        assertThat(read(BulkReadTest::selectTimes, BulkReadTest::times)).containsExactlyElementsOf(stored);
        List<String> few = new ArrayList<>();
        database.jdbi().useHandle(handle -> BulkRead.few(handle, selectTimes("id < 9"), row -> few.add(times(row))));
        assertThat(few).containsExactlyElementsOf(stored);
    }

    @Test
    void shouldReadNothingFromAnEmptyTable() {
        assertThat(read(BulkReadTest::cells)).isEmpty();
    }

    @Test
    void shouldLeaveTheConnectionUsableWhenReadingIsBrokenOff() {
        insert(1L, 1, 1.0, true, "x");
        insert(2L, 1, 1.0, true, "y");
        database.jdbi().useHandle(handle -> {
            assertThatThrownBy(() ->
                            BulkRead.table(handle, database.dialect(), "cells", "id", BulkReadTest::select, row -> {
                                throw new IllegalArgumentException("enough");
                            }))
                    .hasMessage("enough");
            List<Long> ids = new ArrayList<>();
            BulkRead.table(
                    handle, database.dialect(), "cells", "id", BulkReadTest::select, row -> ids.add(row.whole(1)));
            assertThat(ids).containsExactly(1L, 2L);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {50_000, 60_000, 110_000})
    void shouldReadMoreThanOnePiece(int rows) {
        insertMany(rows);
        assertThat(read(row -> row.whole(1)))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, rows).boxed().toList());
    }

    @Test
    void shouldLeaveTheConnectionUsableWhenReadingIsBrokenOffBetweenPieces() {
        insertMany(110_000);
        database.jdbi().useTransaction(handle -> {
            assertThatThrownBy(() ->
                            BulkRead.table(handle, database.dialect(), "cells", "id", BulkReadTest::select, row -> {
                                if (row.whole(1) == 70_000) {
                                    throw new IllegalArgumentException("enough");
                                }
                            }))
                    .hasMessage("enough");
            assertThat(handle.select("SELECT count(*) FROM cells")
                            .mapTo(Integer.class)
                            .one())
                    .isEqualTo(110_000);
        });
    }

    @Test
    void shouldBreakReadingOffSoonAfterItIsCancelled() {
        insertMany(110_000);
        List<Long> taken = new ArrayList<>();
        database.jdbi().useTransaction(handle -> assertThatThrownBy(() -> BulkRead.table(
                        handle,
                        database.dialect(),
                        "cells",
                        "id",
                        BulkReadTest::select,
                        BulkRead.unless(() -> taken.size() >= 60_000, row -> taken.add(row.whole(1)))))
                .isInstanceOf(CancellationException.class));
        assertThat(taken).hasSizeBetween(60_000, 81_000);
    }

    @Test
    void shouldSayWhichRowsCouldNotBeRead() {
        insert(1L, 1, 1.0, true, "x");
        database.jdbi().useHandle(handle -> assertThatThrownBy(() ->
                        BulkRead.table(handle, database.dialect(), "cells", "id", which -> "SELECT nothing", row -> {}))
                .hasMessageContaining("SELECT nothing"));
    }

    private void insertMany(int count) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        LongStream.range(0, count).forEach(id -> rows.add(new Object[] {id, 1, 0.5, false, "w"}));
        database.jdbi()
                .useTransaction(handle -> BulkInsert.insert(
                        handle, database.dialect(), "cells", List.of("id", "small", "share", "yes", "word"), rows));
    }

    private void insert(
            long id, @Nullable Integer small, @Nullable Double share, @Nullable Boolean yes, @Nullable String word) {
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO cells (id, small, share, yes, word) VALUES (?, ?, ?, ?, ?)",
                        id,
                        small,
                        share,
                        yes,
                        word));
    }

    private void insertTimes(long id, @Nullable LocalDate date, LocalDateTime time) {
        database.jdbi()
                .useHandle(handle ->
                        handle.execute("INSERT INTO cells (id, born, happened) VALUES (?, ?, ?)", id, date, time));
    }

    private <T> List<T> read(RowReader<T> reader) {
        return read(BulkReadTest::select, reader);
    }

    private <T> List<T> read(UnaryOperator<String> select, RowReader<T> reader) {
        List<T> read = new ArrayList<>();
        database.jdbi()
                .useTransaction(handle -> BulkRead.table(
                        handle, database.dialect(), "cells", "id", select, row -> read.add(reader.read(row))));
        return read;
    }

    @FunctionalInterface
    private interface RowReader<T> {
        T read(Cells row) throws SQLException;
    }

    private static String select(String which) {
        return "SELECT id, small, share, yes, word FROM cells WHERE " + which;
    }

    private static String cells(Cells row) throws SQLException {
        long id = row.whole(1);
        long small = row.whole(2);
        String text = id + " " + (row.isMissing(2) ? null : small);
        double share = row.decimal(3);
        text += " " + (row.isMissing(3) ? null : share);
        boolean yes = row.flag(4);
        return text + " " + (row.isMissing(4) ? null : yes) + " " + row.text(5);
    }

    private static String selectTimes(String which) {
        return "SELECT born, happened FROM cells WHERE " + which;
    }

    private static String times(Cells row) throws SQLException {
        int date = row.date(1);
        return (row.isMissing(1) ? null : date) + " " + row.day(2) + " " + row.second(2);
    }
}
