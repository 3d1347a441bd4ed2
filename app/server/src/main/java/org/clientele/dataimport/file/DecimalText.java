package org.clientele.dataimport.file;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers as people write them: sign, currency symbol, thousands grouped by threes, brackets for negative amounts, and powers of
 * ten as spreadsheets write them. Exact; thread-safe.
 */
public final class DecimalText {
    private static final int LONGEST = 60;
    private static final int LARGEST_EXPONENT = 30;
    private static final String SYMBOLS = "¥￥$€£₹元";

    private final Pattern number;
    private final Pattern grouping;

    public DecimalText(DecimalMark marks) {
        String group = "[" + Pattern.quote(String.valueOf(marks.grouping())) + " \u00A0\u202F'’]";
        String mark = Pattern.quote(String.valueOf(marks.mark()));
        grouping = Pattern.compile(group);
        number = Pattern.compile(
                "([0-9]{1,3}(?:" + group + "[0-9]{3})+|[0-9]*)(?:" + mark + "([0-9]*))?(?:[eE]([+-]?[0-9]{1,2}))?");
    }

    /** The number, or null when the text is none. */
    public @Nullable BigDecimal parse(String text) {
        String bare = bare(text);
        if (bare.isEmpty() || bare.length() > LONGEST) {
            return null;
        }
        if (bare.length() > 2 && bare.charAt(0) == '(' && bare.charAt(bare.length() - 1) == ')') {
            BigDecimal number = unsigned(bare(bare.substring(1, bare.length() - 1)));
            return number == null ? null : number.negate();
        }
        return signed(bare);
    }

    private @Nullable BigDecimal signed(String text) {
        char first = text.charAt(0);
        if (first == '-' || first == '−') {
            BigDecimal number = unsigned(bare(text.substring(1)));
            return number == null ? null : number.negate();
        }
        return unsigned(first == '+' ? bare(text.substring(1)) : text);
    }

    private @Nullable BigDecimal unsigned(String text) {
        Matcher matcher = number.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        String whole = matcher.group(1);
        String fraction = matcher.group(2) == null ? "" : matcher.group(2);
        int exponent = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        if (whole.isEmpty() && fraction.isEmpty() || Math.abs(exponent) > LARGEST_EXPONENT) {
            return null;
        }
        String digits = (whole.length() > 3 ? grouping.matcher(whole).replaceAll("") : whole) + fraction;
        BigDecimal value = digits.length() <= 18
                ? BigDecimal.valueOf(Long.parseLong(digits), fraction.length())
                : new BigDecimal(new BigInteger(digits), fraction.length());
        return exponent == 0 ? value : value.scaleByPowerOfTen(exponent);
    }

    /** The text without what stands around the number. */
    private static String bare(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isAround(text.charAt(start))) {
            start++;
        }
        while (end > start && isAround(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isAround(char c) {
        return c <= ' ' || c == '\u00A0' || SYMBOLS.indexOf(c) >= 0;
    }
}
