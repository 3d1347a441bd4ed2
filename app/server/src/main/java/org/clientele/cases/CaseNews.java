package org.clientele.cases;

import java.util.Set;
import org.clientele.common.NewsKind;
import org.clientele.common.VerticalNews;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Screens of every node follow cases. */
@Configuration(proxyBeanMethods = false)
public class CaseNews {
    /** The events that travel. */
    @Bean
    public static NewsKind<CasesChanged> caseNewsKind() {
        return new NewsKind<>(
                "case",
                CasesChanged.class,
                change -> new VerticalNews(change.verticalKey(), Set.of(change.customerId())),
                news -> news.customerIds().stream()
                        .map(customer -> new CasesChanged(news.verticalKey(), customer))
                        .toList());
    }
}
