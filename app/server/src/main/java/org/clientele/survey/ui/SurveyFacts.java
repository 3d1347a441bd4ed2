package org.clientele.survey.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.clientele.common.ui.Translations;
import org.clientele.plugin.PortalFacts;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.survey.SurveyActivity;
import org.springframework.stereotype.Component;

/** Names what customers answered for conditions and lists. */
@Component
class SurveyFacts implements PortalFacts {
    private static final String KEYS = "survey.fact.";

    private final Translations translations;

    SurveyFacts(Translations translations) {
        this.translations = translations;
    }

    @Override
    public ActivityDefinition activity() {
        return SurveyActivity.ANSWER;
    }

    @Override
    public List<MetricDefinition> metrics() {
        return SurveyActivity.METRICS;
    }

    @Override
    public Texts.Bundles texts() {
        return new Texts.Bundles(Map.of("en", texts(Translations.ENGLISH), "zh-CN", texts(Translations.CHINESE)));
    }

    private Map<String, String> texts(Locale locale) {
        Map<String, String> texts = new HashMap<>();
        Consumer<String> put = key -> texts.put(key, translations.getTranslation(KEYS + key, locale));
        put.accept(Texts.activity(activity().id()));
        activity()
                .fields()
                .forEach(field -> put.accept(Texts.activityField(activity().id(), field.id())));
        metrics().forEach(metric -> {
            put.accept(Texts.metric(metric.id()));
            put.accept(Texts.metricHelp(metric.id()));
        });
        return texts;
    }
}
