package org.clientele.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.clientele.plugins.api.FieldType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ValueConversionTest {
    /** From, value, to, what becomes of it (empty: it does not fit), and whether it comes back as it was. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            INTEGER, 12,                  DECIMAL, 12.0,             true
            INTEGER, 9007199254740992,    DECIMAL, 9.007199254740992E15, true
            INTEGER, 9007199254740993,    DECIMAL, ,                 false
            INTEGER, -5,                  TEXT,    -5,               true
            INTEGER, 5,                   DATE,    ,                 false
            INTEGER, 5,                   BOOLEAN, ,                 false
            DECIMAL, 0.1,                 TEXT,    0.1,              true
            DECIMAL, 3.0,                 TEXT,    3,                true
            DECIMAL, -0.0,                TEXT,    0,                true
            DECIMAL, 1.5E20,              TEXT,    150000000000000000000, true
            DECIMAL, 1.7976931348623157E308, INTEGER, ,              false
            DECIMAL, 7.0,                 INTEGER, 7,                true
            DECIMAL, 7.5,                 INTEGER, ,                 false
            DECIMAL, NaN,                 TEXT,    ,                 false
            BOOLEAN, true,                TEXT,    true,             true
            BOOLEAN, false,               TEXT,    false,            true
            BOOLEAN, true,                INTEGER, ,                 false
            DATE,    2024-02-29,          TEXT,    2024-02-29,       true
            TEXT,    12,                  INTEGER, 12,               true
            TEXT,    007,                 INTEGER, 7,                false
            TEXT,    +7,                  INTEGER, 7,                false
            TEXT,    1.5,                 DECIMAL, 1.5,              true
            TEXT,    1.50,                DECIMAL, 1.5,              false
            TEXT,    1E999,               DECIMAL, ,                 false
            TEXT,    1d,                  DECIMAL, ,                 false
            TEXT,    yes,                 BOOLEAN, ,                 false
            TEXT,    true,                BOOLEAN, true,             true
            TEXT,    2023-02-29,          DATE,    ,                 false
            TEXT,    2024-02-29,          DATE,    2024-02-29,       true
            TEXT,    gold,                CHOICE,  gold,             true
            CHOICE,  gold,                TEXT,    gold,             true
            MONEY,   1200,                INTEGER, ,                 false
            MONEY,   1200,                TEXT,    ,                 false
            INTEGER, 1200,                MONEY,   ,                 false
            TEXT,    1200,                MONEY,   ,                 false
            """)
    void shouldConvertOnlyWhatFits(
            FieldType from, String value, FieldType to, @Nullable String becomes, boolean exact) {
        ValueConversion conversion = ValueConversion.between(from, to);

        assertThat(conversion.apply(stored(from, value))).isEqualTo(becomes == null ? null : stored(to, becomes));
        assertThat(conversion.isExact(stored(from, value))).isEqualTo(exact);
    }

    @ParameterizedTest
    @EnumSource(FieldType.class)
    void shouldLeaveAValueOfTheSameTypeAlone(FieldType type) {
        Object value = stored(type, type == FieldType.DATE ? "2024-02-29" : type == FieldType.BOOLEAN ? "true" : "12");

        assertThat(ValueConversion.between(type, type).apply(value)).isSameAs(value);
    }

    @Test
    void shouldKeepAChoiceLikeAText() {
        assertThat(ValueConversion.stored(FieldType.CHOICE)).isEqualTo(FieldType.TEXT);
        assertThat(ValueConversion.stored(FieldType.MONEY)).isEqualTo(FieldType.MONEY);
    }

    private static Object stored(FieldType type, String value) {
        return switch (type) {
            case TEXT, CHOICE -> value;
            case INTEGER, MONEY -> Long.valueOf(value);
            case DECIMAL -> Double.valueOf(value);
            case BOOLEAN -> Boolean.valueOf(value);
            case DATE -> LocalDate.parse(value);
        };
    }
}
