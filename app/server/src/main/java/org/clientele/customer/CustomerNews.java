package org.clientele.customer;

import java.util.List;
import org.clientele.common.NewsKind;
import org.clientele.common.VerticalNews;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Screens of every node follow changes of customers. */
@Configuration(proxyBeanMethods = false)
public class CustomerNews {
    /** The events that travel. */
    @Bean
    public static NewsKind<CustomersChanged> customerNewsKind() {
        return new NewsKind<>(
                "customer",
                CustomersChanged.class,
                change -> new VerticalNews(change.verticalKey(), change.customerIds()),
                news -> List.of(new CustomersChanged(news.verticalKey(), news.customerIds())));
    }
}
