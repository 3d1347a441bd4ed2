package org.clientele.care;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clientele.plugins.api.PlayDefinition;
import org.clientele.plugins.api.VerticalDefinition;

/**
 * An attribute whose day is kept in mind for every customer: one that a play of the vertical counts from, on the day or before it.
 *
 * @param yearly whether it comes back every year: a birthday; otherwise it is once: the end of a contract
 */
public record CareField(String attribute, boolean yearly) {
    private static final int YEAR = 365;

    /** The care dates of a vertical, whether the strategies that name them run or not. */
    public static List<CareField> of(VerticalDefinition definition) {
        Map<String, Boolean> fields = new TreeMap<>();
        definition.strategies().stream()
                .flatMap(strategy -> strategy.plays().stream())
                .filter(play -> play.from() == PlayDefinition.From.DATE && play.afterDays() <= 0)
                .forEach(play -> {
                    String field = play.field();
                    Integer every = play.everyDays();
                    if (field != null) {
                        fields.merge(field, every != null && every == YEAR, Boolean::logicalOr);
                    }
                });
        List<CareField> care = new ArrayList<>();
        fields.forEach((attribute, yearly) -> care.add(new CareField(attribute, yearly)));
        return care;
    }

    /** The first day on or after another, 29 February on the 28th of a year without; of what is once its only day. */
    LocalDate next(LocalDate date, LocalDate from) {
        if (!yearly || !date.isBefore(from)) {
            return date;
        }
        LocalDate day = date.withYear(from.getYear());
        return day.isBefore(from) ? date.withYear(from.getYear() + 1) : day;
    }
}
