package org.clientele.segment.ui;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.clientele.common.ui.Translations;
import org.clientele.engine.condition.Operator;
import org.clientele.engine.model.Reason;

/**
 * A reason as it can be read to the customer: "This goes by what we have on record for you: days since last purchase (10 days) and purchases (21);
 * you are already on the highest step." What was looked at and what would lead further, without what the house calls its segments, without scores
 * and comparisons; what is expected of customers, such as how likely they are to leave, is not for their ears.
 */
final class SpokenReason {
    private static final Translations TEXTS = new Translations();
    private static final Set<Operator> REACHED =
            EnumSet.of(Operator.AT_LEAST, Operator.MORE, Operator.AT_MOST, Operator.LESS);

    private final ReasonText reasons;
    private final Locale locale;

    SpokenReason(ReasonText reasons, Locale locale) {
        this.reasons = reasons;
        this.locale = locale;
    }

    String of(Reason reason) {
        if (reason.note() != null) {
            return reasons.sentence(reason);
        }
        List<String> facts = reasons.shown(reason)
                .filter(check -> reasons.isTold(check.subject()))
                .map(reasons::fact)
                .distinct()
                .toList();
        if (!facts.isEmpty()) {
            String key = reason.segment() == null ? "segment.spoken.none" : "segment.spoken.because";
            return text(key, list(facts)) + next(reason) + text("segment.reason.stop");
        }
        if (!reason.checks().isEmpty()) {
            return text("segment.spoken.nothing");
        }
        boolean everybodyElse = reason.segment() != null && !reasons.isCode(reason);
        return everybodyElse ? text("segment.spoken.rest") : reasons.sentence(reason);
    }

    /** A step that takes something which is not for the customer's ears, or no more or less of something, is not offered. */
    private String next(Reason reason) {
        Reason.Better better = reason.better();
        if (better != null) {
            boolean told = better.gaps().stream()
                    .allMatch(gap -> REACHED.contains(gap.operator()) && reasons.isTold(gap.subject()));
            return told ? text("segment.spoken.better", gaps(better)) : "";
        }
        return reason.best() && reasons.isLadder(reason) ? text("segment.spoken.best") : "";
    }

    private String gaps(Reason.Better better) {
        return list(better.gaps().stream().map(reasons::gap).toList());
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
