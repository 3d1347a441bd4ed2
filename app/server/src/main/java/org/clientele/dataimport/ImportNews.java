package org.clientele.dataimport;

import java.util.List;
import java.util.Set;
import org.clientele.common.NewsKind;
import org.clientele.common.VerticalNews;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Screens of every node follow imports. */
@Configuration(proxyBeanMethods = false)
public class ImportNews {
    /** The events that travel. */
    @Bean
    public static NewsKind<ImportsChanged> importNewsKind() {
        return new NewsKind<>(
                "dataimport",
                ImportsChanged.class,
                change -> new VerticalNews(change.verticalKey(), Set.of()),
                news -> List.of(new ImportsChanged(news.verticalKey())));
    }
}
