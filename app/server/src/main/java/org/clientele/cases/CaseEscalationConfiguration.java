package org.clientele.cases;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When clocks of cases are looked at though nobody does anything. */
@Configuration(proxyBeanMethods = false)
class CaseEscalationConfiguration {
    private static final Duration EVERY = Duration.ofMinutes(1);

    @Bean
    RecurringTask<Void> caseEscalationTask(CaseEscalation escalation) {
        return Tasks.recurring("case-escalation", FixedDelay.of(EVERY))
                .execute((instance, context) ->
                        escalation.run(() -> context.getSchedulerState().isShuttingDown()));
    }
}
