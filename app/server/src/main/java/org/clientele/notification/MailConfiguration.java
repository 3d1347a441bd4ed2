package org.clientele.notification;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.clientele.notification.persistence.NotificationDao;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When mail is sent, and when what people were told of is forgotten. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailConfiguration {
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration TIDY_EVERY = Duration.ofHours(6);
    private static final Duration KEPT = Duration.ofDays(90);

    @Bean
    RecurringTask<Void> notificationMailTask(MailDelivery delivery) {
        return Tasks.recurring("notification-mail", FixedDelay.of(EVERY))
                .execute((instance, context) ->
                        delivery.run(() -> context.getSchedulerState().isShuttingDown()));
    }

    @Bean
    RecurringTask<Void> notificationTidyTask(NotificationDao dao, Clock clock) {
        return Tasks.recurring("notification-tidy", FixedDelay.of(TIDY_EVERY))
                .execute((instance, context) -> dao.forget(clock.instant().minus(KEPT)));
    }
}
