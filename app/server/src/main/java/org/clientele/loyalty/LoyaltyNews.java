package org.clientele.loyalty;

import java.util.List;
import org.clientele.common.NewsKind;
import org.clientele.common.VerticalNews;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Screens of every node follow points. */
@Configuration(proxyBeanMethods = false)
public class LoyaltyNews {
    /** The events that travel. */
    @Bean
    public static NewsKind<LoyaltyChanged> loyaltyNewsKind() {
        return new NewsKind<>(
                "loyalty",
                LoyaltyChanged.class,
                change -> new VerticalNews(change.verticalKey(), change.customerIds()),
                news -> List.of(new LoyaltyChanged(news.verticalKey(), news.customerIds())));
    }
}
