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

    /** Does what it is given on so many threads at most, in the order in which it comes. */
    static ExecutorService pool(int threads, ThreadFactory factory) {
        return pool(threads, LONGEST_IDLE, factory);
    }

    static ExecutorService pool(int threads, Duration longestIdle, ThreadFactory factory) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads, threads, longestIdle.toMillis(), TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(), factory);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
