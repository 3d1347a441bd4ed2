package org.clientele.segment.ui;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clientele.common.ui.Formats;
import org.clientele.common.ui.JobProgress;
import org.clientele.common.ui.Translations;
import org.clientele.segment.RecomputeRun;

/** Recomputes in words. */
final class RecomputeWords implements JobProgress.Words {
    private static final Translations TEXTS = new Translations();
    private static final double SECOND = 1000;

    private final Locale locale;
    private final Formats formats;
    private final Clock clock;

    RecomputeWords(Locale locale, String currency, Clock clock) {
        this.locale = locale;
        this.formats = new Formats(locale, currency);
        this.clock = clock;
    }

    String text(String key, Object... arguments) {
        return TEXTS.getTranslation(key, locale, arguments);
    }

    @Override
    public String begins() {
        return text("segment.recompute.begins");
    }

    @Override
    public String progress(long done, long total, long perSecond) {
        return text("segment.recompute.progress", formats.whole(done), formats.whole(total));
    }

    String when(RecomputeRun run) {
        return formats.dateTime(run.startedAt(), clock.getZone());
    }

    /** "Wang Fang asked for it · as of 31 Jan 2026". */
    String why(RecomputeRun run) {
        String why = run.startedBy() == null
                ? text("segment.recompute.cause." + run.cause())
                : text("segment.recompute.cause.PERSON", run.startedBy());
        return run.failedAt() == RecomputeRun.Stage.LOADING
                ? why
                : text("segment.recompute.why", why, formats.date(run.asOf()));
    }

    /** What became of it, and how long it took. */
    String result(RecomputeRun run) {
        return switch (run.state()) {
            case RUNNING -> text("segment.recompute.result.RUNNING");
            case CANCELLED -> text("segment.recompute.result.CANCELLED", seconds(run));
            case FAILED -> text("segment.recompute.failed." + run.failedAt(), Long.toString(run.id()));
            case DONE ->
                text(
                        run.opened() + run.closed() == 0
                                ? "segment.recompute.result.unchanged"
                                : "segment.recompute.result.DONE",
                        formats.whole(run.customers()),
                        formats.whole(run.opened()),
                        formats.whole(run.closed()),
                        seconds(run));
        };
    }

    /** What still holds when the newest run came to nothing. */
    Optional<String> standing(List<RecomputeRun> runs) {
        Optional<RecomputeRun> newest = runs.stream()
                .filter(run -> run.state() != RecomputeRun.State.RUNNING)
                .findFirst();
        if (newest.isEmpty() || newest.get().state() == RecomputeRun.State.DONE) {
            return Optional.empty();
        }
        String what = text("segment.recompute.standing." + newest.get().state());
        return Optional.of(runs.stream()
                .filter(run -> run.state() == RecomputeRun.State.DONE)
                .findFirst()
                .map(good -> text("segment.recompute.standing", what, when(good), formats.date(good.asOf())))
                .orElseGet(() -> text("segment.recompute.standing.none", what)));
    }

    private String seconds(RecomputeRun run) {
        Duration duration = run.duration();
        return duration == null ? Formats.MISSING : formats.fixed(duration.toMillis() / SECOND, 1);
    }
}
