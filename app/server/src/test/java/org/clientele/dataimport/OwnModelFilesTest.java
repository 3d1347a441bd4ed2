package org.clientele.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.segment.StoredModel;
import org.clientele.segment.persistence.OwnModelDao;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Models made in the portal come back with the vertical's data. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class OwnModelFilesTest {
    private static final String MODELS = "4-own-models.csv";
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final TestDatabase.Kind kind;
    private @TempDir Path folder;
    private ImportFixture portal;
    private RecordFiles records;
    private OwnModelDao models;
    private int vertical;

    OwnModelFilesTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void start() {
        portal = new ImportFixture(kind, folder);
        records = new RecordFiles(portal);
        models = new OwnModelDao(portal.database().jdbi());
        vertical = portal.vertical().id();
        models.add(vertical, model("own_calls", "{\"say\":\"a;\n“b”\"}", null));
        models.add(vertical, model("own_tries", "{}", NOON.plusSeconds(3)));
    }

    @AfterEach
    void stop() throws Exception {
        portal.close();
    }

    private static StoredModel model(String id, String definition, @Nullable Instant deleted) {
        return new StoredModel(id, definition, "{\"en\":{\"model\":\"赢回\"}}", "lin.mei", NOON, deleted);
    }

    private void deleteAll() {
        portal.database().jdbi().useHandle(handle -> handle.execute("DELETE FROM own_model"));
    }

    @Test
    void shouldBringThemBackAsTheyWere() {
        List<StoredModel> before = models.all(vertical);
        Map<String, String> files = records.exported();
        assertThat(records.bringBack(files, MODELS).counts().unchanged()).isEqualTo(2);

        deleteAll();
        assertThat(records.bringBack(files, MODELS).counts().fresh()).isEqualTo(2);
        assertThat(models.all(vertical)).isEqualTo(before);
    }

    @Test
    void shouldLeaveWhatIsHereUnderTheSameId() {
        Map<String, String> files = records.exported();
        StoredModel before = models.all(vertical).getFirst();
        StoredModel here = model("own_calls", "{\"other\":1}", null);
        assertThat(models.replace(vertical, before, here)).isTrue();

        assertThat(records.bringBack(files, MODELS).counts().rejected()).isEqualTo(1);
        assertThat(models.all(vertical)).contains(here);
    }

    @Test
    void shouldTakeBackWhatNobodyChangedWhenTheImportIsUndone() {
        Map<String, String> files = records.exported();
        deleteAll();
        ImportRun run = records.bringBack(files, MODELS);
        models.setDeleted(vertical, "own_calls", NOON.plusSeconds(9));

        portal.undo(run.id());
        assertThat(models.all(vertical)).extracting(StoredModel::model).containsExactly("own_calls");
    }

    @Test
    void shouldGiveAnIdOnceAndReplaceOnlyWhatWasSeen() {
        StoredModel seen = models.all(vertical).getFirst();
        assertThat(models.add(vertical, model("own_tries", "{}", null))).isFalse();
        assertThat(models.replace(vertical, model("own_calls", "{}", null), seen))
                .isFalse();
        assertThat(models.replace(vertical, models.all(vertical).getLast(), seen))
                .isFalse();
    }
}
