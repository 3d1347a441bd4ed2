package org.clientele.strategy.persistence;

import java.util.List;
import java.util.function.Consumer;
import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.plugin.records.KnownNames;
import org.clientele.plugin.records.RecordKind;
import org.clientele.plugin.records.RecordRow;
import org.clientele.plugin.records.RestoredRows;
import org.clientele.plugin.records.UnfitRowException;
import org.clientele.plugin.records.VerticalRecords;
import org.clientele.segment.SegmentName;
import org.clientele.strategy.StrategiesChanged;
import org.clientele.strategy.StrategyDraft;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Repository;

/** What is being written of strategies as rows. */
@Repository
public class StrategyDraftRecords implements VerticalRecords {
    private static final String RECORD = RecordKind.STRATEGY_DRAFTS.firstColumn();
    private static final String MODEL = "model";
    private static final String SEGMENT = "segment";
    private static final String REVISION = "revision";
    private static final String CONTENT = "content";
    private static final String AUTHOR = "author";
    private static final String SAVED = "saved";

    private static final int ID_LENGTH = 40;
    private static final int CONTENT_LENGTH = 60_000;
    private static final int PERSON_LENGTH = 100;

    private final StrategyVersionDao versions;
    private final OwnedRows imported;

    public StrategyDraftRecords(StrategyVersionDao versions, Jdbi jdbi) {
        this.versions = versions;
        this.imported = new OwnedRows(jdbi, new Part("strategy_draft", "vertical_id", "import_id = :id", ""));
    }

    @Override
    public RecordKind kind() {
        return RecordKind.STRATEGY_DRAFTS;
    }

    @Override
    public List<String> columns() {
        return List.of(RECORD, MODEL, SEGMENT, REVISION, CONTENT, AUTHOR, SAVED);
    }

    @Override
    public void read(int verticalId, Consumer<List<String>> rows) {
        versions.drafts(verticalId)
                .forEach(draft -> rows.accept(List.of(
                        key(draft),
                        draft.segment().model(),
                        draft.segment().segment(),
                        String.valueOf(draft.revision()),
                        draft.content(),
                        draft.author(),
                        draft.savedAt().toString())));
    }

    private static String key(StrategyDraft draft) {
        return draft.segment().model() + " " + draft.segment().segment();
    }

    private static StrategyDraft draft(RecordRow row) throws UnfitRowException {
        return new StrategyDraft(
                new SegmentName(row.required(MODEL, ID_LENGTH), row.required(SEGMENT, ID_LENGTH)),
                row.number(REVISION),
                row.required(CONTENT, CONTENT_LENGTH),
                row.text(AUTHOR, PERSON_LENGTH),
                row.time(SAVED));
    }

    @Override
    public int takeBack(long importId) {
        return imported.deletePiece(importId);
    }

    @Override
    public List<Object> news(String verticalKey) {
        return List.of(new StrategiesChanged(verticalKey));
    }

    /** A strategy that somebody writes here keeps that draft. */
    @Override
    public Restoring restoring(int verticalId, KnownNames known) {
        return RestoredRows.same(
                versions.drafts(verticalId),
                SEGMENT,
                StrategyDraftRecords::draft,
                StrategyDraftRecords::key,
                (fresh, importId) -> fresh.forEach(draft -> versions.restore(verticalId, draft, importId)));
    }
}
