package org.clientele.churn;

import java.util.Set;
import org.clientele.common.NewsKind;
import org.clientele.common.VerticalNews;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Screens of every node follow losses. */
@Configuration(proxyBeanMethods = false)
public class LossNews {
    /** The events that travel. */
    @Bean
    public static NewsKind<LossesChanged> lossNewsKind() {
        return new NewsKind<>(
                "loss",
                LossesChanged.class,
                change -> new VerticalNews(change.verticalKey(), Set.of(change.customerId())),
                news -> news.customerIds().stream()
                        .map(customer -> new LossesChanged(news.verticalKey(), customer))
                        .toList());
    }
}
