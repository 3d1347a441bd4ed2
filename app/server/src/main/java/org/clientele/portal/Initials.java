package org.clientele.portal;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What stands in a person's round sign: two letters of a name in letters, the given name of one in Chinese characters. */
final class Initials {
    private static final Pattern WORD = Pattern.compile("(?U)[\\p{L}&&[^\\p{IsHan}]]+");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}{1,2}(?!\\p{IsHan})");

    private Initials() {}

    static String of(String name) {
        String letters = WORD.matcher(name)
                .results()
                .limit(2)
                .map(word -> Character.toString(word.group().codePointAt(0)).toUpperCase(Locale.ROOT))
                .collect(Collectors.joining());
        return letters.isEmpty()
                ? CHINESE.matcher(name)
                        .results()
                        .map(MatchResult::group)
                        .findFirst()
                        .orElse("")
                : letters;
    }
}
