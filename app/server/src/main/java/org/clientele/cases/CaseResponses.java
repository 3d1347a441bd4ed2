package org.clientele.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.cases.persistence.CauseDao;
import org.clientele.plugin.Vertical;
import org.springframework.stereotype.Service;

/** How fast cases get their first answer. Whoever sees only own customers counts their cases alone. */
@Service
public class CaseResponses {
    private static final double HOUR = Duration.ofHours(1).toSeconds();

    private final CauseDao cases;
    private final Rights rights;
    private final Clock clock;

    public CaseResponses(CauseDao cases, Rights rights, Clock clock) {
        this.cases = cases;
        this.rights = rights;
        this.clock = clock;
    }

    /** Of the cases opened in months, both included, that were answered; by the month of their opening. */
    public Map<YearMonth, FirstAnswers> byMonth(Vertical vertical, YearMonth first, YearMonth last) {
        rights.require(Permission.ANALYSE_SEGMENTS, vertical.key());
        Map<YearMonth, FirstAnswers> months = new TreeMap<>();
        cases.answered(
                vertical.id(),
                first.atDay(1).atStartOfDay(clock.getZone()).toInstant(),
                last.plusMonths(1).atDay(1).atStartOfDay(clock.getZone()).toInstant(),
                rights.onlyOwner(vertical.key()),
                (opened, answered) -> months.merge(
                        YearMonth.from(opened.atZone(clock.getZone())),
                        new FirstAnswers(1, Duration.between(opened, answered).toSeconds() / HOUR),
                        FirstAnswers::plus));
        return months;
    }
}
