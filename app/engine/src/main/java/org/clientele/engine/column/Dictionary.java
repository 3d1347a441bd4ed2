package org.clientele.engine.column;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.clientele.engine.numeric.Blocks;
import org.jspecify.annotations.Nullable;

/**
 * Different texts, each with a code from 0. Immutable; safe to share between threads (the ranks for sorting are made on first use,
 * and made twice at worst).
 */
public final class Dictionary {
    private static final int WORTH_A_BLOCK = 20_000;

    private final String[] texts;
    private final TextIndex index;
    private volatile int @Nullable [] ranks;

    Dictionary(TextIndex index) {
        this.index = index;
        this.texts = index.texts();
    }

    /** A dictionary of these texts in this order; a text given twice keeps its first code. */
    public static Dictionary of(List<String> texts) {
        TextIndex index = new TextIndex();
        texts.forEach(index::codeOrAdd);
        return new Dictionary(index);
    }

    /** This dictionary and the texts of the other that it lacks, after its own. */
    Dictionary with(Dictionary other) {
        TextIndex more = null;
        for (String text : other.texts) {
            if (index.code(text) < 0) {
                more = more == null ? index.copy() : more;
                more.codeOrAdd(text);
            }
        }
        return more == null ? this : new Dictionary(more);
    }

    /** Number of different texts. */
    public int size() {
        return texts.length;
    }

    /** The text of a code. */
    public String text(int code) {
        return texts[code];
    }

    /** The code of a text, −1 when it does not occur. */
    public int code(String text) {
        return index.code(text);
    }

    /** For each code whether its text meets the predicate; each text is tried once, many of them on several threads, so the predicate must be safe to share. */
    public boolean[] matching(Predicate<String> predicate) {
        boolean[] result = new boolean[texts.length];
        Blocks.run(result.length, WORTH_A_BLOCK, (from, to) -> {
            for (int code = from; code < to; code++) {
                result[code] = predicate.test(texts[code]);
            }
        });
        return result;
    }

    /** The place of a code's text in the order of UTF-16 code units. */
    public int rank(int code) {
        int[] known = ranks;
        if (known == null) {
            known = ranks(Comparator.naturalOrder());
            ranks = known;
        }
        return known[code];
    }

    /** The place of each code's text in the given order; texts that compare equal share a place. */
    public int[] ranks(Comparator<? super String> comparator) {
        Integer[] codes = IntStream.range(0, texts.length).boxed().toArray(Integer[]::new);
        Arrays.sort(codes, (a, b) -> comparator.compare(texts[a], texts[b]));
        int[] result = new int[texts.length];
        for (int place = 1; place < codes.length; place++) {
            boolean same = comparator.compare(texts[codes[place - 1]], texts[codes[place]]) == 0;
            result[codes[place]] = same ? result[codes[place - 1]] : place;
        }
        return result;
    }
}
