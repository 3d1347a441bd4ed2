package org.clientele.portal.overview;

import java.util.List;
import org.clientele.customer.CustomerFilter;
import org.clientele.engine.column.Value;
import org.clientele.segment.SegmentName;
import org.jspecify.annotations.Nullable;

/**
 * Something a manager should decide about, found in the current snapshot.
 *
 * @param kind what it is
 * @param about the segment it is about; its strategy says what can be done
 * @param days the number of days the title names
 * @param customers how many customers it concerns
 * @param value the sum of their value metric
 * @param filters what finds them in the customer list
 * @param check the check that is not met, where it is about one
 */
public record Decision(
        Kind kind,
        SegmentName about,
        int days,
        int customers,
        Value value,
        List<CustomerFilter> filters,
        @Nullable String check) {
    public Decision {
        filters = List.copyOf(filters);
    }

    /** What needs a decision. */
    public enum Kind {
        /** Members of the best tier without a purchase for some time. */
        BEST_QUIET,
        /** Lost, but of high value. */
        LAPSED_VALUABLE,
        /** One purchase some time ago and none since. */
        NO_SECOND_PURCHASE,
        /** Likely to leave by the churn model. */
        LIKELY_TO_LEAVE,
        /** A requirement that a recorded value says is not met. */
        NOT_MET,
        /** A requirement of which nothing is recorded. */
        NOT_RECORDED
    }
}
