package org.clientele.plugin.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.clientele.common.Announcements;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.plugin.persistence.PluginFailureDao;
import org.clientele.plugins.api.extension.WrongResultException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PluginCallsTest {
    private static final Piece PIECE = new Piece("kiosk", Piece.Kind.CHECK, "shelves");
    private static final String THROWN = "java.lang.IllegalStateException ← java.lang.RuntimeException";
    private static final Duration LIMIT = Duration.ofMillis(300);

    private final Announcements announcements = new Announcements();
    private final CallThreads threads = new CallThreads(2);
    private final BlockingQueue<PluginFailing> failing = new LinkedBlockingQueue<>();
    private TestDatabase database;
    private PluginFailureDao stored;
    private PluginCalls calls;

    /** What a plugin would implement. */
    public interface Probe {
        String answer() throws Exception;
    }

    public static final class Good implements Probe {
        @Override
        public String answer() {
            return Thread.currentThread().getName();
        }
    }

    public static final class Throwing implements Probe {
        @Override
        public String answer() {
            throw new IllegalStateException("no shelf", new RuntimeException("dust"));
        }
    }

    public static final class Deep implements Probe {
        @Override
        public String answer() {
            return dig(1);
        }

        private static String dig(int depth) {
            return depth == 0 ? "" : dig(depth + 1) + "!";
        }
    }

    public static final class Unlinked implements Probe {
        @Override
        public String answer() {
            throw new NoClassDefFoundError("com/example/Missing");
        }
    }

    public static final class Nothing implements Probe {
        @Override
        @SuppressWarnings("NullAway")
        public String answer() {
            return null;
        }
    }

    public static final class Wrong implements Probe {
        @Override
        public String answer() {
            throw new WrongResultException("segment 7 of 3");
        }
    }

    public static final class Sleeping implements Probe {
        @Override
        public String answer() throws InterruptedException {
            TimeUnit.HOURS.sleep(1);
            return "late";
        }
    }

    /** Heeds no interrupt; ends with the test. */
    public static final class Stubborn implements Probe {
        static final AtomicBoolean RELEASED = new AtomicBoolean();

        @Override
        public String answer() {
            while (!RELEASED.get()) {
                Thread.onSpinWait();
            }
            return "released";
        }
    }

    /** Even asking what went wrong goes wrong. */
    public static final class Unspeakable implements Probe {
        @Override
        public String answer() {
            throw new RuntimeException() {
                @Override
                public String getMessage() {
                    throw new IllegalStateException("do not ask");
                }
            };
        }
    }

    @BeforeEach
    void start() {
        database = TestDatabase.create(TestDatabase.Kind.HSQLDB);
        stored = new PluginFailureDao(database.jdbi());
        announcements.listen(PluginFailing.class, failing::add);
        calls = calls(true);
    }

    private PluginCalls calls(boolean everyMessage) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);
        Extensions.Code code = new Extensions.Code(getClass().getClassLoader(), "1.2.0", 1);
        return new PluginCalls(
                plugin -> plugin.equals("kiosk") ? Optional.of(code) : Optional.empty(),
                threads,
                TestFailures.log(database, announcements, clock),
                TestFailures.LIMITS,
                clock,
                everyMessage);
    }

    @AfterEach
    void stop() throws Exception {
        Stubborn.RELEASED.set(true);
        database.close();
    }

    @Test
    void shouldAnswerOnAThreadOfThePlugin() {
        Answer<String> answer = call(Good.class);

        assertThat(answer).isInstanceOfSatisfying(Answer.Done.class, done -> assertThat(done.value())
                .asString()
                .startsWith("plugin-call-kiosk-"));
        assertThat(stored.newest("kiosk", 10)).isEmpty();
        awaitQuiet();
    }

    @Test
    void shouldRecordWhatWasThrownAndWhere() {
        assertFailed(call(Throwing.class), FailureCause.THREW);

        PluginFailure failure = stored.newest("kiosk", 1).getFirst();
        assertThat(failure.piece()).isEqualTo(PIECE);
        assertThat(failure.version()).isEqualTo("1.2.0");
        assertThat(failure.detail())
                .isEqualTo("java.lang.IllegalStateException: no shelf ← java.lang.RuntimeException: dust");
        assertThat(failure.place()).contains("Throwing.answer");
    }

    @Test
    void shouldKeepNoMessageThatMayNameACustomer() {
        calls = calls(false);

        assertThat(call(Throwing.class)).isEqualTo(new Answer.Failed<>(FailureCause.THREW, THROWN));
        assertThat(stored.newest("kiosk", 1).getFirst().detail()).isEqualTo(THROWN);
        assertFailed(call(Wrong.class), FailureCause.WRONG_RESULT);
        assertThat(stored.newest("kiosk", 1).getFirst().detail()).isEqualTo(WrongResultException.class.getName());
    }

    @Test
    void shouldKeepWhatTheJavaMachineSays() {
        calls = calls(false);

        assertFailed(call(Unlinked.class), FailureCause.THREW);

        assertThat(stored.newest("kiosk", 1).getFirst().detail())
                .isEqualTo("java.lang.NoClassDefFoundError: com/example/Missing");
    }

    @Test
    void shouldSurviveErrorsOfEveryKind() {
        assertFailed(call(Deep.class), FailureCause.THREW);
        assertFailed(call(Unlinked.class), FailureCause.THREW);
        assertFailed(call(Unspeakable.class), FailureCause.THREW);
        assertFailed(call(Nothing.class), FailureCause.WRONG_RESULT);
        assertThat(stored.newest("kiosk", 1).getFirst().detail()).isEqualTo("null");
        assertThat(calls.call(PIECE, Probe.class, "com.example.Missing", LIMIT, (probe, cancelled) -> "never"))
                .isInstanceOf(Answer.Failed.class);
        assertThat(call(Good.class)).isInstanceOf(Answer.Done.class);
    }

    @Test
    void shouldTellAWrongResultFromAnException() {
        assertFailed(call(Wrong.class), FailureCause.WRONG_RESULT);

        assertThat(stored.newest("kiosk", 1).getFirst().detail()).isEqualTo("segment 7 of 3");
    }

    @Test
    void shouldInterruptWhatTakesTooLong() {
        long start = System.nanoTime();

        assertFailed(call(Sleeping.class), FailureCause.TIMED_OUT);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(stored.newest("kiosk", 1).getFirst())
                .satisfies(failure -> assertThat(failure.detail()).isEqualTo("0.3 s"))
                .satisfies(failure -> assertThat(failure.place()).contains("Sleeping.answer"));
        awaitQuiet();
    }

    @Test
    void shouldAbandonWhatHeedsNoInterruptAndCallAPluginNoMoreWhenAllItsThreadsHang() {
        Stubborn.RELEASED.set(false);
        assertFailed(call(Stubborn.class), FailureCause.TIMED_OUT);
        assertThat(threads.running("kiosk")).isOne();
        assertThat(call(Good.class)).isInstanceOf(Answer.Done.class);
        assertFailed(call(Stubborn.class), FailureCause.TIMED_OUT);

        assertFailed(call(Good.class), FailureCause.BUSY);
        assertThat(stored.newest("kiosk", 10)).hasSize(2);

        Stubborn.RELEASED.set(true);
        awaitQuiet();
        assertThat(call(Good.class)).isInstanceOf(Answer.Done.class);
    }

    @Test
    void shouldBlameNobodyWhenThePluginGoesDuringTheCall() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        BlockingQueue<Answer<String>> answers = new LinkedBlockingQueue<>();
        calls.callLater(
                PIECE,
                Probe.class,
                Sleeping.class.getName(),
                Duration.ofMinutes(1),
                (probe, cancelled) -> {
                    started.countDown();
                    return PluginCalls.given(probe.answer());
                },
                answers::add);
        assertThat(started.await(5, TimeUnit.SECONDS)).isTrue();

        threads.stop("kiosk");

        assertFailed(answers.poll(5, TimeUnit.SECONDS), FailureCause.GONE);
        assertThat(stored.newest("kiosk", 10)).isEmpty();
        assertThat(threads.running("kiosk")).isZero();
    }

    @Test
    void shouldSayThatAPluginIsGone() {
        Piece other = new Piece("stall", Piece.Kind.MODEL, "spend");

        assertFailed(
                calls.call(other, Probe.class, Good.class.getName(), LIMIT, (probe, cancelled) -> "never"),
                FailureCause.GONE);
    }

    @Test
    void shouldAnnounceThePluginOnItsFifthFailure() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            call(Throwing.class);
        }
        assertThat(failing.poll(100, TimeUnit.MILLISECONDS)).isNull();

        call(Throwing.class);

        assertThat(failing.poll(5, TimeUnit.SECONDS)).isEqualTo(new PluginFailing("kiosk"));
    }

    private Answer<String> call(Class<? extends Probe> probe) {
        return calls.call(
                PIECE,
                Probe.class,
                probe.getName(),
                LIMIT,
                (extension, cancelled) -> PluginCalls.given(extension.answer()));
    }

    private static void assertFailed(Answer<String> answer, FailureCause cause) {
        assertThat(answer).isInstanceOfSatisfying(Answer.Failed.class, failed -> assertThat(failed.cause())
                .isEqualTo(cause));
    }

    private void awaitQuiet() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (threads.running("kiosk") > 0 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(threads.running("kiosk")).isZero();
    }
}
