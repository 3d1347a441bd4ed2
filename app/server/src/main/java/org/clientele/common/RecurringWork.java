package org.clientele.common;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.clientele.common.persistence.Dialect;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Starts, at their times, the tasks that features declare as beans: each on one node only, and also after its time when no node was up then.
 */
@Component
class RecurringWork {
    private static final Duration LOOK = Duration.ofSeconds(30);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final Scheduler scheduler;

    RecurringWork(DataSource dataSource, Dialect dialect, List<RecurringTask<?>> tasks, Clock clock) {
        SchedulerBuilder builder = Scheduler.create(dataSource);
        if (dialect == Dialect.HSQLDB) {
            // Its usual way, said so that the library does not warn of columns without time zones: ours have them.
            builder.jdbcCustomization(new DefaultJdbcCustomization(false));
        }
        scheduler = builder.startTasks(tasks)
                .clock(clock::instant)
                .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
                .threads(1)
                .pollingInterval(LOOK)
                .shutdownMaxWait(LONGEST_STOP)
                .build();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        scheduler.start();
    }

    @PreDestroy
    void stop() {
        scheduler.stop();
    }
}
