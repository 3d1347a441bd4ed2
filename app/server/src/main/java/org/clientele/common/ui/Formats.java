package org.clientele.common.ui;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.Notation;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.SignDisplay;
import com.ibm.icu.number.NumberFormatter.TrailingZeroDisplay;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.DecimalFormatSymbols;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.MeasureUnit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.clientele.common.Money;

/**
 * How figures and dates are written in a language, with the currency of one vertical. Large key figures are shortened as people say
 * them: 2.5M in English, 250万 in Chinese. Immutable and safe to share between threads.
 */
public final class Formats {
    /** Stands where a value is missing. */
    public static final String MISSING = "–";

    /** Stands before negative numbers wherever people read them; files that machines read have a hyphen. */
    public static final String MINUS = "\u2212";

    private static final int SHORT_FROM = 10_000;
    private static final Translations TEXTS = new Translations();

    private final Locale locale;
    private final int fractionDigits;
    private final LocalizedNumberFormatter plain;
    private final LocalizedNumberFormatter money;
    private final boolean chinese;

    public Formats(Locale locale, String currency) {
        this.locale = locale;
        this.chinese = Translations.isChinese(locale);
        this.fractionDigits = Money.fractionDigits(currency);
        Locale numbers = chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        this.plain =
                NumberFormatter.withLocale(numbers).symbols(symbols(numbers)).sign(SignDisplay.NEGATIVE);
        this.money = plain.unit(Currency.getInstance(currency)).unitWidth(UnitWidth.NARROW);
    }

    /** A minus as wide as a plus, on which no line is broken. */
    private static DecimalFormatSymbols symbols(Locale numbers) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(numbers);
        symbols.setMinusSignString(MINUS);
        return symbols;
    }

    public Locale locale() {
        return locale;
    }

    /** An exact amount; without decimals where there are none: ¥12,400 or ¥12,400.50. */
    public String money(long minor) {
        return money.precision(
                        Precision.fixedFraction(fractionDigits).trailingZeroDisplay(TrailingZeroDisplay.HIDE_IF_WHOLE))
                .format(major(minor))
                .toString();
    }

    /** An exact amount with all its decimals, for columns of amounts. */
    public String moneyInFull(long minor) {
        return money.precision(Precision.fixedFraction(fractionDigits))
                .format(major(minor))
                .toString();
    }

    /** An amount for a label: three digits and a word for the size. */
    public String moneyShort(long minor) {
        return Math.abs(major(minor).doubleValue()) < SHORT_FROM
                ? money.precision(Precision.integer()).format(major(minor)).toString()
                : money.notation(Notation.compactShort())
                        .precision(Precision.maxSignificantDigits(3))
                        .format(major(minor))
                        .toString();
    }

    /** An amount for a key figure: exact below ten thousand, where there is room for it. */
    public String moneyInFigure(long minor) {
        return Math.abs(major(minor).doubleValue()) < SHORT_FROM ? money(minor) : moneyShort(minor);
    }

    public String whole(long number) {
        return plain.format(number).toString();
    }

    /** A count for a key figure: in full below ten thousand. */
    public String wholeShort(long number) {
        return Math.abs(number) < SHORT_FROM
                ? whole(number)
                : plain.notation(Notation.compactShort())
                        .precision(Precision.maxSignificantDigits(3))
                        .format(number)
                        .toString();
    }

    /** A number with at most two decimals. */
    public String decimal(double number) {
        return plain.precision(Precision.maxFraction(2)).format(number).toString();
    }

    /** A number with one decimal and always its sign: +0.9, −1.2. */
    public String signed(double number) {
        return signed(number, 1);
    }

    /** The same with so many decimals. */
    public String signed(double number, int decimals) {
        return plain.precision(Precision.fixedFraction(decimals))
                .sign(SignDisplay.EXCEPT_ZERO)
                .format(number)
                .toString();
    }

    /** A number with exactly so many decimals, for columns that are compared. */
    public String fixed(double number, int decimals) {
        return plain.precision(Precision.fixedFraction(decimals)).format(number).toString();
    }

    /** A share from 0 to 1 in percent without decimals. */
    public String percentWhole(double share) {
        return plain.unit(MeasureUnit.PERCENT)
                .precision(Precision.integer())
                .format(share * 100)
                .toString();
    }

    /** The minor units nearest to an amount in major units. */
    public long minor(double major) {
        return Math.round(major * Math.pow(10, fractionDigits));
    }

    /** A share from 0 to 1 in percent, one decimal at most. */
    public String percent(double share) {
        return plain.unit(MeasureUnit.PERCENT)
                .precision(Precision.maxFraction(1))
                .format(share * 100)
                .toString();
    }

    /** A share from 0 to 1 in percent with its one decimal, for columns that are compared: 4.0%. */
    public String percentInColumn(double share) {
        return plain.unit(MeasureUnit.PERCENT)
                .precision(Precision.fixedFraction(1))
                .format(share * 100)
                .toString();
    }

    /** 71 days, 71 天. */
    public String days(long days) {
        return chinese
                ? whole(days) + " 天"
                : plain.unit(MeasureUnit.DAY)
                        .unitWidth(UnitWidth.FULL_NAME)
                        .format(days)
                        .toString();
    }

    public String yesNo(boolean yes) {
        return TEXTS.getTranslation(yes ? "common.yes" : "common.no", locale);
    }

    /** 14 Mar 2023, 2023年3月14日. */
    public String date(LocalDate date) {
        return DayText.of(date, locale);
    }

    /** The day without its year where it is this year's: 14 Mar, 3月14日. */
    public String dateShort(LocalDate date, LocalDate today) {
        return date.getYear() == today.getYear()
                ? DateTimeFormatter.ofPattern(chinese ? "M月d日" : "d MMM", locale)
                        .format(date)
                : date(date);
    }

    /** Mar 2023, 2023年3月. */
    public String month(YearMonth month) {
        return DateTimeFormatter.ofPattern(chinese ? "y年M月" : "MMM y", locale).format(month);
    }

    public String dateTime(LocalDateTime time) {
        return date(time.toLocalDate()) + " " + time(time.toLocalTime());
    }

    public String time(LocalTime time) {
        return DateTimeFormatter.ofPattern("HH:mm").format(time);
    }

    public String dateTime(Instant time, ZoneId zone) {
        return dateTime(LocalDateTime.ofInstant(time, zone));
    }

    private BigDecimal major(long minor) {
        return BigDecimal.valueOf(minor, fractionDigits);
    }
}
