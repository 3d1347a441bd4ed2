package org.clientele.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdleThreadsTest {
    private final BlockingQueue<Thread> made = new LinkedBlockingQueue<>();

    @Test
    void shouldEndThreadsThatHaveNothingToDo() throws Exception {
        Duration longestIdle = Duration.ofMillis(1);
        for (ExecutorService pool : List.of(
                IdleThreads.one(longestIdle, this::thread), IdleThreads.several(2, longestIdle, this::thread))) {
            try (pool) {
                pool.submit(() -> {}).get();
                Thread first = made.take();
                await().until(() -> !first.isAlive());

                assertThat(pool.submit(() -> "done").get()).isEqualTo("done");
            }
            made.clear();
        }
    }

    @Test
    void shouldWorkInTheOrderOfWhatComesAlsoWhileThreadsEnd() {
        BlockingQueue<Integer> worked = new LinkedBlockingQueue<>();
        Duration longestIdle = Duration.ofNanos(20_000);
        try (ExecutorService pool = IdleThreads.one(longestIdle, this::thread)) {
            for (int i = 0; i < 20_000; i++) {
                int number = i;
                pool.execute(() -> worked.add(number));
                if (i % 3 == 0) {
                    LockSupport.parkNanos(longestIdle.toNanos());
                }
            }
        }

        assertThat(worked)
                .containsExactlyElementsOf(IntStream.range(0, 20_000).boxed().toList());
    }

    @Test
    void shouldWorkSideBySide() throws Exception {
        try (ExecutorService pool = IdleThreads.several(2, Duration.ofMinutes(1), this::thread)) {
            CyclicBarrier both = new CyclicBarrier(2);
            Callable<Integer> meeting = both::await;
            assertThat(pool.invokeAll(List.of(meeting, meeting))).hasSize(2);
        }

        assertThat(made).hasSize(2);
    }

    private Thread thread(Runnable work) {
        Thread thread = Thread.ofPlatform().daemon().unstarted(work);
        made.add(thread);
        return thread;
    }
}
