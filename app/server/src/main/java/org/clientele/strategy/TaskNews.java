package org.clientele.strategy;

import java.util.List;
import java.util.Set;
import org.clientele.common.NewsKind;
import org.clientele.common.VerticalNews;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Screens of every node follow tasks. */
@Configuration(proxyBeanMethods = false)
public class TaskNews {
    /** The events that travel. */
    @Bean
    public static NewsKind<TasksChanged> taskNewsKind() {
        return new NewsKind<>(
                "task",
                TasksChanged.class,
                change -> new VerticalNews(change.verticalKey(), Set.of()),
                news -> List.of(new TasksChanged(news.verticalKey())));
    }
}
