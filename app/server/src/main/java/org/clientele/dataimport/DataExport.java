package org.clientele.dataimport;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.clientele.common.Money;
import org.clientele.customer.CsvCells;
import org.clientele.dataimport.file.StoredFile;
import org.clientele.dataimport.persistence.ExportDao;
import org.clientele.plugin.VerticalExport;
import org.clientele.plugin.VerticalLayout;
import org.clientele.plugin.VerticalLayout.Owner;
import org.clientele.plugin.VerticalSettings;
import org.clientele.plugin.records.VerticalRecords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes a vertical's data in files that the wizard knows again ({@link OwnFile}), in the order in which they are to be imported. A file that
 * would be too large to import goes on in another one; the rows of a customer or record stay together, because equal rows are told apart by their
 * number within a file.
 */
@Component
class DataExport implements VerticalExport {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int TELL_EVERY = 1_000;

    /** Leaves room for the rows of one more customer. */
    static final long LARGEST = StoredFile.LARGEST * 3 / 4;

    private final ExportDao dao;
    private final RecordFeatures records;

    DataExport(ExportDao dao, RecordFeatures records) {
        this.dao = dao;
        this.records = records;
    }

    @Override
    public void write(
            VerticalSettings settings, VerticalLayout layout, String note, OutputStream out, LongConsumer written) {
        write(settings, layout, note, out, written, LARGEST);
    }

    void write(
            VerticalSettings settings,
            VerticalLayout layout,
            String note,
            OutputStream out,
            LongConsumer written,
            long largest) {
        int digits = Money.fractionDigits(settings.currency());
        try {
            ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
            Files files = new Files(zip, largest, written);
            files.note(note);
            Map<String, Owner> owners = new TreeMap<>(layout.owners());
            Owner attributes = owners.remove(VerticalLayout.CUSTOMER);
            owners.forEach((id, owner) -> {
                if (VerticalLayout.isReference(id)) {
                    String reference = VerticalLayout.idOf(id);
                    files.write(
                            "1-" + reference,
                            OwnFile.referenceHeader(reference, ExportDao.fields(owner)),
                            rows -> dao.references(owner, digits, rows));
                }
            });
            if (attributes != null) {
                files.write(
                        "2-customers",
                        OwnFile.customerHeader(ExportDao.fields(attributes)),
                        rows -> dao.customers(settings.id(), attributes, digits, rows));
            }
            owners.forEach((id, owner) -> {
                if (!VerticalLayout.isReference(id)) {
                    files.write(
                            "3-" + id,
                            OwnFile.activityHeader(id, ExportDao.fields(owner)),
                            rows -> dao.activities(owner, digits, rows));
                }
            });
            for (VerticalRecords feature : records.asWritten()) {
                files.write(feature.kind().file(), feature.columns(), rows -> feature.read(settings.id(), rows));
            }
            zip.finish();
        } catch (IOException failure) {
            throw new UncheckedIOException("The export could not be written; is there room on the disk?", failure);
        }
    }

    /** The files in the zip, one after the other. */
    private static final class Files {
        private final ZipOutputStream zip;
        private final Writer text;
        private final CsvWriter csv;
        private final long largest;
        private final LongConsumer told;
        private long rows;
        private long bytes;

        Files(ZipOutputStream zip, long largest, LongConsumer told) {
            this.zip = zip;
            this.largest = largest;
            this.told = told;
            this.text = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
            this.csv = CsvWriter.builder()
                    .lineDelimiter(LineDelimiter.CRLF)
                    .quoteStrategy(QuoteStrategies.ALWAYS)
                    .build(text);
        }

        void note(String note) throws IOException {
            zip.putNextEntry(new ZipEntry("README.txt"));
            text.write(BYTE_ORDER_MARK + note);
            close();
        }

        /** Nothing for what has no rows. */
        void write(String name, List<String> header, Consumer<Consumer<List<String>>> source) {
            Part part = new Part(name, header);
            source.accept(part);
            part.end();
            told.accept(rows);
        }

        private void begin(String name, List<String> header) {
            try {
                zip.putNextEntry(new ZipEntry(name + ".csv"));
                text.write(BYTE_ORDER_MARK);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            bytes = 0;
            csv.writeRecord(header);
        }

        private void close() {
            try {
                csv.flush();
                zip.closeEntry();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        /** The file that is being written, and those that go on from it. */
        private final class Part implements Consumer<List<String>> {
            private final String name;
            private final List<String> header;
            private int number;
            private @Nullable String last;

            Part(String name, List<String> header) {
                this.name = name;
                this.header = header;
            }

            @Override
            public void accept(List<String> row) {
                String first = row.getFirst();
                if (number == 0 || bytes > largest && !first.equals(last)) {
                    next();
                }
                last = first;
                csv.writeRecord(row.stream().map(CsvCells::safe).toList());
                row.forEach(cell -> bytes += 3 + utf8(cell));
                rows++;
                if (rows % TELL_EVERY == 0) {
                    told.accept(rows);
                }
            }

            private void next() {
                if (number > 0) {
                    close();
                }
                number++;
                begin(number == 1 ? name : name + "-" + number, header);
            }

            void end() {
                if (number > 0) {
                    close();
                }
            }

            /** At most so many bytes. */
            private static long utf8(String cell) {
                return cell.chars().mapToLong(sign -> sign < 0x80 ? 1 : 3).sum();
            }
        }
    }
}
