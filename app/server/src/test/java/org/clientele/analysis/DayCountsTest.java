package org.clientele.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.definition.VerticalReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DayCountsTest {
    @Test
    void shouldKeepTheDaysAndLeaveOutTheDateTheyAreCountedFrom() {
        VerticalDefinition retail = read("retail");

        assertThat(DayCounts.dates(
                        retail, List.of("recency_days", "tenure_days", "first_purchase", "last_purchase", "monetary")))
                .containsExactlyInAnyOrder("first_purchase", "last_purchase");
        assertThat(DayCounts.dates(retail, List.of("tenure_days", "last_purchase")))
                .isEmpty();
    }

    @Test
    void shouldKnowADateByTheFormulaThatCountsToIt() {
        VerticalDefinition telecom = read("telecom");

        assertThat(DayCounts.dates(telecom, List.of("days_to_contract_end", "contract_end", "last_bill")))
                .containsExactly("contract_end");
        assertThat(DayCounts.dates(telecom, List.of("contract_end"))).isEmpty();
        assertThat(DayCounts.dates(
                        read("realestate"), List.of("sales_cycle", "lead_days", "lead_date", "first_contract")))
                .containsExactly("lead_date");
    }

    private static VerticalDefinition read(String id) {
        Path root = Path.of("..", "..", "plugins", id, "src", "main", "resources");
        return switch (VerticalReader.read(name -> bytes(root.resolve(name)))) {
            case VerticalReader.Result.Valid valid -> valid.definition();
            case VerticalReader.Result.Invalid invalid ->
                throw new AssertionError(invalid.findings().toString());
        };
    }

    private static byte @Nullable [] bytes(Path file) {
        try {
            return Files.exists(file) ? Files.readAllBytes(file) : null;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
