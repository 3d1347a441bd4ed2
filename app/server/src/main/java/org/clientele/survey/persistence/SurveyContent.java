package org.clientele.survey.persistence;

import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.plugin.OwnedContent;
import org.jdbi.v3.core.Jdbi;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/** The surveys of a vertical with all invitations and answers, to be counted and deleted with it. */
@Repository
@Order(17)
public class SurveyContent extends OwnedContent {
    private static final String VERTICAL = "vertical_id = :id";

    public SurveyContent(Jdbi jdbi) {
        super(new OwnedRows(
                jdbi,
                new Part(
                        "survey_answer",
                        "invitation_id",
                        "invitation_id IN (SELECT i.id FROM survey_invitation i WHERE i.vertical_id = :id)",
                        ""),
                new Part("survey_invitation", "id", VERTICAL, "survey-invitations"),
                new Part("survey", "id", VERTICAL, "surveys")));
    }
}
