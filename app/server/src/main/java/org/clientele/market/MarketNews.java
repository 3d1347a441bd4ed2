package org.clientele.market;

import java.util.List;
import java.util.Set;
import org.clientele.common.NewsKind;
import org.clientele.common.VerticalNews;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Screens of every node follow what is entered. */
@Configuration(proxyBeanMethods = false)
public class MarketNews {
    /** The events that travel. */
    @Bean
    public static NewsKind<MarketChanged> marketNewsKind() {
        return new NewsKind<>(
                "market",
                MarketChanged.class,
                change -> new VerticalNews(change.verticalKey(), Set.of()),
                news -> List.of(new MarketChanged(news.verticalKey())));
    }
}
