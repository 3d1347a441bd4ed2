package org.clientele.engine.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.clientele.engine.column.Value;
import org.clientele.engine.condition.Check;
import org.clientele.engine.condition.Gap;
import org.clientele.engine.condition.Operator;
import org.clientele.engine.condition.Truth;
import org.jspecify.annotations.Nullable;

/**
 * Reasons as short texts for storage, and back. The text is a JSON array that starts with the version of the format:
 * {@code [1, model, segment, best, [check…], better]}, a check being {@code [subject, actual, operator, [threshold…], truth, score,
 * parameter]}, {@code better} being {@code [segment, [[subject, operator, target, difference]…]]} or null. A value is a string that
 * starts with its kind: {@code w12}, {@code d0.25}, {@code m1234.2} (minor units, digits), {@code t2024-01-31}, {@code f1},
 * {@code xtext}, {@code -} for missing.
 *
 * <p>Equal reasons give equal texts. Texts have at most {@value #MAX_LENGTH} characters: long texts and lists are cut, then checks left
 * out from the end; a reason that needed no cutting comes back equal. Stateless.
 */
public final class ReasonCodec {
    /** Longest text. */
    public static final int MAX_LENGTH = 600;

    static final long VERSION = 1;
    private static final int MAX_TEXT = 40;
    static final int MAX_LIST = 4;
    static final int MAX_PARTS = 4;

    private ReasonCodec() {}

    /** The reason as text. */
    public static String encode(Reason reason) {
        List<Check> checks = new ArrayList<>(reason.checks());
        String text = ReasonWriter.write(reason, checks, reason.better(), reason.note());
        while (text.length() > MAX_LENGTH && checks.size() > 1) {
            checks.removeLast();
            text = ReasonWriter.write(reason, checks, reason.better(), reason.note());
        }
        return text.length() <= MAX_LENGTH
                ? text
                : ReasonWriter.write(reason, checks, null, withoutParts(reason.note()));
    }

    private static Reason.@Nullable Note withoutParts(Reason.@Nullable Note note) {
        return note == null ? null : new Reason.Note(note.key(), List.of());
    }

    static String cut(String text) {
        int end = Math.min(text.length(), MAX_TEXT);
        boolean pairBroken = end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
        return text.length() <= MAX_TEXT ? text : text.substring(0, pairBroken ? end - 1 : end) + "…";
    }

    /**
     * The reason that a text stands for.
     *
     * @throws IllegalArgumentException when the text was not written by {@link #encode}
     */
    public static Reason decode(String text) {
        try {
            List<?> parts = JsonArrays.read(text);
            if (!Objects.equals(parts.getFirst(), VERSION)) {
                throw new IllegalArgumentException("its format is %s, not %d".formatted(parts.getFirst(), VERSION));
            }
            return new Reason(
                    text(parts.get(1)),
                    (String) parts.get(2),
                    list(parts.get(4)).stream().map(ReasonCodec::toCheck).toList(),
                    number(parts.get(3)) == 1,
                    parts.get(5) == null ? null : toBetter(list(parts.get(5))),
                    parts.size() > 6 ? toNote(list(parts.get(6))) : null);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "Not a stored reason (recompute the segments to write it anew): " + e.getMessage(), e);
        }
    }

    private static Check toCheck(Object part) {
        List<?> parts = list(part);
        return new Check(
                text(parts.get(0)),
                toValue(parts.get(1)),
                Operator.ofSymbol(text(parts.get(2))),
                list(parts.get(3)).stream().map(ReasonCodec::toValue).toList(),
                (String) parts.get(6),
                Truth.values()[(int) number(parts.get(4))],
                (int) number(parts.get(5)));
    }

    private static Reason.Better toBetter(List<?> parts) {
        List<Gap> gaps = list(parts.get(1)).stream()
                .map(ReasonCodec::list)
                .map(gap -> new Gap(
                        text(gap.get(0)),
                        Operator.ofSymbol(text(gap.get(1))),
                        toValue(gap.get(2)),
                        toValue(gap.get(3))))
                .toList();
        return new Reason.Better(text(parts.get(0)), gaps);
    }

    private static Reason.Note toNote(List<?> parts) {
        List<Reason.Note.Part> values = list(parts.get(1)).stream()
                .map(ReasonCodec::list)
                .map(part -> new Reason.Note.Part(text(part.get(0)), toValue(part.get(1))))
                .toList();
        return new Reason.Note(text(parts.get(0)), values);
    }

    private static Value toValue(@Nullable Object part) {
        String text = text(part);
        String rest = text.substring(1);
        return switch (text.charAt(0)) {
            case '-' -> Value.MISSING;
            case 'w' -> new Value.Whole(Long.parseLong(rest));
            case 'd' -> new Value.Decimal(Double.parseDouble(rest));
            case 'm' -> money(rest);
            case 't' -> new Value.Date(LocalDate.parse(rest));
            case 'f' -> new Value.Flag(rest.equals("1"));
            case 'x' -> new Value.Text(rest);
            default -> throw new IllegalArgumentException("no value is written " + text);
        };
    }

    private static Value money(String text) {
        int dot = text.indexOf('.');
        return new Value.Money(Long.parseLong(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
    }

    private static String text(@Nullable Object part) {
        return (String) Objects.requireNonNull(part, "a text is missing");
    }

    private static long number(@Nullable Object part) {
        return (Long) Objects.requireNonNull(part, "a number is missing");
    }

    private static List<?> list(@Nullable Object part) {
        return (List<?>) Objects.requireNonNull(part, "a list is missing");
    }
}
