package org.clientele.stakeholder;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When people are told what is due for parties though nobody does anything. */
@Configuration(proxyBeanMethods = false)
class ReminderConfiguration {
    private static final Duration EVERY = Duration.ofMinutes(30);

    @Bean
    RecurringTask<Void> stakeholderReminderTask(ReminderNotices notices) {
        return Tasks.recurring("stakeholder-reminders", FixedDelay.of(EVERY))
                .execute((instance, context) ->
                        notices.run(() -> context.getSchedulerState().isShuttingDown()));
    }
}
