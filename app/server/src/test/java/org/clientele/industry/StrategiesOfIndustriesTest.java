package org.clientele.industry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the bundled industries propose to do for their segments. */
class StrategiesOfIndustriesTest {
    @ParameterizedTest
    @ValueSource(strings = {"retail", "telecom", "utilities", "realestate"})
    void shouldHaveAPlayInEveryStrategy(String industry) {
        assertThat(Industry.of(industry).definition().strategies())
                .isNotEmpty()
                .filteredOn(strategy -> strategy.plays().isEmpty())
                .extracting(strategy -> strategy.model() + "." + strategy.segment())
                .isEmpty();
    }
}
