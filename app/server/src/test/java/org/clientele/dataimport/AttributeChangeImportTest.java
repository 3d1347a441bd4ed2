package org.clientele.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.dataimport.file.FileInspection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class AttributeChangeImportTest {
    private static final String FIRST =
            "customer,gender,newsletter,country\n007,male,yes,France\n008,female,no,Chile\n";

    private final TestDatabase.Kind kind;

    @TempDir
    private Path folder;

    private ImportFixture portal;

    AttributeChangeImportTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void start() {
        portal = new ImportFixture(kind, folder);
        run(FIRST);
    }

    @AfterEach
    void stop() throws Exception {
        portal.close();
    }

    @Test
    void shouldWriteDownWhatAttributesOfFewValuesWereAndNothingElse() {
        assertThat(changes()).isEmpty();
        run(FIRST);
        assertThat(changes()).isEmpty();

        run("customer,gender,newsletter,country\n007,male,no,Peru\n008,male,no,Chile\n009,male,yes,Chile\n");

        assertThat(changes()).containsExactly("007 newsletter true false", "008 gender female male");
    }

    @Test
    void shouldForgetThemWhenTheImportIsUndone() {
        ImportRun second = run("customer,newsletter\n007,no\n009,yes\n");
        ImportRun third = run("customer,newsletter\n007,yes\n009,no\n");
        assertThat(changes())
                .containsExactly("007 newsletter true false", "007 newsletter false true", "009 newsletter true false");

        portal.undo(third.id());
        assertThat(changes()).containsExactly("007 newsletter true false");
        portal.undo(second.id());
        assertThat(changes()).isEmpty();
    }

    private ImportRun run(String text) {
        FileInspection file = portal.upload(text);
        return portal.run(file, PlanProposal.propose(portal.vertical(), file));
    }

    private List<String> changes() {
        return portal.database().jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT c.ref, a.attribute_id, a.before_value, a.after_value
                        FROM attribute_change a JOIN customer c ON c.id = a.customer_id ORDER BY c.ref, a.id""")
                .map((row, context) ->
                        String.join(" ", row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list());
    }
}
