package org.clientele.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.cases.persistence.CauseDao;
import org.clientele.common.Problem;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.springframework.stereotype.Service;

/** Why cases arise and what that costs, by the months in which they were solved. Whoever sees only own customers counts only their cases. */
@Service
public class CaseCauses {
    /** Months of the longest period. */
    public static final int MOST_MONTHS = 36;

    private final CauseDao causes;
    private final Verticals verticals;
    private final Rights rights;
    private final Clock clock;

    CaseCauses(CauseDao causes, Verticals verticals, Rights rights, Clock clock) {
        this.causes = causes;
        this.verticals = verticals;
        this.rights = rights;
        this.clock = clock;
    }

    /** The causes of each month that has any, the newest month first, the most frequent cause first. */
    public Map<YearMonth, List<CauseCount>> byMonth(String verticalKey, YearMonth first, YearMonth last) {
        rights.require(Permission.SEE_REPORTS, verticalKey);
        if (last.isBefore(first) || first.plusMonths(MOST_MONTHS).isBefore(last.plusMonths(1))) {
            throw new Problem("cases.problem.period", MOST_MONTHS);
        }
        Vertical vertical = verticals.get(verticalKey);
        Map<YearMonth, List<CauseCount>> months = new LinkedHashMap<>();
        for (YearMonth month = last; !month.isBefore(first); month = month.minusMonths(1)) {
            List<CauseCount> found = causes.solved(
                    vertical.id(),
                    begin(month.atDay(1)),
                    begin(month.plusMonths(1).atDay(1)),
                    rights.onlyOwner(verticalKey));
            if (!found.isEmpty()) {
                months.put(month, found);
            }
        }
        return months;
    }

    private Instant begin(LocalDate day) {
        ZoneId zone = clock.getZone();
        return day.atStartOfDay(zone).toInstant();
    }
}
