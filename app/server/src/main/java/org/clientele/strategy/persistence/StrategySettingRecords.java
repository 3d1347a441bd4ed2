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
import org.clientele.strategy.StrategySetting;
import org.clientele.strategy.TasksChanged;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Repository;

/** Contact rules and holdouts as rows. */
@Repository
public class StrategySettingRecords implements VerticalRecords {
    private static final String RECORD = RecordKind.STRATEGY_SETTINGS.firstColumn();
    private static final String MODEL = "model";
    private static final String SEGMENT = "segment";
    private static final String KIND = "kind";
    private static final String CONTENT = "content";
    private static final String AUTHOR = "author";
    private static final String SET = "set";

    private static final int ID_LENGTH = 40;
    private static final int CONTENT_LENGTH = 4_000;
    private static final int PERSON_LENGTH = 100;

    private final StrategySettingDao settings;
    private final OwnedRows imported;

    public StrategySettingRecords(StrategySettingDao settings, Jdbi jdbi) {
        this.settings = settings;
        this.imported = new OwnedRows(jdbi, new Part("strategy_setting", "vertical_id", "import_id = :id", ""));
    }

    @Override
    public RecordKind kind() {
        return RecordKind.STRATEGY_SETTINGS;
    }

    @Override
    public List<String> columns() {
        return List.of(RECORD, MODEL, SEGMENT, KIND, CONTENT, AUTHOR, SET);
    }

    @Override
    public void read(int verticalId, Consumer<List<String>> rows) {
        settings.all(verticalId)
                .forEach(setting -> rows.accept(List.of(
                        key(setting),
                        setting.segment().model(),
                        setting.segment().segment(),
                        setting.kind().name(),
                        setting.content(),
                        setting.author(),
                        setting.setAt().toString())));
    }

    private static String key(StrategySetting setting) {
        return String.join(
                " ",
                setting.segment().model(),
                setting.segment().segment(),
                setting.kind().name());
    }

    @Override
    public int takeBack(long importId) {
        return imported.deletePiece(importId);
    }

    @Override
    public List<Object> news(String verticalKey) {
        return List.of(new StrategiesChanged(verticalKey), new TasksChanged(verticalKey));
    }

    private static StrategySetting setting(RecordRow row) throws UnfitRowException {
        return new StrategySetting(
                new SegmentName(row.required(MODEL, ID_LENGTH), row.required(SEGMENT, ID_LENGTH)),
                row.choice(KIND, StrategySetting.Kind.class),
                row.required(CONTENT, CONTENT_LENGTH),
                row.text(AUTHOR, PERSON_LENGTH),
                row.time(SET));
    }

    /** What somebody set here stays. */
    @Override
    public Restoring restoring(int verticalId, KnownNames known) {
        return RestoredRows.same(
                settings.all(verticalId),
                KIND,
                StrategySettingRecords::setting,
                StrategySettingRecords::key,
                (fresh, importId) -> fresh.forEach(setting -> settings.store(verticalId, setting, importId)));
    }
}
