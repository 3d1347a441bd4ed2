package org.clientele.dataimport.persistence;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.clientele.common.persistence.IdRanges;
import org.clientele.plugin.VerticalLayout.Column;
import org.clientele.plugin.VerticalLayout.Owner;
import org.clientele.plugins.api.FieldType;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Repository;

/** Reads the rows of a vertical as an import writes them: dates as ISO 8601, money and decimals with a point, everything else as its text. */
@Repository
public class ExportDao {
    private final Jdbi jdbi;

    public ExportDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Ids of the owner's fields, in the order of the cells. */
    public static List<String> fields(Owner owner) {
        return List.copyOf(new TreeMap<>(owner.columns()).keySet());
    }

    /** Number, name, attributes and owner's login of every customer. */
    public void customers(int verticalId, Owner attributes, int fractionDigits, Consumer<List<String>> rows) {
        read(
                "SELECT min(id), max(id) FROM customer WHERE vertical_id = " + verticalId,
                """
                SELECT c.ref, c.name%s, u.login FROM customer c LEFT JOIN %s t ON t.customer_id = c.id
                LEFT JOIN app_user u ON u.id = c.owner_user_id
                WHERE c.id > ? AND c.id <= ? AND c.vertical_id = %d ORDER BY c.id
                """.formatted(columns(attributes), attributes.table(), verticalId),
                row -> {
                    List<String> cells = cells(row, texts(row, 2), attributes, fractionDigits);
                    cells.add(Objects.requireNonNullElse(row.getString(cells.size() + 1), ""));
                    return cells;
                },
                rows);
    }

    /** Customer's number, time and fields of every activity, those of a customer together. */
    public void activities(Owner activity, int fractionDigits, Consumer<List<String>> rows) {
        read(
                "SELECT min(customer_id), max(customer_id) FROM " + activity.table(),
                """
                SELECT c.ref, t.happened_at%1$s FROM %2$s t JOIN customer c ON c.id = t.customer_id
                WHERE t.customer_id > ? AND t.customer_id <= ? ORDER BY t.customer_id, t.id
                """.formatted(columns(activity), activity.table()),
                row -> {
                    List<String> first = new ArrayList<>(texts(row, 1));
                    first.add(row.getObject(2, LocalDateTime.class).toString());
                    return cells(row, first, activity, fractionDigits);
                },
                rows);
    }

    /** Key and fields of every row of a reference. */
    public void references(Owner reference, int fractionDigits, Consumer<List<String>> rows) {
        read(
                "SELECT min(id), max(id) FROM " + reference.table(),
                "SELECT t.ref_key%s FROM %s t WHERE t.id > ? AND t.id <= ? ORDER BY t.id"
                        .formatted(columns(reference), reference.table()),
                row -> cells(row, texts(row, 1), reference, fractionDigits),
                rows);
    }

    private void read(String bounds, String select, CellMapper mapper, Consumer<List<String>> rows) {
        jdbi.useHandle(handle -> IdRanges.read(handle, bounds, select, row -> rows.accept(mapper.cells(row))));
    }

    /** Makes cells of a row. */
    private interface CellMapper {
        List<String> cells(ResultSet row) throws SQLException;
    }

    private static String columns(Owner owner) {
        StringBuilder columns = new StringBuilder();
        fields(owner).forEach(field -> columns.append(", t.")
                .append(column(owner, field).name()));
        return columns.toString();
    }

    private static List<String> texts(ResultSet row, int count) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            texts.add(Objects.requireNonNullElse(row.getString(i), ""));
        }
        return texts;
    }

    private static List<String> cells(ResultSet row, List<String> first, Owner owner, int digits) throws SQLException {
        List<String> cells = new ArrayList<>(first);
        for (String field : fields(owner)) {
            cells.add(cell(row, cells.size() + 1, column(owner, field).type(), digits));
        }
        return cells;
    }

    private static String cell(ResultSet row, int place, FieldType type, int digits) throws SQLException {
        Object value =
                switch (type) {
                    case TEXT, CHOICE -> row.getString(place);
                    case INTEGER -> row.getLong(place);
                    case MONEY -> BigDecimal.valueOf(row.getLong(place), digits).toPlainString();
                    case DECIMAL -> plain(row.getDouble(place));
                    case BOOLEAN -> row.getBoolean(place);
                    case DATE -> row.getObject(place, LocalDate.class);
                };
        return value == null || row.wasNull() ? "" : value.toString();
    }

    /** With all digits that tell the number from its neighbours. */
    private static String plain(double number) {
        return new BigDecimal(Double.toString(number)).toPlainString();
    }

    private static Column column(Owner owner, String field) {
        return Objects.requireNonNull(owner.columns().get(field));
    }
}
