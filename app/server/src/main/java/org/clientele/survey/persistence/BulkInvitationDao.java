package org.clientele.survey.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.clientele.common.persistence.BulkInsert;
import org.clientele.common.persistence.Dialect;
import org.clientele.survey.SurveyAbout;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Invitations of many customers at once. */
@Repository
public class BulkInvitationDao {
    private static final List<String> COLUMNS = List.of(
            "vertical_id",
            "survey_id",
            "customer_id",
            "token_hash",
            "about_kind",
            "about_key",
            "invited_by",
            "invited_at",
            "expires_at",
            "by_staff");

    private final Jdbi jdbi;
    private final Dialect dialect;

    public BulkInvitationDao(Jdbi jdbi, Dialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    /** What all of them have in common. */
    public record Common(
            int verticalId, long surveyId, SurveyAbout about, long by, Instant invitedAt, Instant expiresAt) {}

    /** What is each one's own. */
    public record One(long customerId, String hash) {}

    /** Who was asked by the survey since. Until the transaction ends nobody else asks customers by it in numbers, so that nobody is asked twice. */
    public Set<Long> askedSince(long surveyId, Instant since) {
        return jdbi.withHandle(handle -> {
            handle.execute("UPDATE survey SET running = running WHERE id = ?", surveyId);
            return handle.createQuery(
                            "SELECT DISTINCT customer_id FROM survey_invitation WHERE survey_id = :survey AND invited_at > :since")
                    .bind("survey", surveyId)
                    .bind("since", since.atOffset(ZoneOffset.UTC))
                    .mapTo(Long.class)
                    .set();
        });
    }

    public void insert(Common common, List<One> ones) {
        List<@Nullable Object[]> rows = ones.stream()
                .map(one -> new @Nullable Object[] {
                    common.verticalId(),
                    common.surveyId(),
                    one.customerId(),
                    one.hash(),
                    common.about().kind().name(),
                    common.about().key(),
                    common.by(),
                    common.invitedAt().atOffset(ZoneOffset.UTC),
                    common.expiresAt().atOffset(ZoneOffset.UTC),
                    false
                })
                .toList();
        jdbi.useHandle(handle -> BulkInsert.insert(handle, dialect, "survey_invitation", COLUMNS, rows));
    }
}
