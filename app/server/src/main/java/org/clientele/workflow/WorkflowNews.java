package org.clientele.workflow;

import java.util.Set;
import org.clientele.common.NewsKind;
import org.clientele.common.VerticalNews;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Screens of every node follow workflows. */
@Configuration(proxyBeanMethods = false)
public class WorkflowNews {
    /** The events that travel. */
    @Bean
    public static NewsKind<WorkflowsChanged> workflowNewsKind() {
        return new NewsKind<>(
                "workflow",
                WorkflowsChanged.class,
                change -> new VerticalNews(change.verticalKey(), Set.of(change.customerId())),
                news -> news.customerIds().stream()
                        .map(customer -> new WorkflowsChanged(news.verticalKey(), customer))
                        .toList());
    }
}
