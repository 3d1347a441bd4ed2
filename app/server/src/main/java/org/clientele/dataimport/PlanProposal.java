package org.clientele.dataimport;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clientele.dataimport.Interpretation.TypedRow;
import org.clientele.dataimport.file.FileFormat;
import org.clientele.dataimport.file.FileInspection;
import org.clientele.dataimport.file.RawRow;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ImportPreset;
import org.clientele.plugins.api.ImportPreset.Column;
import org.clientele.plugins.api.ImportPreset.Duplicates;
import org.clientele.plugins.api.ImportPreset.Transform;
import org.clientele.plugins.api.ReferenceDefinition;

/** Proposes what to make of a file: by the plugin's preset that fits it, otherwise by the columns' names. */
public final class PlanProposal {
    private static final int SAMPLE = 200;
    private static final double MOSTLY = 0.5;

    /** Usual names, without anything but letters and digits, for what every vertical has. */
    private static final Map<String, Set<String>> USUAL_NAMES = Map.of(
            TargetField.CUSTOMER,
            Set.of(
                    "customer",
                    "customerid",
                    "customerno",
                    "customernumber",
                    "custid",
                    "memberid",
                    "userid",
                    "id",
                    "客户",
                    "客户编号",
                    "客户号",
                    "客户id",
                    "会员号",
                    "会员编号",
                    "用户编号"),
            TargetField.KEY,
            Set.of("id", "code", "no", "number", "编号", "代码", "编码"),
            TargetField.NAME,
            Set.of("name", "customername", "fullname", "姓名", "名称", "客户名称", "客户姓名"),
            TargetField.OWNER,
            Set.of("owner", "ownerlogin", "customerowner", "负责人", "客户负责人"),
            TargetField.TIME,
            Set.of(
                    "time",
                    "date",
                    "datetime",
                    "timestamp",
                    "orderdate",
                    "invoicedate",
                    "purchasedate",
                    "日期",
                    "时间",
                    "订单日期",
                    "交易日期",
                    "下单时间",
                    "交易时间"));

    private PlanProposal() {}

    /** The preset whose file this is, if any. */
    public static Optional<ImportPreset> recognise(Vertical vertical, FileInspection file) {
        return vertical.definition().imports().stream()
                .filter(preset -> fits(vertical, preset, file))
                .max(Comparator.comparing(ImportPreset::hasHeader)
                        .thenComparing(preset -> preset.header().size()));
    }

    /** A plan for a file that the portal wrote, or by the preset that fits, otherwise by names for the vertical's main activity. */
    public static ImportPlan propose(Vertical vertical, FileInspection file) {
        return OwnFile.plan(vertical, file)
                .or(() -> recognise(vertical, file).map(preset -> byPreset(vertical, preset, file)))
                .orElseGet(() -> byNames(vertical, guessTarget(vertical, file), file));
    }

    /** A plan by a preset, whether or not the file looks like one of its files. */
    public static ImportPlan byPreset(Vertical vertical, ImportPreset preset, FileInspection file) {
        FileFormat found = file.format();
        String dates = Objects.requireNonNullElse(preset.dateFormat(), found.dates());
        FileFormat format =
                new FileFormat(found.encoding(), found.separator(), preset.hasHeader(), dates, found.decimals());
        List<String> columns = preset.hasHeader() ? file.columns() : named(preset, file);
        return new ImportPlan(
                preset.target(),
                format,
                columns,
                preset.columns().stream()
                        .map(column -> renamed(column, columns))
                        .toList(),
                preset.duplicates(),
                Objects.requireNonNullElse(preset.currency(), vertical.currency()),
                UnknownOwners.UNASSIGNED,
                preset.id());
    }

    /** A plan that maps the columns whose names say what they are. */
    public static ImportPlan byNames(Vertical vertical, String target, FileInspection file) {
        Map<String, String> columnByWord = new LinkedHashMap<>();
        file.columns().forEach(column -> columnByWord.putIfAbsent(word(column), column));
        List<Column> mappings = new ArrayList<>();
        for (TargetField field : TargetField.of(vertical, target).values()) {
            names(vertical, target, field)
                    .map(columnByWord::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(column -> mappings.add(plain(field.id(), column)));
        }
        return new ImportPlan(
                target,
                file.format(),
                file.columns(),
                mappings,
                Duplicates.KEEP,
                vertical.currency(),
                UnknownOwners.UNASSIGNED,
                null);
    }

    /** The target's value is the column's text as it stands. */
    public static Column plain(String target, String column) {
        return new Column(target, List.of(column), Transform.NONE, null);
    }

    /**
     * A reference whose key stands in the first column; customers when no column looks like a time; otherwise the activity that carries
     * the revenue.
     */
    private static String guessTarget(Vertical vertical, FileInspection file) {
        String first = word(file.columns().getFirst());
        for (ReferenceDefinition reference : vertical.definition().references()) {
            if (keyNames(reference.id()).contains(first)) {
                return reference.id();
            }
        }
        String activity = vertical.definition().primaryActivity();
        boolean timed = byNames(vertical, activity, file).mapping(TargetField.TIME) != null;
        return timed || !file.format().header() ? activity : ImportPlan.CUSTOMERS;
    }

    private static Stream<String> names(Vertical vertical, String target, TargetField field) {
        Stream<String> labels = field.labels().isEmpty()
                ? Stream.empty()
                : Stream.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)
                        .map(locale -> word(vertical.text(locale, field.labels())));
        Stream<String> usual =
                USUAL_NAMES.getOrDefault(field.id(), Set.of()).stream().sorted();
        Stream<String> own = Stream.concat(Stream.concat(Stream.of(word(field.id())), labels), usual);
        String reference = field.role() == TargetField.Role.KEY ? target : field.reference();
        return reference == null ? own : Stream.concat(keyNames(reference).stream(), own);
    }

    /** What the keys of a reference are usually called, in its own file and in those that point to it. */
    private static List<String> keyNames(String reference) {
        String word = word(reference);
        return List.of(word + "id", word + "key", word + "no", word + "number", word + "code");
    }

    private static boolean fits(Vertical vertical, ImportPreset preset, FileInspection file) {
        if (preset.hasHeader()) {
            List<String> words = file.columns().stream().map(PlanProposal::word).toList();
            return file.format().header()
                    && words.containsAll(
                            preset.header().stream().map(PlanProposal::word).toList());
        }
        return !file.format().header()
                && file.columns().size() == preset.header().size()
                && reads(vertical, byPreset(vertical, preset, file), file);
    }

    private static boolean reads(Vertical vertical, ImportPlan plan, FileInspection file) {
        if (!PlanCheck.check(plan, vertical).isEmpty()) {
            return false;
        }
        RowInterpreter interpreter = new RowInterpreter(plan, vertical);
        List<RawRow> sample = file.rows().stream().limit(SAMPLE).toList();
        long read = sample.stream()
                .filter(row -> interpreter.interpret(row) instanceof TypedRow)
                .count();
        return read > MOSTLY * sample.size();
    }

    private static List<String> named(ImportPreset preset, FileInspection file) {
        List<String> names = new ArrayList<>(preset.header());
        for (int i = names.size(); i < file.columns().size(); i++) {
            names.add(file.columns().get(i));
        }
        return names;
    }

    /** The file's own spelling of the preset's columns. */
    private static Column renamed(Column column, List<String> columns) {
        List<String> from = column.from().stream()
                .map(name -> columns.stream()
                        .filter(own -> word(own).equals(word(name)))
                        .findFirst()
                        .orElse(name))
                .toList();
        return new Column(
                column.target(), from, column.transform(), column.argument(), column.values(), column.missing());
    }

    private static String word(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }
}
