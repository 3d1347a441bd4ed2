package org.clientele.dataimport;

import java.util.List;
import java.util.Optional;
import org.clientele.dataimport.file.FileFormat;
import org.clientele.plugin.records.RecordKind;
import org.clientele.plugins.api.ImportPreset.Column;
import org.clientele.plugins.api.ImportPreset.Duplicates;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides what an import makes of a file. The check and the import itself read the same plan.
 *
 * @param target {@link #CUSTOMERS}, the id of an activity or a reference, or {@link #records}
 * @param columns the file's column names in order
 * @param mappings what becomes of the columns; columns that no mapping names are not imported
 * @param duplicates what happens to a row that equals an earlier one in all that is imported
 * @param currency ISO 4217 code of the money in the file
 * @param unknownOwners what happens to a row whose owner is not known
 * @param preset id of the plugin's preset the plan began with, or null
 */
public record ImportPlan(
        String target,
        FileFormat format,
        List<String> columns,
        List<Column> mappings,
        Duplicates duplicates,
        String currency,
        UnknownOwners unknownOwners,
        @Nullable String preset) {
    /** The target of a file with one customer a row. */
    public static final String CUSTOMERS = "customer";

    /** The target of sample data, which fills everything; no id holds capital letters. */
    public static final String SAMPLE = "SAMPLE";

    private static final String RECORDS = "RECORDS:";

    public ImportPlan {
        columns = List.copyOf(columns);
        mappings = List.copyOf(mappings);
    }

    /** The target of a file with such records. */
    public static String records(RecordKind kind) {
        return RECORDS + kind.id();
    }

    /** The records that such a target means; empty for every other target. */
    public static Optional<RecordKind> recordsOf(String target) {
        return target.startsWith(RECORDS) ? RecordKind.find(target.substring(RECORDS.length())) : Optional.empty();
    }

    /** The mapping that fills the field, or null. */
    public @Nullable Column mapping(String field) {
        return mappings.stream()
                .filter(m -> m.target().equals(field))
                .findFirst()
                .orElse(null);
    }

    public ImportPlan withFormat(FileFormat changed) {
        return new ImportPlan(target, changed, columns, mappings, duplicates, currency, unknownOwners, preset);
    }

    public ImportPlan withDuplicates(Duplicates changed) {
        return new ImportPlan(target, format, columns, mappings, changed, currency, unknownOwners, preset);
    }

    public ImportPlan withCurrency(String changed) {
        return new ImportPlan(target, format, columns, mappings, duplicates, changed, unknownOwners, preset);
    }

    public ImportPlan withMappings(List<Column> changed) {
        return new ImportPlan(target, format, columns, changed, duplicates, currency, unknownOwners, preset);
    }

    public ImportPlan withUnknownOwners(UnknownOwners changed) {
        return new ImportPlan(target, format, columns, mappings, duplicates, currency, changed, preset);
    }
}
