package org.clientele.dataimport;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clientele.common.Job;
import org.clientele.dataimport.Interpretation.Rejection;
import org.clientele.dataimport.file.FileFormat;
import org.clientele.dataimport.file.RowReader;
import org.clientele.dataimport.file.StoredFile;
import org.clientele.dataimport.persistence.ImportDao;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.records.RecordKind;
import org.clientele.plugin.records.VerticalRecords;
import org.clientele.plugin.records.VerticalRecords.Restoring;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.reference.ReferenceData;

/** Reads a file by a plan against what the vertical holds. */
final class ImportReader {
    private final ImportDao dao;
    private final ReferenceData references;
    private final RecordFeatures records;

    ImportReader(ImportDao dao, ReferenceData references, RecordFeatures records) {
        this.dao = dao;
        this.references = references;
        this.records = records;
    }

    /**
     * What is read and where the rejected rows go.
     *
     * @param owners who can look after customers
     * @param lines about how many rows the file has
     * @param reasonColumn name of the column with the reasons, in the user's language
     * @param describe the reason of a rejection, in the user's language
     */
    record Source(
            Vertical vertical,
            StoredFile file,
            ImportPlan plan,
            Owners owners,
            long lines,
            String reasonColumn,
            Function<Rejection, String> describe) {}

    ImportSummary read(Source source, RowInterpreter interpreter, ImportSink sink, Path rejected, Job job) {
        ImportPlan plan = source.plan();
        Vertical vertical = source.vertical();
        Book book = interpreter.kind() == RowKind.REFERENCE
                ? dao.loadReference(vertical, plan.target(), interpreter.attributeIds())
                : dao.loadBook(vertical, interpreter.attributeIds());
        LongSet known = interpreter.kind() == RowKind.ACTIVITY ? dao.loadKeys(vertical, plan.target()) : new LongSet(0);
        PointerTally pointers = new PointerTally(interpreter, keys(vertical, interpreter));
        return read(source, rejected, (rows, rejections) -> new ImportPass(
                        plan, interpreter, book, known, pointers, source.owners(), amount(source), sink, rejections)
                .run(rows, new JobWatch(job, source.lines())));
    }

    /** @param flush told when the restoring should store, or forget, what it took */
    ImportSummary readRecords(Source source, RecordKind kind, Consumer<Restoring> flush, Path rejected, Job job) {
        VerticalRecords feature = records.of(kind);
        int vertical = source.vertical().id();
        Restoring restoring = feature.restoring(vertical, dao.knownNames(vertical));
        List<String> columns = source.plan().columns();
        return read(source, rejected, (rows, rejections) -> new RecordPass(
                        columns, restoring, () -> flush.accept(restoring), rejections)
                .run(rows, new JobWatch(job, source.lines())));
    }

    /** Reads the rows and writes those that are rejected. */
    private interface Pass {
        ImportSummary run(RowReader rows, RejectedRows rejections);
    }

    private static ImportSummary read(Source source, Path rejected, Pass pass) {
        FileFormat format = source.plan().format();
        try (RowReader rows = RowReader.open(source.file(), format.encoding(), format.separator());
                RejectedRows rejections = new RejectedRows(
                        rejected,
                        format,
                        header(source),
                        source.plan().columns().size(),
                        source.describe())) {
            return pass.run(rows, rejections);
        }
    }

    private Map<String, Set<String>> keys(Vertical vertical, RowInterpreter interpreter) {
        Map<String, Set<String>> keys = new HashMap<>();
        Stream.concat(
                        interpreter.fieldReferences().values().stream(),
                        interpreter.attributeReferences().values().stream())
                .distinct()
                .forEach(reference -> keys.put(reference, references.keys(vertical, reference)));
        return keys;
    }

    private static List<String> header(Source source) {
        if (!source.plan().format().header()) {
            return List.of();
        }
        List<String> names = new ArrayList<>(source.plan().columns());
        names.add(source.reasonColumn());
        return names;
    }

    private static String amount(Source source) {
        ActivityDefinition activity =
                source.vertical().definition().activity(source.plan().target());
        return activity == null ? "" : Objects.requireNonNullElse(activity.amount(), "");
    }

    private record JobWatch(Job job, long lines) implements ImportPass.Watch {
        @Override
        public void accept(long read) {
            job.progress(read, Math.max(read, lines));
        }

        @Override
        public boolean isCancelled() {
            return job.isCancelled();
        }
    }
}
