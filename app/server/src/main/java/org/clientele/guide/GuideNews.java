package org.clientele.guide;

import java.util.List;
import java.util.Set;
import org.clientele.common.NewsKind;
import org.clientele.common.VerticalNews;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Screens of every node follow what consultants word. */
@Configuration(proxyBeanMethods = false)
public class GuideNews {
    /** The events that travel. */
    @Bean
    public static NewsKind<GuidesChanged> guideNewsKind() {
        return new NewsKind<>(
                "guide",
                GuidesChanged.class,
                change -> new VerticalNews(change.verticalKey(), Set.of()),
                news -> List.of(new GuidesChanged(news.verticalKey())));
    }
}
