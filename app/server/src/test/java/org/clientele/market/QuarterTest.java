package org.clientele.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class QuarterTest {
    @Test
    void shouldHoldThreeMonths() {
        assertThat(Quarter.of(LocalDate.of(2024, 2, 29))).isEqualTo(new Quarter(2024, 1));
        assertThat(Quarter.of(LocalDate.of(2024, 12, 31))).isEqualTo(new Quarter(2024, 4));
        assertThat(new Quarter(2024, 1).to()).isEqualTo("2024-03-31");
        assertThat(new Quarter(2024, 4).from()).isEqualTo("2024-10-01");
        assertThat(new Quarter(2024, 4).to()).isEqualTo("2024-12-31");
    }

    @Test
    void shouldGoOnOverTheYears() {
        Quarter first = new Quarter(2026, 1);
        assertThat(first.plus(-1)).isEqualTo(new Quarter(2025, 4));
        assertThat(first.plus(5)).isEqualTo(new Quarter(2027, 2));
        assertThat(first.yearBefore()).isEqualTo(new Quarter(2025, 1));
        assertThat(first.last(3)).containsExactly(new Quarter(2025, 3), new Quarter(2025, 4), first);
        assertThat(first).isGreaterThan(new Quarter(2025, 4));
    }

    @Test
    void shouldReadWhatItWrites() {
        assertThat(Quarter.parse(new Quarter(2026, 3).toString())).hasValue(new Quarter(2026, 3));
        assertThat(Quarter.parse("2026-5")).isEmpty();
        assertThat(Quarter.parse("")).isEmpty();
    }
}
