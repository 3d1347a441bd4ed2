package org.clientele.dataimport;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.clientele.common.Problem;
import org.clientele.customer.CustomersChanged;
import org.clientele.plugin.records.RecordKind;
import org.clientele.plugin.records.VerticalRecords;
import org.springframework.stereotype.Component;

/** The features whose records are exported and imported: one for each kind. */
@Component
class RecordFeatures {
    private final Map<RecordKind, VerticalRecords> features = new EnumMap<>(RecordKind.class);

    RecordFeatures(List<VerticalRecords> features) {
        features.forEach(feature -> this.features.put(feature.kind(), feature));
        if (this.features.size() != RecordKind.values().length || features.size() != this.features.size()) {
            throw new IllegalStateException("Each of %s needs one feature that keeps it, but there are %s"
                    .formatted(Arrays.toString(RecordKind.values()), features));
        }
    }

    /** In the order of the names of their files, which is the one in which they are imported. */
    List<VerticalRecords> asWritten() {
        return features.values().stream()
                .sorted(Comparator.comparing(feature -> feature.kind().file()))
                .toList();
    }

    VerticalRecords of(RecordKind kind) {
        return Objects.requireNonNull(features.get(kind));
    }

    /** What screens are told when an import of the target brought something or was taken back. */
    List<Object> news(String target, String verticalKey) {
        return ImportPlan.recordsOf(target)
                .map(kind -> of(kind).news(verticalKey))
                .filter(news -> !news.isEmpty())
                .orElseGet(() -> List.of(new CustomersChanged(verticalKey, Set.of())));
    }

    /** Fails for a file that lacks a column which was there from the start. */
    void requireColumns(RecordKind kind, List<String> columns) {
        VerticalRecords feature = of(kind);
        feature.columns().stream()
                .filter(column ->
                        !columns.contains(column) && !feature.laterColumns().contains(column))
                .findFirst()
                .ifPresent(missing -> {
                    throw new Problem("dataimport.finding.column", missing);
                });
    }
}
