package org.clientele.strategy.persistence;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.clientele.segment.SegmentName;
import org.clientele.strategy.StrategySetting;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What people set about how strategies are carried out. */
@Repository
public class StrategySettingDao {
    private final Jdbi jdbi;

    public StrategySettingDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** All settings of a vertical. */
    public List<StrategySetting> all(int verticalId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT model_id, segment_id, setting_kind, content, author, set_at FROM strategy_setting
                        WHERE vertical_id = :vertical ORDER BY model_id, segment_id, setting_kind""")
                .bind("vertical", verticalId)
                .map((row, context) -> new StrategySetting(
                        new SegmentName(row.getString(1), row.getString(2)),
                        StrategySetting.Kind.valueOf(row.getString(3)),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, OffsetDateTime.class).toInstant()))
                .list());
    }

    /** Puts a setting in place of the one there was. Called within a transaction. */
    public void set(int verticalId, StrategySetting setting) {
        store(verticalId, setting, null);
    }

    /** @param importId the import that brings it back, or null: somebody sets it */
    void store(int verticalId, StrategySetting setting, @Nullable Long importId) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            DELETE FROM strategy_setting WHERE vertical_id = :vertical AND model_id = :model
                              AND segment_id = :segment AND setting_kind = :kind""")
                    .bind("vertical", verticalId)
                    .bind("model", setting.segment().model())
                    .bind("segment", setting.segment().segment())
                    .bind("kind", setting.kind().name())
                    .execute();
            handle.createUpdate("""
                            INSERT INTO strategy_setting
                              (vertical_id, model_id, segment_id, setting_kind, content, author, set_at, import_id)
                            VALUES (:vertical, :model, :segment, :kind, :content, :author, :at, :import)""")
                    .bind("vertical", verticalId)
                    .bind("model", setting.segment().model())
                    .bind("segment", setting.segment().segment())
                    .bind("kind", setting.kind().name())
                    .bind("content", setting.content())
                    .bind("author", setting.author())
                    .bind("at", setting.setAt().atOffset(ZoneOffset.UTC))
                    .bind("import", importId)
                    .execute();
        });
    }
}
