package org.clientele.loyalty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.clientele.common.Job;
import org.clientele.common.Problem;
import org.clientele.dataimport.CellReader;
import org.clientele.dataimport.CellReader.Unreadable;
import org.clientele.dataimport.ImportSummary;
import org.clientele.dataimport.ImportTally;
import org.clientele.dataimport.Interpretation.Rejection;
import org.clientele.dataimport.Reason;
import org.clientele.dataimport.RejectedRows;
import org.clientele.dataimport.file.RawRow;
import org.clientele.dataimport.file.RowReader;
import org.clientele.plugins.api.FieldType;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a file with adjustments, a piece at a time, and says of each why it cannot be posted. */
final class AdjustmentFile {
    private static final int PIECE = 2_000;

    private final CellReader customer;
    private final CellReader points;
    private final @Nullable CellReader reason;
    private final @Nullable CellReader day;
    private final String common;
    private final boolean header;
    private final LocalDate today;
    private final Function<Collection<String>, Map<String, Long>> customers;
    private final AdjustmentBook book;
    private final ImportTally tally = new ImportTally();

    /** @param customers finds customers by number */
    AdjustmentFile(
            AdjustmentPlan plan,
            String currency,
            LocalDate today,
            Function<Collection<String>, Map<String, Long>> customers,
            AdjustmentBook book) {
        this.customer = required(plan, plan.customer(), FieldType.TEXT, currency);
        this.points = required(plan, plan.points(), FieldType.INTEGER, currency);
        this.reason = reader(plan, plan.reason(), FieldType.TEXT, currency);
        this.day = reader(plan, plan.day(), FieldType.DATE, currency);
        this.common = plan.common().strip();
        this.header = plan.file().format().header();
        this.today = today;
        this.customers = customers;
        this.book = book;
    }

    private static CellReader required(AdjustmentPlan plan, @Nullable String column, FieldType type, String currency) {
        CellReader reader = reader(plan, column, type, currency);
        if (reader == null) {
            throw new Problem("loyalty.problem.column");
        }
        return reader;
    }

    private static @Nullable CellReader reader(
            AdjustmentPlan plan, @Nullable String column, FieldType type, String currency) {
        return column == null
                ? null
                : CellReader.of(plan.file().format(), plan.file().columns(), column, type, currency);
    }

    /** A row, and what it says or why it says nothing. */
    private record Read(
            RawRow row,
            String ref,
            long change,
            String reason,
            LocalDate day,
            @Nullable Rejection rejection) {}

    /** @param lines about how many rows the file has */
    ImportSummary read(RowReader rows, RejectedRows rejections, long lines, Job job) {
        if (header) {
            rows.next();
        }
        List<Read> piece = new ArrayList<>(PIECE);
        for (RawRow row = rows.next(); row != null && !job.isCancelled(); row = rows.next()) {
            tally.row();
            if (tally.read() > Adjustments.MOST_ROWS) {
                throw new Problem("loyalty.problem.rows", Adjustments.MOST_ROWS);
            }
            piece.add(read(row));
            if (piece.size() == PIECE) {
                take(piece, rejections);
                job.progress(tally.read(), Math.max(tally.read(), lines));
            }
        }
        take(piece, rejections);
        job.progress(tally.read(), tally.read());
        return tally.summary(0, List.of());
    }

    private Read read(RawRow row) {
        try {
            String ref = text(customer, row);
            if (ref.isEmpty()) {
                throw new Unreadable(customer.rejection(row, Reason.NO_CUSTOMER));
            }
            Long change = (Long) points.read(row);
            if (change == null || change == 0) {
                throw new Unreadable(points.rejection(row, Reason.NO_POINTS));
            }
            if (change > Points.MOST || change < -Points.MOST) {
                throw new Unreadable(points.rejection(row, Reason.TOO_MANY_POINTS, String.valueOf(Points.MOST)));
            }
            return new Read(row, ref, change, reason(row), day(row), null);
        } catch (Unreadable unreadable) {
            return new Read(row, "", 0, "", today, unreadable.rejection());
        }
    }

    private static String text(CellReader cell, RawRow row) throws Unreadable {
        return Objects.requireNonNullElse((String) cell.read(row), "").strip();
    }

    private String reason(RawRow row) throws Unreadable {
        String own = reason == null ? "" : text(reason, row);
        String told = own.isEmpty() ? common : own;
        if (told.isEmpty()) {
            throw new Unreadable((reason == null ? points : reason).rejection(row, Reason.NO_REASON));
        }
        return told;
    }

    private LocalDate day(RawRow row) throws Unreadable {
        if (day == null || !(day.read(row) instanceof LocalDate told)) {
            return today;
        }
        if (told.isAfter(today)) {
            throw new Unreadable(day.rejection(row, Reason.TO_COME));
        }
        return told;
    }

    private void take(List<Read> piece, RejectedRows rejections) {
        Set<String> refs = new TreeSet<>();
        piece.stream().filter(read -> read.rejection() == null).forEach(read -> refs.add(read.ref()));
        Map<String, Long> known = customers.apply(refs);
        book.look(piece.stream()
                .filter(read -> known.containsKey(read.ref()))
                .map(read -> line(read, known))
                .toList());
        for (Read read : piece) {
            Rejection rejection = take(read, known);
            if (rejection == null) {
                tally.fresh(read.row(), read.change() < 0);
            } else {
                tally.rejected(read.row(), rejection);
                rejections.reject(read.row(), rejection);
            }
        }
        book.flush();
        piece.clear();
    }

    private @Nullable Rejection take(Read read, Map<String, Long> known) {
        if (read.rejection() != null) {
            return read.rejection();
        }
        if (!known.containsKey(read.ref())) {
            return customer.rejection(read.row(), Reason.UNKNOWN_CUSTOMER);
        }
        AdjustmentLine line = line(read, known);
        return book.take(line)
                ? null
                : points.rejection(read.row(), Reason.BALANCE, String.valueOf(book.balance(line.customerId())));
    }

    private static AdjustmentLine line(Read read, Map<String, Long> known) {
        Long id = known.get(read.ref());
        return new AdjustmentLine(id == null ? -1 : id, read.change(), read.reason(), read.day());
    }
}
