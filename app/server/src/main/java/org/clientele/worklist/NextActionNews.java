package org.clientele.worklist;

import java.util.Set;
import org.clientele.common.NewsKind;
import org.clientele.common.VerticalNews;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Screens of every node follow what staff answer. */
@Configuration(proxyBeanMethods = false)
public class NextActionNews {
    /** The events that travel. */
    @Bean
    public static NewsKind<NextActionsChanged> nextActionNewsKind() {
        return new NewsKind<>(
                "next-action",
                NextActionsChanged.class,
                change -> new VerticalNews(change.verticalKey(), Set.of(change.customerId())),
                news -> news.customerIds().stream()
                        .map(customer -> new NextActionsChanged(news.verticalKey(), customer))
                        .toList());
    }
}
