package org.clientele.common.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Failures are logged, so they must not tell what people entered. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class ConnectionsTest {
    private static final String PHONE = "138-0013-8000";
    private static final String INSERT = "INSERT INTO person (phone, age) VALUES (:phone, :age)";

    private final TestDatabase database;

    ConnectionsTest(TestDatabase.Kind kind) {
        database = TestDatabase.create(kind);
    }

    @BeforeEach
    void create() {
        database.jdbi().useHandle(handle -> {
            handle.execute("CREATE TABLE person (phone VARCHAR(20) PRIMARY KEY, age INTEGER CHECK (age >= 0))");
            handle.execute("INSERT INTO person (phone, age) VALUES (?, 1)", PHONE);
        });
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void shouldNotTellTheValueThatIsThereAlready() {
        assertThat(failure(handle -> handle.createUpdate(INSERT)
                        .bind("phone", PHONE)
                        .bind("age", 2)
                        .execute()))
                .doesNotContain(PHONE);
    }

    @Test
    void shouldNotTellTheValuesOfABatch() {
        assertThat(failure(handle -> {
                    PreparedBatch batch = handle.prepareBatch(INSERT);
                    batch.bind("phone", PHONE + "-2").bind("age", -1).add();
                    batch.bind("phone", PHONE + "-3").bind("age", 3).add();
                    batch.execute();
                }))
                .doesNotContain(PHONE);
    }

    @Test
    void shouldNotTellTheRowOfABulkInsert() {
        List<@Nullable Object[]> rows = List.of(new Object[] {PHONE + "-4", 4}, new Object[] {PHONE, 5});
        assertThat(failure(handle ->
                        BulkInsert.insert(handle, database.dialect(), "person", List.of("phone", "age"), rows)))
                .doesNotContain(PHONE);
    }

    private String failure(HandleConsumer<RuntimeException> work) {
        Throwable failure = catchThrowable(() -> database.jdbi().useTransaction(work));
        assertThat(failure).isNotNull();
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
