package org.clientele.notification;

import java.util.List;
import java.util.Set;
import org.clientele.common.NewsKind;
import org.clientele.common.VerticalNews;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The bell of every node follows. */
@Configuration(proxyBeanMethods = false)
public class NotificationNews {
    /** The events that travel. */
    @Bean
    public static NewsKind<NotificationsChanged> notificationNewsKind() {
        return new NewsKind<>(
                "notification",
                NotificationsChanged.class,
                change -> new VerticalNews(change.verticalKey(), Set.of()),
                news -> List.of(new NotificationsChanged(news.verticalKey(), Set.of())));
    }
}
