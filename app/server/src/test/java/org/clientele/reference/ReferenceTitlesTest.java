package org.clientele.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Locale;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.engine.report.Group;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalFixture;
import org.clientele.plugin.VerticalTables.Table;
import org.clientele.reference.persistence.ReferenceDao;
import org.clientele.report.ui.ReportWords;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class ReferenceTitlesTest {
    private final TestDatabase database;
    private final Vertical vertical;
    private final ReferenceTitles titles;

    ReferenceTitlesTest(TestDatabase.Kind kind) {
        database = TestDatabase.create(kind);
        vertical = VerticalFixture.estate(database);
        References references =
                new References(new ReferenceDao(database.jdbi(), database.dialect()), TestRights.of(Role.MANAGER));
        titles = new ReferenceTitles(references, vertical);
    }

    @BeforeEach
    void fill() {
        Table unit = vertical.tables().reference("unit");
        database.jdbi().useHandle(handle -> {
            String row = "INSERT INTO %s (ref_key, %s) VALUES (?, ?)".formatted(unit.name(), unit.column("place"));
            handle.execute(row, "P1", "Marina");
            handle.execute(row, "P2", "Marina");
            handle.execute("INSERT INTO %s (ref_key) VALUES ('P3')".formatted(unit.name()));
        });
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void shouldTellRowsOfOneNameApartByTheirKeys() {
        assertThat(titles.of("unit", "P1")).isEqualTo("Marina · P1");
        assertThat(titles.of("unit", "P2")).isEqualTo("Marina · P2");
    }

    @Test
    void shouldCallByTheKeyWhatHasNoNameOrIsNotThere() {
        assertThat(titles.of("unit", "P3")).isEqualTo("P3");
        assertThat(titles.of("unit", "P9")).isEqualTo("P9");
        assertThat(titles.of("agent", "A1")).isEqualTo("A1");
    }

    @Test
    void shouldNameTheGroupsOfAReport() {
        ReportWords words = new ReportWords(vertical, Locale.ENGLISH, titles::of);

        assertThat(words.group("home", new Group(Group.Kind.VALUE, "P1", new BitSet())))
                .isEqualTo("Marina · P1");
    }
}
