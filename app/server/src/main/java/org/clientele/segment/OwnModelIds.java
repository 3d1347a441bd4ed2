package org.clientele.segment;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.IntStream;

/** Makes ids of names, as conditions write them: letters of English, digits and underscores. */
final class OwnModelIds {
    /** No plugin's model begins so: an upgrade cannot bring one that is called like one made here. */
    private static final String PREFIX = "own_";

    private static final int LONGEST = 24;

    private OwnModelIds() {}

    static boolean isOwn(String model) {
        return model.startsWith(PREFIX);
    }

    /** An id that is not taken. */
    static String free(LocalName name, Collection<String> taken) {
        return free(PREFIX + word(name, "model"), taken);
    }

    /** An id of a segment that the model does not have. */
    static String segment(LocalName name, Collection<String> taken) {
        return free(word(name, "segment"), taken);
    }

    private static String free(String id, Collection<String> taken) {
        return taken.contains(id)
                ? IntStream.iterate(2, i -> i + 1)
                        .mapToObj(i -> id + "_" + i)
                        .filter(numbered -> !taken.contains(numbered))
                        .findFirst()
                        .orElseThrow()
                : id;
    }

    private static String word(LocalName name, String otherwise) {
        String plain = Normalizer.normalize(name.inEnglish(), Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "_");
        String word = plain.substring(0, Math.min(LONGEST, plain.length())).replaceAll("^[_0-9]+|_+$", "");
        return word.isEmpty() ? otherwise : word;
    }
}
