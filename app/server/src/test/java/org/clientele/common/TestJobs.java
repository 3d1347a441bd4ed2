package org.clientele.common;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

/** Jobs that are done on the thread of the test: when they are started, or when the test says so. */
public final class TestJobs {
    private TestJobs() {}

    public static Jobs atOnce() {
        return new Jobs(Clock.systemUTC(), new Here() {
            @Override
            public void execute(Runnable work) {
                work.run();
            }
        });
    }

    /** Jobs that wait for {@link #run()}. */
    public static final class Held {
        private final Queue<Runnable> waiting = new ArrayDeque<>();

        public Jobs jobs(Clock clock) {
            return new Jobs(clock, new Here() {
                @Override
                public void execute(Runnable work) {
                    waiting.add(work);
                }
            });
        }

        /** Does what was started, and what that starts, in order. */
        public void run() {
            for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
                next.run();
            }
        }
    }

    private abstract static class Here extends AbstractExecutorService {
        @Override
        public void shutdown() {
            // There is nothing to stop.
        }

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}
