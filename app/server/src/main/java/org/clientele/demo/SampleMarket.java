package org.clientele.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.clientele.market.Input;
import org.clientele.market.MarketBoard;
import org.clientele.market.MarketBook;
import org.clientele.market.Measure;
import org.clientele.market.Quarter;
import org.clientele.plugin.Vertical;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What somebody might have entered for the market development board. */
@Component
@ConditionalOnProperty("clientele.demo")
class SampleMarket {
    private static final long MARKET = 24_000;
    private static final long AREAS = 12;
    private static final long COVERED = 6;
    private static final long COST = 4_800_000;
    private static final long MORE_COST = 300_000;

    private final MarketBook book;
    private final Clock clock;

    SampleMarket(MarketBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    void enter(Vertical vertical) {
        if (!book.history(vertical).isEmpty()) {
            return;
        }
        List<Quarter> quarters = Quarter.of(LocalDate.now(clock)).last(MarketBoard.QUARTERS);
        Quarter first = quarters.getFirst();
        book.enter(vertical, Input.MARKET_SIZE, first, MARKET);
        book.enter(vertical, Input.TARGET_AREAS, first, AREAS);
        for (int i = 0; i < quarters.size(); i++) {
            book.enter(vertical, Input.COVERED_AREAS, quarters.get(i), COVERED + i / 2);
            book.enter(vertical, Input.MARKETING_COST, quarters.get(i), COST + MORE_COST * (i % 3));
        }
        book.aim(vertical, Measure.COVERAGE, first, 0.75);
        book.aim(vertical, Measure.RETENTION, first, 0.5);
        book.aim(vertical, Measure.NPS, first, 30.0);
        book.aim(vertical, Measure.RESPONSE_TIME, first, 8.0);
    }
}
