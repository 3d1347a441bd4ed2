package org.clientele.segment.ui;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.clientele.common.ui.Translations;
import org.clientele.engine.model.ChurnResult;
import org.clientele.engine.model.Reason;

/**
 * A reason as it can be read to the customer: "By days since last purchase (10 days) and purchases (21) we count you as “Champions”; there is no
 * higher group." What was looked at and what would lead further, without scores and comparisons; how likely they are to leave is not for their ears.
 */
final class SpokenReason {
    private static final Translations TEXTS = new Translations();

    private final ReasonText reasons;
    private final Locale locale;

    SpokenReason(ReasonText reasons, Locale locale) {
        this.reasons = reasons;
        this.locale = locale;
    }

    /** @param group the segment's name, or the model's where the customer is in no segment */
    String of(Reason reason, String group) {
        List<String> facts = reasons.shown(reason)
                .filter(check -> !check.subject().equals(ChurnResult.PROBABILITY))
                .map(reasons::fact)
                .distinct()
                .toList();
        if (reason.note() != null || facts.isEmpty()) {
            return reasons.sentence(reason);
        }
        String key = reason.segment() == null ? "segment.spoken.none" : "segment.spoken.because";
        return text(key, list(facts), group) + next(reason) + text("segment.reason.stop");
    }

    private String next(Reason reason) {
        Reason.Better better = reason.better();
        if (better != null) {
            return text("segment.spoken.better", reasons.segment(reason.model(), better.segment()), gaps(better));
        }
        return reason.best() && !reasons.isRisk(reason) ? text("segment.spoken.best") : "";
    }

    private String gaps(Reason.Better better) {
        return better.gaps().stream()
                .map(reasons::gap)
                .map(fact -> within(fact, locale))
                .collect(Collectors.joining(text("segment.reason.list")));
    }

    /** "A, B and C". */
    private String list(List<String> facts) {
        List<String> inside = facts.stream().map(fact -> within(fact, locale)).toList();
        int last = inside.size() - 1;
        return last == 0
                ? inside.getFirst()
                : String.join(text("segment.reason.list"), inside.subList(0, last))
                        + text("segment.spoken.and")
                        + inside.get(last);
    }

    /** A name within a sentence begins small, unless it is an abbreviation such as RFM. */
    static String within(String name, Locale locale) {
        boolean word = name.length() > 1 && Character.isLowerCase(name.charAt(1));
        return word ? name.substring(0, 1).toLowerCase(locale) + name.substring(1) : name;
    }

    private String text(String key, Object... arguments) {
        return TEXTS.getTranslation(key, locale, arguments);
    }
}
