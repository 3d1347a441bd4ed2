package org.clientele.segment;

import java.util.List;
import java.util.Set;
import org.clientele.common.NewsKind;
import org.clientele.common.VerticalNews;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Screens of every node follow models that consultants change. */
@Configuration(proxyBeanMethods = false)
public class ModelNews {
    /** The events that travel. */
    @Bean
    public static NewsKind<ModelsChanged> modelNewsKind() {
        return new NewsKind<>(
                "segment",
                ModelsChanged.class,
                change -> new VerticalNews(change.verticalKey(), Set.of()),
                news -> List.of(new ModelsChanged(news.verticalKey())));
    }
}
