package org.clientele.engine.column;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * How rows of fresh columns take the place of rows of old ones: every new row is an old row {@code r} (kept as {@code r}) or a fresh one
 * (kept as {@code ~r}). Immutable.
 */
final class Splice {
    /** Up to that many texts a dictionary is left with the texts in use, as loading all anew would give; texts unused are kept in bigger ones. */
    private static final int FEW_TEXTS = 1_000;

    private final int[] sources;

    private Splice(int[] sources) {
        this.sources = sources;
    }

    static Splice of(int... sources) {
        return new Splice(sources);
    }

    /** Customers in the order of their ids: the fresh ones in the place of those that changed. */
    static Splice of(CustomerColumns before, long[] changed, CustomerColumns fresh) {
        long[] ascending = changed.clone();
        Arrays.sort(ascending);
        int[] sources = new int[before.size() + fresh.size()];
        int size = 0;
        int next = 0;
        for (int row = 0; row < before.size(); row++) {
            long id = before.id(row);
            while (next < fresh.size() && fresh.id(next) <= id) {
                sources[size++] = ~next++;
            }
            if (Arrays.binarySearch(ascending, id) < 0) {
                sources[size++] = row;
            }
        }
        while (next < fresh.size()) {
            sources[size++] = ~next++;
        }
        return new Splice(Arrays.copyOf(sources, size));
    }

    int size() {
        return sources.length;
    }

    /** The old row, or {@code ~} the fresh one. */
    int source(int row) {
        return sources[row];
    }

    Column column(Column before, Column fresh) {
        return before.isBlank() && fresh.isBlank() ? blank(before) : filled(before, fresh);
    }

    private Column blank(Column like) {
        int size = sources.length;
        return switch (like) {
            case WholeColumn _ -> WholeColumn.blank(size);
            case MoneyColumn money -> MoneyColumn.blank(size, money.fractionDigits());
            case NumberColumn _ -> NumberColumn.blank(size);
            case DateColumn _ -> DateColumn.blank(size);
            case FlagColumn _ -> FlagColumn.blank(size);
            case CodeColumn _ -> CodeColumn.blank(size);
        };
    }

    private Column filled(Column before, Column fresh) {
        return switch (before) {
            case WholeColumn old -> WholeColumn.of(longs(old::get, ((WholeColumn) fresh)::get));
            case MoneyColumn old -> MoneyColumn.of(old.fractionDigits(), longs(old::get, ((MoneyColumn) fresh)::get));
            case NumberColumn old -> NumberColumn.of(doubles(old::get, ((NumberColumn) fresh)::get));
            case DateColumn old -> DateColumn.of(ints(old::get, ((DateColumn) fresh)::get));
            case FlagColumn old -> flags(old, (FlagColumn) fresh);
            case CodeColumn old -> codes(old, (CodeColumn) fresh);
        };
    }

    long[] longs(IntToLongFunction before, IntToLongFunction fresh) {
        long[] values = new long[sources.length];
        for (int row = 0; row < values.length; row++) {
            int source = sources[row];
            values[row] = source >= 0 ? before.applyAsLong(source) : fresh.applyAsLong(~source);
        }
        return values;
    }

    int[] ints(IntUnaryOperator before, IntUnaryOperator fresh) {
        int[] values = new int[sources.length];
        for (int row = 0; row < values.length; row++) {
            int source = sources[row];
            values[row] = source >= 0 ? before.applyAsInt(source) : fresh.applyAsInt(~source);
        }
        return values;
    }

    private double[] doubles(IntToDoubleFunction before, IntToDoubleFunction fresh) {
        double[] values = new double[sources.length];
        for (int row = 0; row < values.length; row++) {
            int source = sources[row];
            values[row] = source >= 0 ? before.applyAsDouble(source) : fresh.applyAsDouble(~source);
        }
        return values;
    }

    private FlagColumn flags(FlagColumn before, FlagColumn fresh) {
        byte[] values = new byte[sources.length];
        for (int row = 0; row < values.length; row++) {
            int source = sources[row];
            values[row] = source >= 0 ? before.get(source) : fresh.get(~source);
        }
        return FlagColumn.of(values);
    }

    private CodeColumn codes(CodeColumn before, CodeColumn fresh) {
        Dictionary texts = before.dictionary().with(fresh.dictionary());
        int[] translated = IntStream.range(0, fresh.dictionary().size())
                .map(code -> texts.code(fresh.dictionary().text(code)))
                .toArray();
        int[] codes = ints(before::get, row -> fresh.isMissing(row) ? CodeColumn.MISSING : translated[fresh.get(row)]);
        return texts.size() <= FEW_TEXTS ? inUse(texts, codes) : CodeColumn.of(texts, codes);
    }

    private static CodeColumn inUse(Dictionary texts, int[] codes) {
        BitSet used = new BitSet(texts.size());
        for (int code : codes) {
            if (code != CodeColumn.MISSING) {
                used.set(code);
            }
        }
        if (used.cardinality() == texts.size()) {
            return CodeColumn.of(texts, codes);
        }
        List<String> kept = used.stream().mapToObj(texts::text).toList();
        int[] renamed = new int[texts.size()];
        int next = 0;
        for (int code = used.nextSetBit(0); code >= 0; code = used.nextSetBit(code + 1)) {
            renamed[code] = next++;
        }
        int[] result = new int[codes.length];
        for (int row = 0; row < codes.length; row++) {
            result[row] = codes[row] == CodeColumn.MISSING ? CodeColumn.MISSING : renamed[codes[row]];
        }
        return CodeColumn.of(Dictionary.of(kept), result);
    }
}
