package org.clientele.segment;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When memberships are recomputed though nothing happens. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RecomputeProperties.class)
class RecomputeConfiguration {
    private static final int RETRIES = 3;
    private static final Duration RETRY_AFTER = Duration.ofMinutes(10);

    @Bean
    RecurringTask<Void> nightlyTask(NightlyRecompute nightly, RecomputeProperties properties, Clock clock) {
        Daily daily = new Daily(clock.getZone(), properties.nightlyAt());
        return Tasks.recurring("nightly-recompute", daily)
                .onFailure(new FailureHandler.MaxRetriesFailureHandler<>(
                        RETRIES,
                        new FailureHandler.OnFailureRetryLater<>(RETRY_AFTER),
                        (complete, operations) ->
                                new FailureHandler.OnFailureReschedule<Void>(daily).onFailure(complete, operations)))
                .execute((instance, context) ->
                        nightly.run(() -> context.getSchedulerState().isShuttingDown()));
    }
}
