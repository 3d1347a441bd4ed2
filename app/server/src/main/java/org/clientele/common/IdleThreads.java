package org.clientele.common;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads that end when there was nothing to do for a while, so that what nobody uses any more is held by none of them. */
final class IdleThreads {
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(10);

    private IdleThreads() {}

    /** Does what it is given one after the other, in the order in which it comes. */
    static ExecutorService one(ThreadFactory factory) {
        return one(LONGEST_IDLE, factory);
    }

    static ExecutorService one(Duration longestIdle, ThreadFactory factory) {
        // Without a core thread all work goes through the queue: what comes while a thread ends must not overtake what
        // waits.
        return pool(0, 1, longestIdle, factory);
    }

    /** Does what it is given on so many threads side by side. */
    static ExecutorService several(int threads, ThreadFactory factory) {
        return several(threads, LONGEST_IDLE, factory);
    }

    static ExecutorService several(int threads, Duration longestIdle, ThreadFactory factory) {
        ThreadPoolExecutor pool = pool(threads, threads, longestIdle, factory);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static ThreadPoolExecutor pool(int core, int most, Duration longestIdle, ThreadFactory factory) {
        return new ThreadPoolExecutor(
                core, most, longestIdle.toNanos(), TimeUnit.NANOSECONDS, new LinkedBlockingQueue<>(), factory);
    }
}
