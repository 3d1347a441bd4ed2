package org.clientele.survey.persistence;

import java.util.List;
import java.util.Set;
import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.plugin.ContentCount;
import org.clientele.plugin.VerticalContent;
import org.jdbi.v3.core.Jdbi;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/** The surveys of a vertical with all invitations and answers, to be counted and deleted with it. */
@Repository
@Order(17)
public class SurveyContent implements VerticalContent {
    private final OwnedRows rows;

    public SurveyContent(Jdbi jdbi) {
        String vertical = "vertical_id = :id";
        rows = new OwnedRows(
                jdbi,
                new Part(
                        "survey_answer",
                        "invitation_id",
                        "invitation_id IN (SELECT i.id FROM survey_invitation i WHERE i.vertical_id = :id)",
                        ""),
                new Part("survey_invitation", "id", vertical, "survey-invitations"),
                new Part("survey", "id", vertical, "surveys"));
    }

    @Override
    public Set<String> tables() {
        return rows.tables();
    }

    @Override
    public List<ContentCount> count(int verticalId) {
        return ContentCount.of(rows.count(verticalId));
    }

    @Override
    public int deletePiece(int verticalId) {
        return rows.deletePiece(verticalId);
    }
}
