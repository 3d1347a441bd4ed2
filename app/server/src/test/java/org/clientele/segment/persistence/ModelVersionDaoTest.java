package org.clientele.segment.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.segment.ModelDraft;
import org.clientele.segment.ModelVersion;
import org.clientele.segment.ModelVersion.Kind;
import org.clientele.segment.ModelVersion.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class ModelVersionDaoTest {
    private static final Instant NOW = Instant.parse("2026-02-01T08:00:00Z");

    private final TestDatabase database;
    private final ModelVersionDao versions;
    private final ModelDraftDao drafts;
    private final int vertical;

    ModelVersionDaoTest(TestDatabase.Kind kind) {
        database = TestDatabase.create(kind);
        versions = new ModelVersionDao(database.jdbi());
        drafts = new ModelDraftDao(database.jdbi());
        vertical = SegmentTables.vertical(database, "retail");
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void shouldLetTheLatestPublishedVersionApplyFromItsMoment() {
        add("rfm", 1, Status.PUBLISHED, NOW.minusSeconds(60));
        add("rfm", 2, Status.PUBLISHED, NOW.plusSeconds(60));
        add("rfm", 3, Status.REVIEW, null);
        add("pyramid", 1, Status.PUBLISHED, NOW);

        assertThat(Objects.requireNonNull(versions.current(vertical, NOW).get("rfm"))
                        .number())
                .isEqualTo(1);
        assertThat(Objects.requireNonNull(
                                versions.current(vertical, NOW.plusSeconds(60)).get("rfm"))
                        .number())
                .isEqualTo(2);
        assertThat(Objects.requireNonNull(versions.current(vertical, NOW).get("pyramid"))
                        .number())
                .isEqualTo(1);
        assertThat(versions.history(vertical, "rfm"))
                .extracting(ModelVersion::number)
                .containsExactly(3, 2, 1);
    }

    @Test
    void shouldGiveEachNumberOnce() {
        assertThat(versions.add(vertical, version("rfm", 1, Status.PUBLISHED, NOW)))
                .isTrue();
        assertThat(versions.add(vertical, version("rfm", 1, Status.REVIEW, NOW)))
                .isFalse();
        assertThat(versions.find(vertical, "rfm", 1)).contains(version("rfm", 1, Status.PUBLISHED, NOW));
    }

    @Test
    void shouldDecideOnceAndNeverOnWhatApplies() {
        add("rfm", 1, Status.PUBLISHED, NOW.minusSeconds(60));
        add("rfm", 2, Status.REVIEW, null);

        assertThat(versions.decide(vertical, decided(2, Status.PUBLISHED, NOW), Status.REVIEW))
                .isTrue();
        assertThat(versions.decide(vertical, decided(2, Status.REFUSED, null), Status.REVIEW))
                .isFalse();
        assertThat(versions.decide(vertical, decided(1, Status.WITHDRAWN, null), Status.PUBLISHED))
                .isFalse();
        assertThat(versions.find(vertical, "rfm", 2).orElseThrow().decidedBy()).isEqualTo("ben");
    }

    @Test
    void shouldWithdrawWhatWaitsForItsMoment() {
        add("rfm", 1, Status.PUBLISHED, NOW.plusSeconds(60));
        assertThat(versions.decide(vertical, decided(1, Status.WITHDRAWN, null), Status.PUBLISHED))
                .isTrue();
        assertThat(versions.current(vertical, NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void shouldRememberWhetherSomebodyElseApproves() {
        assertThat(versions.reviewRequired(vertical)).isFalse();
        versions.requireReview(vertical, true);
        assertThat(versions.reviewRequired(vertical)).isTrue();
        versions.requireReview(vertical, false);
        assertThat(versions.reviewRequired(vertical)).isFalse();
    }

    @Test
    void shouldSaveEachRevisionOfADraftOnceAndKeepTheLastOnes() {
        for (int revision = 1; revision <= 60; revision++) {
            assertThat(drafts.save(vertical, "rfm", draft(revision, "anna"))).isTrue();
        }
        assertThat(drafts.save(vertical, "rfm", draft(60, "ben"))).isFalse();
        assertThat(drafts.newest(vertical, "rfm")).contains(draft(60, "anna"));
        assertThat(drafts.saves(vertical, "rfm")).hasSize(50);
    }

    @Test
    void shouldDiscardADraftOnlyAsItWasSeen() {
        drafts.save(vertical, "rfm", draft(1, "anna"));
        drafts.save(vertical, "rfm", draft(2, "ben"));
        assertThat(drafts.discard(vertical, "rfm", 1)).isFalse();
        assertThat(drafts.discard(vertical, "rfm", 2)).isTrue();
        assertThat(drafts.newest(vertical, "rfm")).isEmpty();
    }

    private static ModelDraft draft(int revision, String author) {
        return new ModelDraft(revision, "{\"revision\":" + revision + "}", author, NOW);
    }

    private void add(String model, int number, Status status, @Nullable Instant effective) {
        versions.add(vertical, version(model, number, status, effective));
    }

    private static ModelVersion version(String model, int number, Status status, @Nullable Instant effective) {
        return new ModelVersion(
                model, number, Kind.SET, status, "{\"a\":1}", "why", "anna", NOW, null, null, null, effective);
    }

    private static ModelVersion decided(int number, Status status, @Nullable Instant effective) {
        return new ModelVersion(
                "rfm", number, Kind.SET, status, null, "", "anna", NOW, "ben", NOW, "because", effective);
    }
}
