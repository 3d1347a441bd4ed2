package org.clientele.survey;

import java.util.List;
import org.clientele.common.NewsKind;
import org.clientele.common.VerticalNews;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Screens of every node follow surveys. */
@Configuration(proxyBeanMethods = false)
public class SurveyNews {
    /** The events that travel. */
    @Bean
    public static NewsKind<SurveysChanged> surveyNewsKind() {
        return new NewsKind<>(
                "survey",
                SurveysChanged.class,
                change -> new VerticalNews(change.verticalKey(), change.customerIds()),
                news -> List.of(new SurveysChanged(news.verticalKey(), news.customerIds())));
    }
}
