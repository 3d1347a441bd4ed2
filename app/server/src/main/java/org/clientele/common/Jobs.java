package org.clientele.common;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Runs long work in the background, two pieces at a time. A feature keeps what must outlive the process in its own table. */
@Component
public class Jobs {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    private final Clock clock;
    private final ExecutorService workers;

    @Autowired
    public Jobs(Clock clock) {
        this(
                clock,
                IdleThreads.several(
                        2, Thread.ofPlatform().daemon().name("job-", 1).factory()));
    }

    Jobs(Clock clock, ExecutorService workers) {
        this.clock = clock;
        this.workers = workers;
    }

    /** Starts the body on a background thread. The body ends early, leaving no trace, when the job is cancelled. */
    public Job start(String kind, Consumer<Job> body) {
        Job job = new Job(kind, clock.instant());
        workers.execute(() -> run(job, body));
        return job;
    }

    /** Where short work goes that nobody looks at as a job, such as counting while somebody types. */
    public Executor workers(String kind) {
        return work -> start(kind, job -> work.run());
    }

    /** Finds an answer on a background thread; nothing is computed when nobody waits for it any more before its turn comes. */
    public <T> Answer<T> answer(String kind, Function<Job, T> body) {
        Answer<T> answer = new Answer<>();
        answer.started(start(kind, job -> {
            if (!job.isCancelled()) {
                answer.found(body.apply(job));
            }
        }));
        return answer;
    }

    /** Starts the body on a thread of its own: for work that waits for other work, which must not wait for it. */
    public Job startApart(String kind, Consumer<Job> body) {
        Job job = new Job(kind, clock.instant());
        Thread.ofPlatform().daemon().name("job-" + kind).start(() -> run(job, body));
        return job;
    }

    private static void run(Job job, Consumer<Job> body) {
        try {
            body.accept(job);
            job.finish(job.isCancelled() ? Job.State.CANCELLED : Job.State.DONE, null);
        } catch (RuntimeException failure) {
            LOG.warn("Job {} failed", job.kind(), failure);
            job.finish(Job.State.FAILED, failure);
        }
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
    }
}
