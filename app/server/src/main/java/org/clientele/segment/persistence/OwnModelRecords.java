package org.clientele.segment.persistence;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.clientele.common.persistence.OwnedRows;
import org.clientele.plugin.records.KnownNames;
import org.clientele.plugin.records.RecordKind;
import org.clientele.plugin.records.RecordRow;
import org.clientele.plugin.records.RestoredRows;
import org.clientele.plugin.records.UnfitRowException;
import org.clientele.plugin.records.VerticalRecords;
import org.clientele.segment.ModelsChanged;
import org.clientele.segment.StoredModel;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Repository;

/** Models that consultants made in the portal as rows; their versions come with those of the plugin's models. */
@Repository
public class OwnModelRecords implements VerticalRecords {
    private static final String RECORD = RecordKind.OWN_MODELS.firstColumn();
    private static final String MODEL = "model";
    private static final String DEFINITION = "definition";
    private static final String TEXTS = "texts";
    private static final String AUTHOR = "author";
    private static final String CREATED = "created";
    private static final String DELETED = "deleted";

    private static final int ID_LENGTH = 40;
    private static final int LONGEST = 60_000;
    private static final int PERSON_LENGTH = 100;

    private final OwnModelDao models;
    private final OwnedRows imported;

    public OwnModelRecords(OwnModelDao models, Jdbi jdbi) {
        this.models = models;
        this.imported = new OwnedRows(jdbi, new OwnedRows.Part("own_model", "id", "import_id = :id", ""));
    }

    @Override
    public RecordKind kind() {
        return RecordKind.OWN_MODELS;
    }

    @Override
    public List<String> columns() {
        return List.of(RECORD, MODEL, DEFINITION, TEXTS, AUTHOR, CREATED, DELETED);
    }

    @Override
    public void read(int verticalId, Consumer<List<String>> rows) {
        models.all(verticalId)
                .forEach(model -> rows.accept(List.of(
                        model.model(),
                        model.model(),
                        model.definition(),
                        model.texts(),
                        model.author(),
                        model.createdAt().toString(),
                        Objects.toString(model.deletedAt(), ""))));
    }

    private static StoredModel model(RecordRow row) throws UnfitRowException {
        return new StoredModel(
                row.required(MODEL, ID_LENGTH),
                row.required(DEFINITION, LONGEST),
                row.required(TEXTS, LONGEST),
                row.text(AUTHOR, PERSON_LENGTH),
                row.time(CREATED),
                row.orNull(DELETED, row::time));
    }

    @Override
    public Restoring restoring(int verticalId, KnownNames known) {
        return RestoredRows.same(
                models.all(verticalId),
                MODEL,
                OwnModelRecords::model,
                StoredModel::model,
                (fresh, importId) -> fresh.forEach(model -> models.restore(verticalId, model, importId)));
    }

    @Override
    public int takeBack(long importId) {
        return imported.deletePiece(importId);
    }

    @Override
    public List<Object> news(String verticalKey) {
        return List.of(new ModelsChanged(verticalKey));
    }
}
