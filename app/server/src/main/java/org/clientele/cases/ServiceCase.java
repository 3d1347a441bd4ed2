package org.clientele.cases;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A matter to be solved for a customer.
 *
 * @param number what people call it by, unique in the vertical
 * @param customer name, or number where the name is not known
 * @param owner display name of who answers for it, or null
 * @param reason where the cause lay, or null: not found out yet
 * @param openedBy display name
 * @param answeredAt when the customer was first answered, or null: not yet
 * @param solvedAt when it was solved last, or null: it is open
 * @param dueOn day by which somebody has to do something about it, or null: it is done, or waits for somebody else
 * @param dueAt when the next of its clocks is over, or null: none runs
 * @param tier segment of the customer when it was opened, by the model that the policy names, or null
 * @param cost what it cost, in minor units, or null: not known
 * @param mergedInto number of the case that goes on in its stead, or null
 * @param version counts changes; a change of an older version is refused
 */
public record ServiceCase(
        long id,
        int number,
        long customerId,
        String customer,
        CaseData data,
        @Nullable String owner,
        CaseState state,
        @Nullable CaseReason reason,
        String openedBy,
        Instant openedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant solvedAt,
        @Nullable LocalDate dueOn,
        @Nullable Instant dueAt,
        CaseAlert alert,
        @Nullable String tier,
        @Nullable Long cost,
        @Nullable Integer mergedInto,
        int version) {
    /** What people call it: C-1042. */
    public String label() {
        return label(number);
    }

    /** What people call the case of that number. */
    public static String label(int number) {
        return "C-" + number;
    }

    /** The same with other data. */
    ServiceCase with(CaseData changed) {
        return copy(changed, state, reason, answeredAt, solvedAt);
    }

    /** The same, answered for the first time at that moment; unchanged where it was answered before. */
    ServiceCase answered(Instant at) {
        return answeredAt == null ? copy(data, state, reason, at, solvedAt) : this;
    }

    /** The same in another state. Who solves it answers it, too; the cause stays known when it comes back. */
    ServiceCase moved(CaseState to, @Nullable CaseReason cause, Instant at) {
        Instant solved = to.isOpen() ? null : solvedAt == null ? at : solvedAt;
        ServiceCase moved = copy(data, to, cause == null ? reason : cause, answeredAt, solved);
        return to.isOpen() ? moved : moved.answered(at);
    }

    private ServiceCase copy(
            CaseData changed,
            CaseState to,
            @Nullable CaseReason cause,
            @Nullable Instant answered,
            @Nullable Instant solved) {
        return new ServiceCase(
                id,
                number,
                customerId,
                customer,
                changed,
                owner,
                to,
                cause,
                openedBy,
                openedAt,
                answered,
                solved,
                dueOn,
                dueAt,
                alert,
                tier,
                cost,
                mergedInto,
                version);
    }

    /** The same with another cause. */
    ServiceCase because(@Nullable CaseReason cause) {
        return copy(data, state, cause, answeredAt, solvedAt);
    }

    /** The same with another cost. */
    ServiceCase costing(@Nullable Long minor) {
        return new ServiceCase(
                id,
                number,
                customerId,
                customer,
                data,
                owner,
                state,
                reason,
                openedBy,
                openedAt,
                answeredAt,
                solvedAt,
                dueOn,
                dueAt,
                alert,
                tier,
                minor,
                mergedInto,
                version);
    }
}
