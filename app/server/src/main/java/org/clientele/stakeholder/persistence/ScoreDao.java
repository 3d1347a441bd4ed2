package org.clientele.stakeholder.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clientele.stakeholder.Criterion;
import org.clientele.stakeholder.PartyScore;
import org.clientele.stakeholder.PartyScore.Mark;
import org.clientele.stakeholder.Purpose;
import org.clientele.stakeholder.Risks;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.springframework.stereotype.Repository;

/** How parties are judged, and by what. */
@Repository
public class ScoreDao {
    private final Jdbi jdbi;

    public ScoreDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** In order; empty: nobody chose any. */
    public List<Criterion> criteria(int verticalId, Purpose purpose) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT criterion, weight FROM stakeholder_criterion WHERE vertical_id = :vertical AND purpose = :purpose ORDER BY place")
                .bind("vertical", verticalId)
                .bind("purpose", purpose.name())
                .map((row, _) -> new Criterion(row.getString("criterion"), row.getInt("weight")))
                .list());
    }

    /** Replaces the criteria. */
    public void setCriteria(int verticalId, Purpose purpose, List<Criterion> criteria) {
        jdbi.useTransaction(handle -> {
            handle.execute(
                    "DELETE FROM stakeholder_criterion WHERE vertical_id = ? AND purpose = ?",
                    verticalId,
                    purpose.name());
            for (int place = 0; place < criteria.size(); place++) {
                handle.execute(
                        "INSERT INTO stakeholder_criterion (vertical_id, purpose, place, criterion, weight) VALUES (?, ?, ?, ?, ?)",
                        verticalId,
                        purpose.name(),
                        place,
                        criteria.get(place).name(),
                        criteria.get(place).weight());
            }
        });
    }

    /** The score's number. */
    public long insert(PartyScore score, long by) {
        return jdbi.inTransaction(handle -> insert(handle, score, by));
    }

    static long insert(Handle handle, PartyScore score, long by) {
        Risks risks = score.risks();
        long id = handle.createUpdate("""
                        INSERT INTO stakeholder_score (stakeholder_id, purpose, scored_on, scored_by, credit_risk, legal_risk, market_risk,
                          culture_risk, note)
                        VALUES (:party, :purpose, :day, :by, :credit, :legal, :market, :culture, :note)""")
                .bind("party", score.partyId())
                .bind("purpose", score.purpose().name())
                .bind("day", score.on())
                .bind("by", by)
                .bind("credit", risks.credit())
                .bind("legal", risks.legal())
                .bind("market", risks.market())
                .bind("culture", risks.culture())
                .bind("note", score.note())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        PreparedBatch marks = handle.prepareBatch(
                "INSERT INTO stakeholder_mark (score_id, place, criterion, weight, mark) VALUES (:score, :place, :criterion, :weight, :mark)");
        for (int place = 0; place < score.marks().size(); place++) {
            Mark mark = score.marks().get(place);
            marks.bind("score", id)
                    .bind("place", place)
                    .bind("criterion", mark.criterion())
                    .bind("weight", mark.weight())
                    .bind("mark", mark.mark())
                    .add();
        }
        marks.execute();
        return id;
    }

    /** Whether it was there. */
    public boolean delete(long partyId, long id) {
        return jdbi.withHandle(handle ->
                handle.execute("DELETE FROM stakeholder_score WHERE id = ? AND stakeholder_id = ?", id, partyId) == 1);
    }

    /** The scores of parties, the latest first. */
    public List<PartyScore> of(Collection<Long> partyIds) {
        if (partyIds.isEmpty()) {
            return List.of();
        }
        return jdbi.withHandle(handle -> {
            Map<Long, List<Mark>> marks = new LinkedHashMap<>();
            handle.createQuery("""
                            SELECT m.score_id, m.criterion, m.weight, m.mark
                            FROM stakeholder_mark m JOIN stakeholder_score c ON c.id = m.score_id
                            WHERE c.stakeholder_id IN (<parties>) ORDER BY m.score_id, m.place""")
                    .bindList("parties", List.copyOf(partyIds))
                    .map((row, _) -> Map.entry(row.getLong("score_id"), mark(row)))
                    .forEach(mark -> Objects.requireNonNull(
                                    marks.computeIfAbsent(mark.getKey(), score -> new ArrayList<>()))
                            .add(mark.getValue()));
            return handle.createQuery("""
                            SELECT c.id, c.stakeholder_id, c.purpose, c.scored_on, u.display_name, c.credit_risk, c.legal_risk, c.market_risk,
                              c.culture_risk, c.note
                            FROM stakeholder_score c JOIN app_user u ON u.id = c.scored_by
                            WHERE c.stakeholder_id IN (<parties>) ORDER BY c.scored_on DESC, c.id DESC""")
                    .bindList("parties", List.copyOf(partyIds))
                    .map((row, _) -> score(row, marks.getOrDefault(row.getLong("id"), List.of())))
                    .list();
        });
    }

    private static Mark mark(ResultSet row) throws SQLException {
        return new Mark(row.getString("criterion"), row.getInt("weight"), row.getInt("mark"));
    }

    private static PartyScore score(ResultSet row, List<Mark> marks) throws SQLException {
        return new PartyScore(
                row.getLong("id"),
                row.getLong("stakeholder_id"),
                Purpose.valueOf(row.getString("purpose")),
                row.getObject("scored_on", LocalDate.class),
                row.getString("display_name"),
                marks,
                new Risks(
                        row.getInt("credit_risk"),
                        row.getInt("legal_risk"),
                        row.getInt("market_risk"),
                        row.getInt("culture_risk")),
                row.getString("note"));
    }
}
