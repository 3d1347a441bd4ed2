package org.clientele.dataimport.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12 | POINT | 12",
                "-12.50 | POINT | -12.50",
                "+3 | POINT | 3",
                "−7 | POINT | -7",
                ".5 | POINT | 0.5",
                "1,234,567.89 | POINT | 1234567.89",
                "1.234.567,89 | COMMA | 1234567.89",
                "1 234,5 | COMMA | 1234.5",
                "1’234.50 | POINT | 1234.50",
                "¥1,200.00 | POINT | 1200.00",
                "-$5.25 | POINT | -5.25",
                "$-5.25 | POINT | -5.25",
                "12,50 € | COMMA | 12.50",
                "(99.95) | POINT | -99.95",
                "1.5E+3 | POINT | 1.5E+3",
                "12345678901234567890.12 | POINT | 12345678901234567890.12"
            })
    void shouldReadNumbersAsPeopleWriteThem(String text, DecimalMark mark, BigDecimal expected) {
        assertThat(new DecimalText(mark).parse(text)).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "-", ".", "abc", "1,2", "1,2345", "12,34.5", "1.2.3", "--1", "1e999", "NaN", "0x10", "1e", "١٢"
            })
    void shouldNotTakeOtherTextForANumber(String text) {
        assertThat(new DecimalText(DecimalMark.POINT).parse(text)).isNull();
    }
}
