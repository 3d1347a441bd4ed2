package org.clientele.customer;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Chinese names by their sounds: 张伟 is found by {@code zhangwei}, {@code zhang w} and {@code zw}. Each character has its commonest reading, which is
 * not always that of a surname (曾, 单). Thread-safe.
 */
final class Pinyin {
    private static final char FIRST = '\u4e00';
    private static final char LAST = '\u9fff';
    private static final AtomicReferenceArray<@Nullable String> SOUNDS = new AtomicReferenceArray<>(LAST - FIRST + 1);

    private Pinyin() {}

    /** Made when it is first needed: it reads a few hundred kilobytes of rules. */
    private static final class Rules {
        static final Transliterator LATIN =
                Transliterator.getInstance("Han-Latin; NFD; [:Nonspacing Mark:] Remove; Lower");
    }

    /** The letters to look for; empty where the text cannot be pinyin. */
    static String letters(String text) {
        String letters =
                text.toLowerCase(Locale.ROOT).replace(" ", "").replace("'", "").replace('ü', 'v');
        return letters.chars().allMatch(letter -> letter >= 'a' && letter <= 'z') ? letters : "";
    }

    /**
     * Whether a name sounds so from one of its characters on.
     *
     * @param letters of {@link #letters}, not empty
     */
    static boolean matches(String name, String letters) {
        for (int place = 0; place < name.length(); place++) {
            if (isHan(name.charAt(place)) && matches(name, place, letters, 0)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String name, int place, String letters, int from) {
        if (from == letters.length()) {
            return true;
        }
        if (place == name.length() || !isHan(name.charAt(place))) {
            return false;
        }
        String sound = sound(name.charAt(place));
        if (sound.isEmpty()) {
            return false;
        }
        boolean whole = letters.startsWith(sound, from) && matches(name, place + 1, letters, from + sound.length());
        boolean begun = letters.length() - from < sound.length() && sound.startsWith(letters.substring(from));
        return whole
                || begun
                || (sound.charAt(0) == letters.charAt(from) && matches(name, place + 1, letters, from + 1));
    }

    private static boolean isHan(char letter) {
        return letter >= FIRST && letter <= LAST;
    }

    private static String sound(char letter) {
        String known = SOUNDS.get(letter - FIRST);
        if (known == null) {
            synchronized (SOUNDS) {
                known = Rules.LATIN.transliterate(String.valueOf(letter)).strip();
            }
            SOUNDS.set(letter - FIRST, known);
        }
        return known;
    }
}
