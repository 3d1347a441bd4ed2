package org.clientele.survey;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.clientele.activity.OutsideActivity;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.Layer;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.MetricDefinition.Aggregate;
import org.clientele.plugins.api.MetricDefinition.ValueType;
import org.clientele.survey.persistence.AnswerRows;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What customers answered, as an activity with metrics: conditions, lists and models of every vertical may speak of it. */
@Component
public class SurveyActivity implements OutsideActivity {
    /** An answer to a survey, by link or by phone; its scores are missing where the survey did not ask, or the customer did not say. */
    public static final ActivityDefinition ANSWER = new ActivityDefinition(
            "survey_answer",
            "chat",
            List.of(
                    new ActivityField(AnswerRows.NPS, FieldType.INTEGER, List.of()),
                    new ActivityField(AnswerRows.CSAT, FieldType.INTEGER, List.of())),
            null,
            null,
            null);

    public static final List<MetricDefinition> METRICS = List.of(
            metric("survey_nps", ValueType.COUNT, Aggregate.LAST, AnswerRows.NPS),
            metric("survey_csat", ValueType.COUNT, Aggregate.LAST, AnswerRows.CSAT),
            metric("survey_days", ValueType.DAYS, Aggregate.DAYS_SINCE_LAST, null),
            metric("survey_answers", ValueType.COUNT, Aggregate.COUNT, null));

    private final AnswerRows rows;
    private final Clock clock;

    public SurveyActivity(AnswerRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    private static MetricDefinition metric(String id, ValueType type, Aggregate aggregate, @Nullable String field) {
        return new MetricDefinition(
                id,
                type,
                Layer.NEEDS,
                aggregate,
                ANSWER.id(),
                field,
                null,
                null,
                null,
                null,
                aggregate == Aggregate.DAYS_SINCE_LAST,
                null);
    }

    @Override
    public String id() {
        return ANSWER.id();
    }

    @Override
    public ActivityColumns load(
            Vertical vertical,
            CustomerColumns customers,
            ActivityDefinition activity,
            Set<String> fields,
            LocalDate latest) {
        return rows.load(vertical, customers, activity, fields, clock.getZone(), latest);
    }

    @Override
    public ActivityColumns loadFew(
            Vertical vertical,
            CustomerColumns customers,
            ActivityDefinition activity,
            Set<String> fields,
            LocalDate latest) {
        return rows.loadFew(vertical, customers, activity, fields, clock.getZone(), latest);
    }
}
