package org.clientele.customer;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clientele.engine.Snapshot;
import org.clientele.engine.column.Value;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.definition.ModelFigure;

/** Writes a customer list as CSV: headings and choices in the reader's language, numbers and dates as programs read them. */
public final class CustomerCsv {
    private static final int PIECE = 1_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CustomerList list;
    private final List<String> fields;
    private final Locale locale;
    private final Headings names;
    private final Vertical vertical;

    CustomerCsv(CustomerList list, List<String> fields, Headings names, Locale locale) {
        this.list = list;
        this.fields = fields.stream()
                .filter(field -> !field.equals(CustomerFields.REF) && !field.equals(CustomerFields.NAME))
                .filter(field -> list.snapshot().now().column(field) != null
                        && !list.hidden().contains(field))
                .toList();
        this.locale = locale;
        this.names = names;
        this.vertical = list.snapshot().vertical();
    }

    /** Writes all, beginning with a byte-order mark so that spreadsheets read Chinese; the writer stays open. */
    public void write(Writer output) {
        try {
            output.write(BYTE_ORDER_MARK);
            CsvWriter csv =
                    CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(output);
            csv.writeRecord(headings());
            List<CustomerList.CustomerRow> all = list.page(0, list.total());
            for (int i = 0; i < all.size(); i++) {
                csv.writeRecord(cells(all.get(i)));
                if (i % PIECE == PIECE - 1) {
                    csv.flush();
                }
            }
            csv.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The export could not be written; the download was probably cut off", failure);
        }
    }

    /** The headings of the two columns that every export begins with. */
    public record Headings(String number, String name) {}

    private List<String> headings() {
        List<String> headings = new ArrayList<>();
        headings.add(names.number());
        headings.add(names.name());
        fields.forEach(field -> headings.add(CsvCells.safe(heading(field))));
        return headings;
    }

    private String heading(String field) {
        if (field.startsWith(Snapshot.SEGMENT_PREFIX)) {
            return vertical.text(locale, Texts.model(model(field)));
        }
        Optional<ModelFigure> figure = ModelFigure.find(vertical.definition(), field);
        if (figure.isPresent()) {
            return vertical.text(locale, Texts.model(figure.get().model())) + " (" + field + ")";
        }
        return vertical.text(
                locale, vertical.definition().attribute(field) != null ? Texts.attribute(field) : Texts.metric(field));
    }

    private List<String> cells(CustomerList.CustomerRow row) {
        List<String> cells = new ArrayList<>();
        cells.add(CsvCells.safe(row.ref()));
        cells.add(cell(CustomerFields.NAME, row.value(CustomerFields.NAME)));
        fields.forEach(field -> cells.add(cell(field, row.value(field))));
        return cells;
    }

    private String cell(String field, Value value) {
        return value instanceof Value.Text(String text) ? CsvCells.safe(name(field, text)) : CustomerState.text(value);
    }

    private String name(String field, String text) {
        if (field.startsWith(Snapshot.SEGMENT_PREFIX)) {
            return vertical.text(locale, Texts.segment(model(field), text));
        }
        AttributeDefinition attribute = vertical.definition().attribute(field);
        boolean choice = attribute != null && attribute.type() == FieldType.CHOICE;
        String known = choice ? vertical.texts().find(locale, Texts.attributeValue(field, text)) : null;
        return known == null ? text : known;
    }

    private static String model(String field) {
        return field.substring(Snapshot.SEGMENT_PREFIX.length());
    }
}
