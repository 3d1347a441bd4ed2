package org.clientele.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdleThreadsTest {
    private final BlockingQueue<Thread> made = new LinkedBlockingQueue<>();

    @Test
    void shouldEndThreadsThatHaveNothingToDo() throws Exception {
        try (ExecutorService pool = pool(Duration.ofMillis(1))) {
            pool.submit(() -> {}).get();
            Thread first = made.take();
            await().until(() -> !first.isAlive());

            assertThat(pool.submit(() -> "done").get()).isEqualTo("done");
        }
    }

    @Test
    void shouldWorkInTheOrderOfWhatComes() throws Exception {
        BlockingQueue<Integer> worked = new LinkedBlockingQueue<>();
        try (ExecutorService pool = pool(Duration.ofMinutes(1))) {
            IntStream.range(0, 100).forEach(i -> pool.execute(() -> worked.add(i)));
        }

        assertThat(worked)
                .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
        assertThat(made).hasSize(1);
    }

    private ExecutorService pool(Duration longestIdle) {
        return IdleThreads.pool(1, longestIdle, work -> {
            Thread thread = Thread.ofPlatform().daemon().unstarted(work);
            made.add(thread);
            return thread;
        });
    }
}
