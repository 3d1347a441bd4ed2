package org.clientele.strategy.ui;

import java.util.Locale;
import org.clientele.access.Rights;
import org.clientele.customer.PersonalData;
import org.clientele.plugin.Vertical;
import org.clientele.segment.Segments;
import org.clientele.strategy.HouseTime;
import org.clientele.strategy.PublishedStrategies;
import org.springframework.stereotype.Component;

/** The words of the strategies that apply, for whoever looks. */
@Component
class WordsOfStrategies {
    private final Segments segments;
    private final PublishedStrategies published;
    private final Rights rights;
    private final HouseTime time;

    WordsOfStrategies(Segments segments, PublishedStrategies published, Rights rights, HouseTime time) {
        this.segments = segments;
        this.published = published;
        this.rights = rights;
        this.time = time;
    }

    StrategyWords of(Vertical vertical, Locale locale) {
        CustomerTexts customers =
                new CustomerTexts(() -> segments.snapshot(vertical.key()), PersonalData.hiddenFrom(rights, vertical));
        return new StrategyWords(
                published.applied(vertical), locale, customers, time.now(vertical), time.daysOff(vertical));
    }
}
