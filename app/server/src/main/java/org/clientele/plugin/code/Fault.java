package org.clientele.plugin.code;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.clientele.plugins.api.extension.WrongResultException;

/**
 * What went wrong in a call, as text. Made on the thread of the call, because even an exception's message may be the plugin's code.
 *
 * @param detail the exception, with its message where that cannot name a customer; at most {@value #DETAIL} characters
 * @param words the exception with every message, for developer mode; at most {@value #DETAIL} characters
 * @param place at most {@value #PLACE} characters
 */
record Fault(FailureCause cause, String detail, String words, String place) {
    static final int DETAIL = 500;
    static final int PLACE = 2_000;
    private static final int FRAMES = 20;

    Fault {
        detail = cut(detail, DETAIL);
        words = cut(words, DETAIL);
        place = cut(place, PLACE);
    }

    static Fault of(Throwable failure) {
        try {
            return new Fault(
                    cause(failure), describe(failure, false), describe(failure, true), frames(failure.getStackTrace()));
        } catch (Throwable unspeakable) { // the exception itself fails when asked, or memory is gone
            String name = failure.getClass().getName();
            return new Fault(FailureCause.THREW, name, name, "");
        }
    }

    /** @param stack where it was at that time */
    static Fault timedOut(Duration limit, StackTraceElement[] stack) {
        String seconds =
                BigDecimal.valueOf(limit.toMillis(), 3).stripTrailingZeros().toPlainString();
        return new Fault(FailureCause.TIMED_OUT, seconds + " s", seconds + " s", frames(stack));
    }

    /** The first frames, one a line. */
    static String frames(StackTraceElement[] stack) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(stack.length, FRAMES); i++) {
            lines.add(stack[i].toString());
        }
        return String.join("\n", lines);
    }

    private static FailureCause cause(Throwable failure) {
        return switch (failure) {
            case WrongResultException _ -> FailureCause.WRONG_RESULT;
            case ResultTooLargeException _ -> FailureCause.TOO_LARGE;
            default -> FailureCause.THREW;
        };
    }

    private static String describe(Throwable failure, boolean everyMessage) {
        boolean result = failure instanceof WrongResultException || failure instanceof ResultTooLargeException;
        boolean shown = everyMessage || MessageOrigin.isNobodysData(failure);
        if (result && shown) {
            return String.valueOf(failure.getMessage());
        }
        String own = name(failure, shown);
        Throwable cause = failure.getCause();
        return cause == null || cause == failure
                ? own
                : own + " ← " + name(cause, everyMessage || MessageOrigin.isNobodysData(cause));
    }

    private static String name(Throwable failure, boolean withMessage) {
        String message = withMessage ? failure.getMessage() : null;
        return failure.getClass().getName() + (message == null ? "" : ": " + message);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
