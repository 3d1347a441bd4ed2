package org.clientele.segment.persistence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.plugin.records.KnownNames;
import org.clientele.plugin.records.RecordKind;
import org.clientele.plugin.records.RecordRow;
import org.clientele.plugin.records.UnfitRowException;
import org.clientele.plugin.records.UnfitRowException.Cause;
import org.clientele.plugin.records.VerticalRecords;
import org.clientele.segment.ModelDraft;
import org.clientele.segment.ModelsChanged;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What is being edited in the studio as rows: every save of a draft, and one row where somebody else has to approve versions. */
@Repository
public class StudioRecords implements VerticalRecords {
    private static final String RECORD = RecordKind.STUDIO.firstColumn();
    private static final String WHAT = "what";
    private static final String MODEL = "model";
    private static final String REVISION = "revision";
    private static final String DEFINITION = "definition";
    private static final String AUTHOR = "author";
    private static final String SAVED = "saved";

    private static final int ID_LENGTH = 40;
    private static final int DEFINITION_LENGTH = 60_000;
    private static final int PERSON_LENGTH = 100;

    private final ModelDraftDao drafts;
    private final ModelVersionDao versions;
    private final OwnedRows imported;

    public StudioRecords(ModelDraftDao drafts, ModelVersionDao versions, Jdbi jdbi) {
        this.drafts = drafts;
        this.versions = versions;
        this.imported = new OwnedRows(
                jdbi,
                new Part("model_draft", "id", "import_id = :id", ""),
                new Part("model_review", "vertical_id", "import_id = :id", ""));
    }

    /** What a row holds. */
    private enum What {
        DRAFT,
        /** Versions wait for somebody else's approval. */
        APPROVAL
    }

    @Override
    public RecordKind kind() {
        return RecordKind.STUDIO;
    }

    @Override
    public List<String> columns() {
        return List.of(RECORD, WHAT, MODEL, REVISION, DEFINITION, AUTHOR, SAVED);
    }

    @Override
    public void read(int verticalId, Consumer<List<String>> rows) {
        if (versions.reviewRequired(verticalId)) {
            String approval = What.APPROVAL.name();
            rows.accept(List.of(approval, approval, "", "", "", "", ""));
        }
        drafts.all(verticalId)
                .forEach((model, saves) -> saves.forEach(draft -> rows.accept(List.of(
                        key(model, draft),
                        What.DRAFT.name(),
                        model,
                        String.valueOf(draft.revision()),
                        draft.definition(),
                        draft.author(),
                        draft.savedAt().toString()))));
    }

    private static String key(String model, ModelDraft draft) {
        return model + " " + draft.revision();
    }

    @Override
    public Restoring restoring(int verticalId, KnownNames known) {
        return new Studio(verticalId);
    }

    @Override
    public int takeBack(long importId) {
        return imported.deletePiece(importId);
    }

    @Override
    public List<Object> news(String verticalKey) {
        return List.of(new ModelsChanged(verticalKey));
    }

    /** A model that somebody edits here keeps that draft; an approval asked for here is never lifted. */
    private final class Studio implements Restoring {
        private final int verticalId;
        private final Map<String, ModelDraft> here = new HashMap<>();
        private final Set<String> edited = new HashSet<>();
        private final List<Draft> fresh = new ArrayList<>();
        private boolean approval;
        private boolean freshApproval;

        Studio(int verticalId) {
            this.verticalId = verticalId;
            this.approval = versions.reviewRequired(verticalId);
            drafts.all(verticalId).forEach((model, saves) -> {
                edited.add(model);
                saves.forEach(draft -> here.put(key(model, draft), draft));
            });
        }

        private record Draft(String model, ModelDraft save) {}

        @Override
        public boolean take(RecordRow row) throws UnfitRowException {
            return row.choice(WHAT, What.class) == What.APPROVAL ? takeApproval() : takeDraft(row);
        }

        private boolean takeApproval() {
            freshApproval |= !approval;
            boolean isNew = !approval;
            approval = true;
            return isNew;
        }

        private boolean takeDraft(RecordRow row) throws UnfitRowException {
            String model = row.required(MODEL, ID_LENGTH);
            ModelDraft draft = new ModelDraft(
                    row.number(REVISION),
                    row.required(DEFINITION, DEFINITION_LENGTH),
                    row.text(AUTHOR, PERSON_LENGTH),
                    row.time(SAVED));
            ModelDraft before = here.get(key(model, draft));
            if (before == null ? edited.contains(model) : !before.equals(draft)) {
                throw row.unfit(MODEL, Cause.TAKEN);
            }
            if (before != null) {
                return false;
            }
            here.put(key(model, draft), draft);
            fresh.add(new Draft(model, draft));
            return true;
        }

        @Override
        public void flush(@Nullable Long importId) {
            if (importId != null) {
                fresh.forEach(draft -> drafts.restore(verticalId, draft.model(), draft.save(), importId));
                if (freshApproval) {
                    versions.restoreReview(verticalId, importId);
                }
            }
            fresh.clear();
            freshApproval = false;
        }
    }
}
