package org.clientele.engine.model;

import java.util.List;
import org.clientele.engine.column.Value;
import org.clientele.engine.condition.Check;
import org.clientele.engine.condition.Gap;
import org.jspecify.annotations.Nullable;

/** Writes a reason in the format of {@link ReasonCodec} straight into one text: a recompute writes several for every customer. */
final class ReasonWriter {
    private static final int USUAL_LENGTH = 320;

    private final StringBuilder out = new StringBuilder(USUAL_LENGTH);

    private ReasonWriter() {}

    static String write(Reason reason, List<Check> checks, Reason.@Nullable Better better, Reason.@Nullable Note note) {
        ReasonWriter writer = new ReasonWriter();
        writer.reason(reason, checks, better, note);
        return writer.out.toString();
    }

    private void reason(Reason reason, List<Check> checks, Reason.@Nullable Better better, Reason.@Nullable Note note) {
        out.append('[').append(ReasonCodec.VERSION).append(',');
        textOrNull(reason.model()).append(',');
        textOrNull(reason.segment()).append(',').append(reason.best() ? 1 : 0).append(",[");
        for (int i = 0; i < checks.size(); i++) {
            comma(i);
            check(checks.get(i));
        }
        out.append("],");
        better(better);
        if (note != null) {
            out.append(',');
            note(note);
        }
        out.append(']');
    }

    private void check(Check check) {
        out.append('[');
        cut(check.subject()).append(',');
        value(check.actual()).append(',');
        textOrNull(check.operator().symbol()).append(",[");
        List<Value> thresholds = check.thresholds();
        for (int i = 0; i < Math.min(ReasonCodec.MAX_LIST, thresholds.size()); i++) {
            comma(i);
            value(thresholds.get(i));
        }
        out.append("],").append(check.truth().ordinal()).append(',').append(check.score());
        out.append(',');
        textOrNull(check.parameter()).append(']');
    }

    private void better(Reason.@Nullable Better better) {
        if (better == null) {
            out.append("null");
            return;
        }
        out.append('[');
        textOrNull(better.segment()).append(",[");
        List<Gap> gaps = better.gaps();
        for (int i = 0; i < Math.min(ReasonCodec.MAX_LIST, gaps.size()); i++) {
            comma(i);
            Gap gap = gaps.get(i);
            out.append('[');
            cut(gap.subject()).append(',');
            textOrNull(gap.operator().symbol()).append(',');
            value(gap.target()).append(',');
            value(gap.difference()).append(']');
        }
        out.append("]]");
    }

    private void note(Reason.Note note) {
        out.append('[');
        cut(note.key()).append(",[");
        List<Reason.Note.Part> parts = note.parts();
        for (int i = 0; i < Math.min(ReasonCodec.MAX_PARTS, parts.size()); i++) {
            comma(i);
            out.append('[');
            cut(parts.get(i).subject()).append(',');
            value(parts.get(i).value()).append(']');
        }
        out.append("]]");
    }

    private void comma(int place) {
        if (place > 0) {
            out.append(',');
        }
    }

    private StringBuilder value(Value value) {
        out.append('"');
        switch (value) {
            case Value.Missing missing -> out.append('-');
            case Value.Whole(long number) -> out.append('w').append(number);
            case Value.Decimal(double number) -> out.append('d').append(number);
            case Value.Money(long minor, int digits) ->
                out.append('m').append(minor).append('.').append(digits);
            case Value.Date(var date) -> out.append('t').append(date);
            case Value.Flag(boolean yes) -> out.append(yes ? "f1" : "f0");
            case Value.Text(String text) -> {
                out.append('x');
                escaped(ReasonCodec.cut(text));
            }
        }
        return out.append('"');
    }

    private StringBuilder cut(String text) {
        return textOrNull(ReasonCodec.cut(text));
    }

    private StringBuilder textOrNull(@Nullable String text) {
        if (text == null) {
            return out.append("null");
        }
        out.append('"');
        escaped(text);
        return out.append('"');
    }

    private void escaped(String text) {
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean special = c == '"' || c == '\\';
            if (special || c < ' ' || Character.isSurrogate(c)) {
                out.append(text, plain, i);
                out.append(special ? "\\" + c : "\\u%04x".formatted((int) c));
                plain = i + 1;
            }
        }
        out.append(text, plain, text.length());
    }
}
