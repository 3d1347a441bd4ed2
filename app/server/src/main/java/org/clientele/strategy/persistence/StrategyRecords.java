package org.clientele.strategy.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Set;
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
import org.clientele.strategy.StrategyVersion;
import org.clientele.strategy.StrategyVersion.Decision;
import org.clientele.strategy.TasksChanged;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Versions of strategies as rows, so that what consultants wrote comes back with its history. */
@Repository
public class StrategyRecords implements VerticalRecords {
    private static final String RECORD = RecordKind.STRATEGIES.firstColumn();
    private static final String MODEL = "model";
    private static final String SEGMENT = "segment";
    private static final String NUMBER = "version";
    private static final String KIND = "kind";
    private static final String STATUS = "status";
    private static final String CONTENT = "content";
    private static final String NOTE = "note";
    private static final String AUTHOR = "author";
    private static final String CREATED = "created";
    private static final String DECIDED_BY = "decided_by";
    private static final String DECIDED = "decided";
    private static final String WHY = "decision_note";
    private static final String EFFECTIVE = "effective";

    private static final int ID_LENGTH = 40;
    private static final int CONTENT_LENGTH = 60_000;
    private static final int NOTE_LENGTH = 1_000;
    private static final int PERSON_LENGTH = 100;

    private final StrategyVersionDao versions;
    private final OwnedRows imported;

    public StrategyRecords(StrategyVersionDao versions, Jdbi jdbi) {
        this.versions = versions;
        this.imported = new OwnedRows(jdbi, new Part("strategy_version", "id", "import_id = :id", ""));
    }

    @Override
    public RecordKind kind() {
        return RecordKind.STRATEGIES;
    }

    @Override
    public List<String> columns() {
        return List.of(
                RECORD,
                MODEL,
                SEGMENT,
                NUMBER,
                KIND,
                STATUS,
                CONTENT,
                NOTE,
                AUTHOR,
                CREATED,
                DECIDED_BY,
                DECIDED,
                WHY,
                EFFECTIVE);
    }

    @Override
    public Set<String> laterColumns() {
        return Set.of(DECIDED_BY, DECIDED, WHY, EFFECTIVE);
    }

    @Override
    public void read(int verticalId, Consumer<List<String>> rows) {
        versions.all(verticalId).forEach(version -> rows.accept(cells(version)));
    }

    private static List<String> cells(StrategyVersion version) {
        Decision decision = version.decision();
        Instant effective = version.effectiveAt();
        return List.of(
                key(version),
                version.segment().model(),
                version.segment().segment(),
                String.valueOf(version.number()),
                version.kind().name(),
                version.status().name(),
                version.content(),
                version.note(),
                version.author(),
                version.createdAt().toString(),
                decision == null ? "" : decision.by(),
                decision == null ? "" : decision.at().toString(),
                decision == null ? "" : decision.why(),
                effective == null ? "" : effective.toString());
    }

    private static String key(StrategyVersion version) {
        return version.segment().model() + " " + version.segment().segment() + " " + version.number();
    }

    private static StrategyVersion version(RecordRow row) throws UnfitRowException {
        return new StrategyVersion(
                new SegmentName(row.required(MODEL, ID_LENGTH), row.required(SEGMENT, ID_LENGTH)),
                row.number(NUMBER),
                row.choice(KIND, StrategyVersion.Kind.class),
                row.choice(STATUS, StrategyVersion.Status.class),
                row.required(CONTENT, CONTENT_LENGTH),
                row.text(NOTE, NOTE_LENGTH),
                row.text(AUTHOR, PERSON_LENGTH),
                row.time(CREATED),
                decision(row),
                row.orNull(EFFECTIVE, row::time));
    }

    private static @Nullable Decision decision(RecordRow row) throws UnfitRowException {
        String by = row.textOrNull(DECIDED_BY, PERSON_LENGTH);
        return by == null ? null : new Decision(by, row.time(DECIDED), row.text(WHY, NOTE_LENGTH));
    }

    @Override
    public int takeBack(long importId) {
        return imported.deletePiece(importId);
    }

    @Override
    public List<Object> news(String verticalKey) {
        return List.of(new StrategiesChanged(verticalKey), new TasksChanged(verticalKey));
    }

    /** A number says one thing only: what is here under it stays. */
    @Override
    public Restoring restoring(int verticalId, KnownNames known) {
        return RestoredRows.same(
                versions.all(verticalId),
                NUMBER,
                StrategyRecords::version,
                StrategyRecords::key,
                (fresh, importId) -> fresh.forEach(version -> versions.insert(verticalId, version, importId)));
    }
}
