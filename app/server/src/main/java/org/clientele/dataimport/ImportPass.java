package org.clientele.dataimport;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.clientele.dataimport.ImportSink.Activity;
import org.clientele.dataimport.Interpretation.Rejection;
import org.clientele.dataimport.Interpretation.TypedRow;
import org.clientele.dataimport.file.RawRow;
import org.clientele.dataimport.file.RowReader;
import org.clientele.plugins.api.ImportPreset.Duplicates;

/**
 * One reading of a file from first to last row. A check and an import differ in nothing but the sink, so their counts are equal. In a file
 * of activities a customer's name and attributes take the last value that is not empty.
 */
final class ImportPass {
    private static final int BATCH = 5_000;

    private final ImportPlan plan;
    private final RowInterpreter interpreter;
    private final Book book;
    private final LongSet known;
    private final ImportSink sink;
    private final RejectionSink rejections;
    private final int amountField;
    private final RowKeys keys;
    private final Occurrences occurrences = new Occurrences();
    private final PointerTally pointers;
    private final Owners owners;
    private final ImportTally tally = new ImportTally();
    private final List<BookedRow> created = new ArrayList<>();
    private final List<Activity> activities = new ArrayList<>();
    private long unknownOwners;

    /** Takes the rows that are not imported. */
    @FunctionalInterface
    interface RejectionSink {
        void reject(RawRow row, Rejection rejection);
    }

    /** How the reading goes on. */
    interface Watch extends LongConsumer {
        int EVERY = 1_000;

        /** Whether to stop. */
        boolean isCancelled();

        /** Tells now and then how many rows were read; whether to stop. */
        default boolean stops(long read) {
            if (read % EVERY != 0) {
                return false;
            }
            accept(read);
            return isCancelled();
        }
    }

    /**
     * @param known keys of the activities the portal has
     * @param amount id of the field that counts as revenue, or empty
     */
    ImportPass(
            ImportPlan plan,
            RowInterpreter interpreter,
            Book book,
            LongSet known,
            PointerTally pointers,
            Owners owners,
            String amount,
            ImportSink sink,
            RejectionSink rejections) {
        this.plan = plan;
        this.interpreter = interpreter;
        this.book = book;
        this.known = known;
        this.pointers = pointers;
        this.owners = owners;
        this.sink = sink;
        this.rejections = rejections;
        this.amountField = interpreter.fieldIds().indexOf(amount);
        this.keys = interpreter.keys();
    }

    /** Reads all rows, or those before the cancellation. */
    ImportSummary run(RowReader rows, Watch watch) {
        if (plan.format().header()) {
            rows.next();
        }
        for (RawRow row = rows.next(); row != null; row = rows.next()) {
            tally.row();
            take(row);
            if (watch.stops(tally.read())) {
                return tally.summary(0, List.of());
            }
        }
        flush();
        return finish(watch);
    }

    private void take(RawRow row) {
        switch (interpreter.interpret(row)) {
            case Rejection rejection -> reject(row, rejection);
            case TypedRow typed -> {
                long content = keys.content(typed);
                if (plan.unknownOwners() == UnknownOwners.REJECT && owners.isUnknown(typed)) {
                    reject(row, interpreter.unknownOwner(row));
                    return;
                }
                int earlier = occurrences.get(content);
                if (earlier > 0 && plan.duplicates() == Duplicates.DROP) {
                    reject(row, RowInterpreter.duplicate(row, earlier));
                } else {
                    boolean drop = plan.duplicates() == Duplicates.DROP;
                    occurrences.put(content, drop ? (int) row.number() : earlier + 1);
                    accept(row, typed, RowKeys.occurrence(content, drop ? 1 : earlier + 1));
                }
            }
        }
    }

    private void accept(RawRow raw, TypedRow row, long key) {
        Book.Effect effect = book.apply(row, owners.id(row));
        if (owners.isUnknown(row)) {
            unknownOwners++;
        }
        pointers.row(row);
        if (effect == Book.Effect.CREATED) {
            if (interpreter.kind().isAboutCustomers()) {
                tally.customerCreated();
            }
            created.add(book.get(row.ref()));
        }
        if (interpreter.kind() != RowKind.ACTIVITY) {
            count(raw, effect);
        } else if (known.contains(key)) {
            tally.unchanged();
        } else {
            tally.fresh(raw, isNegative(row));
            activities.add(new Activity(book.get(row.ref()), row, key));
        }
        if (created.size() + activities.size() >= BATCH) {
            flush();
        }
    }

    private void count(RawRow raw, Book.Effect effect) {
        switch (effect) {
            case CREATED -> tally.fresh(raw, false);
            case CHANGED -> tally.changed();
            case NONE -> tally.unchanged();
        }
    }

    private boolean isNegative(TypedRow row) {
        return amountField >= 0 && row.fields().get(amountField) instanceof Long amount && amount < 0;
    }

    private void reject(RawRow row, Rejection rejection) {
        tally.rejected(row, rejection);
        rejections.reject(row, rejection);
    }

    private void flush() {
        if (!created.isEmpty() || !activities.isEmpty()) {
            sink.store(List.copyOf(created), List.copyOf(activities));
            created.clear();
            activities.clear();
        }
    }

    private ImportSummary finish(Watch watch) {
        List<BookedRow> changed = book.changed();
        for (int from = 0; from < changed.size() && !watch.isCancelled(); from += BATCH) {
            sink.storeValues(changed.subList(from, Math.min(from + BATCH, changed.size())));
        }
        watch.accept(tally.read());
        long customers = interpreter.kind().isAboutCustomers()
                ? changed.stream().filter(row -> !row.isCreated()).count()
                : 0;
        List<UnknownKeys> unknown = new ArrayList<>(pointers.unknown());
        if (unknownOwners > 0) {
            unknown.add(new UnknownKeys(TargetField.OWNER, unknownOwners));
        }
        return tally.summary(customers, unknown);
    }
}
