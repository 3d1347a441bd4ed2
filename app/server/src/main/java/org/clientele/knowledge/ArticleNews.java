package org.clientele.knowledge;

import java.util.List;
import java.util.Set;
import org.clientele.common.NewsKind;
import org.clientele.common.VerticalNews;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Screens of every node follow what is written. */
@Configuration(proxyBeanMethods = false)
public class ArticleNews {
    /** The events that travel. */
    @Bean
    public static NewsKind<ArticlesChanged> articleNewsKind() {
        return new NewsKind<>(
                "article",
                ArticlesChanged.class,
                change -> new VerticalNews(change.verticalKey(), Set.of()),
                news -> List.of(new ArticlesChanged(news.verticalKey())));
    }
}
