package org.clientele.segment.persistence;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.clientele.plugin.records.KnownNames;
import org.clientele.plugin.records.RecordKind;
import org.clientele.plugin.records.RecordRow;
import org.clientele.plugin.records.RestoredRows;
import org.clientele.plugin.records.UnfitRowException;
import org.clientele.plugin.records.VerticalRecords;
import org.clientele.segment.ModelVersion;
import org.clientele.segment.ModelsChanged;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Versions of models as rows, so that what consultants set comes back with its history. */
@Repository
public class ModelRecords implements VerticalRecords {
    private static final String RECORD = RecordKind.MODELS.firstColumn();
    private static final String MODEL = "model";
    private static final String NUMBER = "version";
    private static final String KIND = "kind";
    private static final String STATUS = "status";
    private static final String DEFINITION = "definition";
    private static final String NOTE = "note";
    private static final String AUTHOR = "author";
    private static final String CREATED = "created";
    private static final String DECIDED_BY = "decided-by";
    private static final String DECIDED = "decided";
    private static final String DECISION = "decision";
    private static final String EFFECTIVE = "effective";

    private static final int ID_LENGTH = 40;
    private static final int DEFINITION_LENGTH = 60_000;
    private static final int NOTE_LENGTH = 1_000;
    private static final int PERSON_LENGTH = 100;

    private final ModelVersionDao versions;
    private final ImportedVersions imported;

    public ModelRecords(ModelVersionDao versions, Jdbi jdbi) {
        this.versions = versions;
        this.imported = new ImportedVersions(jdbi);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.MODELS;
    }

    @Override
    public List<String> columns() {
        return List.of(
                RECORD,
                MODEL,
                NUMBER,
                KIND,
                STATUS,
                DEFINITION,
                NOTE,
                AUTHOR,
                CREATED,
                DECIDED_BY,
                DECIDED,
                DECISION,
                EFFECTIVE);
    }

    @Override
    public void read(int verticalId, Consumer<List<String>> rows) {
        versions.all(verticalId).forEach(version -> rows.accept(cells(version)));
    }

    private static List<String> cells(ModelVersion version) {
        return List.of(
                key(version),
                version.model(),
                String.valueOf(version.number()),
                version.kind().name(),
                version.status().name(),
                text(version.definition()),
                version.note(),
                version.author(),
                version.createdAt().toString(),
                text(version.decidedBy()),
                text(version.decidedAt()),
                text(version.decisionNote()),
                text(version.effectiveAt()));
    }

    private static String key(ModelVersion version) {
        return version.model() + " " + version.number();
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    private static ModelVersion version(RecordRow row) throws UnfitRowException {
        return new ModelVersion(
                row.required(MODEL, ID_LENGTH),
                row.number(NUMBER),
                row.choice(KIND, ModelVersion.Kind.class),
                row.choice(STATUS, ModelVersion.Status.class),
                row.textOrNull(DEFINITION, DEFINITION_LENGTH),
                row.text(NOTE, NOTE_LENGTH),
                row.text(AUTHOR, PERSON_LENGTH),
                row.time(CREATED),
                row.textOrNull(DECIDED_BY, PERSON_LENGTH),
                row.orNull(DECIDED, row::time),
                row.textOrNull(DECISION, NOTE_LENGTH),
                row.orNull(EFFECTIVE, row::time));
    }

    /** A number says one thing only: what is here under it stays. */
    @Override
    public Restoring restoring(int verticalId, KnownNames known) {
        return RestoredRows.same(
                versions.all(verticalId),
                NUMBER,
                ModelRecords::version,
                ModelRecords::key,
                (fresh, importId) -> fresh.forEach(version -> versions.restore(verticalId, version, importId)));
    }

    @Override
    public int takeBack(long importId) {
        return imported.takeBack(importId);
    }

    @Override
    public List<Object> news(String verticalKey) {
        return List.of(new ModelsChanged(verticalKey));
    }
}
