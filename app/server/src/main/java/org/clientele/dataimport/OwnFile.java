package org.clientele.dataimport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.dataimport.file.DecimalMark;
import org.clientele.dataimport.file.FileFormat;
import org.clientele.dataimport.file.FileInspection;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.records.RecordKind;
import org.clientele.plugins.api.ImportPreset.Column;
import org.clientele.plugins.api.ImportPreset.Duplicates;

/**
 * Files as the portal writes them when a vertical's data is exported: the header says what a file holds, so that importing it again takes no
 * decision. Its columns are called by the fields' ids; what is no id of a field is {@code customer}, {@code name}, and time and key with
 * what they belong to before them.
 */
final class OwnFile {
    static final String DATES = "yyyy-M-d";
    private static final String OF = ":";

    /** Login of who looks after the customer; where the portal that imports has nobody of that login, {@link UnknownOwners} says what follows. */
    private static final String OWNER = "owner" + OF + "login";

    private OwnFile() {}

    static List<String> customerHeader(List<String> attributes) {
        List<String> header = header(List.of(TargetField.CUSTOMER, TargetField.NAME), attributes);
        header.add(OWNER);
        return header;
    }

    static List<String> activityHeader(String activity, List<String> fields) {
        return header(List.of(TargetField.CUSTOMER, activity + OF + TargetField.TIME), fields);
    }

    static List<String> referenceHeader(String reference, List<String> fields) {
        return header(List.of(reference + OF + TargetField.KEY), fields);
    }

    /** The plan for a file that the portal wrote of this vertical or an earlier version of it; empty for any other file. */
    static Optional<ImportPlan> plan(Vertical vertical, FileInspection file) {
        List<String> header = file.format().header() || file.rows().isEmpty()
                ? file.columns()
                : file.rows().getFirst().values();
        return target(vertical, header).map(target -> plan(vertical, target, header, file.format()));
    }

    private static ImportPlan plan(Vertical vertical, String target, List<String> header, FileFormat found) {
        Map<String, TargetField> fields = TargetField.of(vertical, target);
        List<Column> mappings = new ArrayList<>();
        for (String column : header) {
            String field = column.substring(column.indexOf(OF) + 1);
            if (column.equals(OWNER)) {
                mappings.add(PlanProposal.plain(TargetField.OWNER, column));
            } else if (fields.containsKey(field)) {
                mappings.add(PlanProposal.plain(field, column));
            }
        }
        FileFormat format = new FileFormat(found.encoding(), found.separator(), true, DATES, DecimalMark.POINT);
        return new ImportPlan(
                target, format, header, mappings, Duplicates.KEEP, vertical.currency(), UnknownOwners.UNASSIGNED, null);
    }

    private static Optional<String> target(Vertical vertical, List<String> header) {
        String first = header.getFirst();
        String second = header.size() > 1 ? header.get(1) : "";
        Optional<RecordKind> records = Arrays.stream(RecordKind.values())
                .filter(kind -> first.equals(kind.firstColumn()))
                .findFirst();
        if (records.isPresent()) {
            return records.map(ImportPlan::records);
        }
        if (first.endsWith(OF + TargetField.KEY)) {
            String reference = first.substring(0, first.indexOf(OF));
            return Optional.of(reference).filter(id -> vertical.definition().reference(id) != null);
        }
        if (!first.equals(TargetField.CUSTOMER)) {
            return Optional.empty();
        }
        if (second.endsWith(OF + TargetField.TIME)) {
            String activity = second.substring(0, second.indexOf(OF));
            return Optional.of(activity).filter(id -> vertical.definition().activity(id) != null);
        }
        boolean customers = second.equals(TargetField.NAME)
                && header.stream()
                        .skip(2)
                        .anyMatch(column -> vertical.definition().attribute(column) != null);
        return customers ? Optional.of(ImportPlan.CUSTOMERS) : Optional.empty();
    }

    private static List<String> header(List<String> first, List<String> fields) {
        List<String> header = new ArrayList<>(first);
        header.addAll(fields);
        return header;
    }
}
