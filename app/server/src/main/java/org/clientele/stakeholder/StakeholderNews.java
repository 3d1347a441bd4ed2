package org.clientele.stakeholder;

import java.util.List;
import java.util.Set;
import org.clientele.common.NewsKind;
import org.clientele.common.VerticalNews;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Screens of every node follow parties. */
@Configuration(proxyBeanMethods = false)
public class StakeholderNews {
    /** The events that travel. */
    @Bean
    public static NewsKind<StakeholdersChanged> stakeholderNewsKind() {
        return new NewsKind<>(
                "stakeholder",
                StakeholdersChanged.class,
                change -> new VerticalNews(change.verticalKey(), Set.of()),
                news -> List.of(new StakeholdersChanged(news.verticalKey())));
    }
}
