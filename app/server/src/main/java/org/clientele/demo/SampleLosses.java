package org.clientele.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.clientele.churn.LossReason;
import org.clientele.churn.Losses;
import org.clientele.churn.WinBack;
import org.clientele.common.Money;
import org.clientele.dataimport.SampleImports.Stored;
import org.clientele.dataimport.sample.SampleRandom;
import org.clientele.dataimport.sample.SampleSet;
import org.clientele.plugin.Vertical;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Some of the customers of whom nothing was heard for long, recorded as lost; a few of them came back. */
@Component
@ConditionalOnProperty("clientele.demo")
class SampleLosses {
    private static final String FILE = "sample-losses.properties";
    private static final int LOST = 18;
    private static final int FEW = 6;
    private static final int SILENT = 70;
    private static final int YEAR = 365;
    private static final int LEAST = 200;
    private static final int MORE = 9_000;
    private static final int LARGER = 12;
    private static final int UNKNOWN = 6;
    private static final int WON = 4;

    private final Losses losses;
    private final Clock clock;

    SampleLosses(Losses losses, Clock clock) {
        this.losses = losses;
        this.clock = clock;
    }

    /** @param customers those with the longest history first */
    void record(Vertical vertical, SampleSet set, List<Stored> customers) {
        SampleWords words = SampleWords.of(FILE, vertical.key());
        SampleRandom random = new SampleRandom(LOST + vertical.id());
        Map<String, LocalDate> last = lastHeardOf(set);
        LocalDate today = LocalDate.now(clock);
        List<Stored> lost = lost(customers, last, today);
        for (int i = 0; i < lost.size(); i++) {
            Stored stored = lost.get(i);
            LocalDate heard = Objects.requireNonNull(last.get(stored.person().ref()));
            LossReason reason = random.pickSkewed(List.of(LossReason.values()));
            LocalDate lostOn = lostOn(random, heard, today);
            @Nullable
            Long yearly = i % UNKNOWN == UNKNOWN - 1
                    ? null
                    : Long.valueOf(yearly(random, stored.person().organisation(), vertical.currency()));
            long id = losses.record(
                    vertical,
                    stored.id(),
                    lostOn,
                    reason,
                    yearly,
                    random.pickSkewed(words.entries(
                            reason.name().toLowerCase(Locale.ROOT) + ".",
                            stored.person().chinese())));
            if (i % WON == 1) {
                losses.winBack(vertical, stored.id(), id, wonBack(random, words, stored, lostOn, today, yearly));
            }
        }
    }

    /** Whoever comes back brings somewhat less than before. */
    private static WinBack wonBack(
            SampleRandom random,
            SampleWords words,
            Stored stored,
            LocalDate lostOn,
            LocalDate today,
            @Nullable Long yearly) {
        LocalDate on = lostOn.plusDays(random.below((int) ChronoUnit.DAYS.between(lostOn, today) + 1));
        return new WinBack(
                on,
                yearly == null ? null : yearly * 3 / 4,
                random.pickSkewed(words.entries("won.", stored.person().chinese())));
    }

    /** The silent ones; where nobody is silent, as whoever gets a bill every month, a few of whom nothing was heard for the longest time. */
    private static List<Stored> lost(List<Stored> customers, Map<String, LocalDate> last, LocalDate today) {
        List<Stored> silent = customers.stream()
                .filter(stored -> isSilent(last.get(stored.person().ref()), today))
                .limit(LOST)
                .toList();
        return silent.isEmpty()
                ? customers.stream()
                        .filter(stored -> last.containsKey(stored.person().ref()))
                        .sorted(Comparator.comparing(stored ->
                                Objects.requireNonNull(last.get(stored.person().ref()))))
                        .limit(FEW)
                        .toList()
                : silent;
    }

    private static LocalDate lostOn(SampleRandom random, LocalDate heard, LocalDate today) {
        long since = Math.min(SILENT, ChronoUnit.DAYS.between(heard, today));
        return heard.plusDays(random.below((int) since + 1));
    }

    private static boolean isSilent(@Nullable LocalDate heard, LocalDate today) {
        return heard != null && heard.isBefore(today.minusDays(SILENT)) && heard.isAfter(today.minusDays(YEAR));
    }

    private static Map<String, LocalDate> lastHeardOf(SampleSet set) {
        Map<String, LocalDate> last = new HashMap<>();
        for (SampleSet.Events events : set.activities()) {
            for (int row = 0; row < events.times().size(); row++) {
                String ref = set.people().get(events.fields().customer(row)).ref();
                LocalDate day = events.times().get(row).toLocalDate();
                last.merge(ref, day, (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        return last;
    }

    private static long yearly(SampleRandom random, boolean organisation, String currency) {
        long major = (LEAST + random.below(MORE)) * (organisation ? LARGER : 1L);
        return major * Math.round(Math.pow(10, Money.fractionDigits(currency)));
    }
}
