package org.clientele.common.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeptStatementsTest {
    private static final int OFTEN = 120;

    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection =
                KeptStatements.keeping(DriverManager.getConnection("jdbc:hsqldb:mem:kept;shutdown=true", "SA", ""));
        execute("CREATE TABLE shop (id INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY, city VARCHAR(20))");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long insert(String city) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO shop (city) VALUES (?)", new String[] {"ID"})) {
            insert.setString(1, city);
            insert.executeUpdate();
            try (ResultSet key = insert.getGeneratedKeys()) {
                key.next();
                return key.getLong(1);
            }
        }
    }

    private @Nullable Object first(String query) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query);
                ResultSet rows = select.executeQuery()) {
            return rows.next() ? rows.getObject(1) : null;
        }
    }

    @Test
    void shouldGiveBackGeneratedKeysHoweverOftenAStatementComesAgain() throws SQLException {
        for (long n = 0; n < OFTEN; n++) {
            assertThat(insert("Brno")).isEqualTo(n);
        }
        assertThat(first("SELECT count(*) FROM shop")).isEqualTo((long) OFTEN);
    }

    @Test
    void shouldReadColumnsAsTheyAreAfterATableWasChanged() throws SQLException {
        String query = "SELECT city FROM shop";
        insert("12");
        for (int n = 0; n < OFTEN; n++) {
            assertThat(first(query)).isEqualTo("12");
        }

        execute("ALTER TABLE shop ALTER COLUMN city INTEGER");

        for (int n = 0; n < OFTEN; n++) {
            assertThat(first(query)).isEqualTo(12);
        }
    }

    @Test
    void shouldSelectAColumnThatWasAddedSinceTheStatementWasKept() throws SQLException {
        insert("Brno");
        for (int n = 0; n < OFTEN; n++) {
            first("SELECT * FROM shop");
        }

        execute("ALTER TABLE shop ADD COLUMN street VARCHAR(20) DEFAULT 'Wide'");

        try (PreparedStatement select = connection.prepareStatement("SELECT * FROM shop");
                ResultSet rows = select.executeQuery()) {
            rows.next();
            assertThat(rows.getString("street")).isEqualTo("Wide");
        }
    }

    @Test
    void shouldFailForATableThatIsGoneAndWorkWhenItIsBack() throws SQLException {
        String query = "SELECT city FROM shop";
        for (int n = 0; n < OFTEN; n++) {
            first(query);
        }
        execute("DROP TABLE shop");
        assertThatThrownBy(() -> first(query)).isInstanceOf(SQLException.class).hasMessageContaining("SHOP");

        execute("CREATE TABLE shop (city INTEGER)");
        execute("INSERT INTO shop VALUES (7)");

        assertThat(first(query)).isEqualTo(7);
    }

    @Test
    void shouldGoOnWhenMoreStatementsComeThanAreKept() throws SQLException {
        insert("Brno");
        for (int round = 0; round < 4; round++) {
            for (int n : IntStream.range(0, 3 * OFTEN).toArray()) {
                assertThat(first("SELECT id + %d FROM shop".formatted(n))).isEqualTo((long) n);
            }
        }
    }

    @Test
    void shouldTellTheDatabasesOwnFailure() {
        assertThatThrownBy(() -> connection.prepareStatement("SELECT nothing FROM shop"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("NOTHING");
    }
}
