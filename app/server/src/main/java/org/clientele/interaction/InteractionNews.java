package org.clientele.interaction;

import java.util.Set;
import org.clientele.common.NewsKind;
import org.clientele.common.VerticalNews;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Screens of every node follow interactions. */
@Configuration(proxyBeanMethods = false)
public class InteractionNews {
    /** The events that travel. */
    @Bean
    public static NewsKind<InteractionsChanged> interactionNewsKind() {
        return new NewsKind<>(
                "interaction",
                InteractionsChanged.class,
                change -> new VerticalNews(change.verticalKey(), Set.of(change.customerId())),
                news -> news.customerIds().stream()
                        .map(customer -> new InteractionsChanged(news.verticalKey(), customer))
                        .toList());
    }
}
