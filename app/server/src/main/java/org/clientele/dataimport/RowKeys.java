package org.clientele.dataimport;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.clientele.dataimport.Interpretation.TypedRow;
import org.clientele.plugin.ValueConversion;
import org.clientele.plugins.api.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * The identity of an activity: the first 64 bits of the SHA-256 over target, customer, time and every field that has a value, in the order
 * of the fields' ids; then mixed with the how-manieth time that content stands in the file, because a shop may well sell the same thing twice
 * in a minute. Importing a file again therefore finds every row known. With n rows stored and m rows read, the odds that a new row is taken
 * for a known one are n·m / 2^64: for 5 million and 1 million, 3 in 10 million.
 *
 * <p>Target and fields count under the ids, and values in the types, that they had at first: an upgrade that renames or retypes a field leaves the
 * rows known.
 */
final class RowKeys {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final MessageDigest digest;
    private final String target;
    private final List<Field> fields;
    private final int[] order;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private final DataOutputStream content = new DataOutputStream(bytes);

    /**
     * A field of the rows.
     *
     * @param origin its id at first
     * @param toOrigin takes a value to the type it had at first
     */
    record Field(String origin, ValueConversion toOrigin) {
        static Field of(String id, FieldType type) {
            return new Field(id, ValueConversion.between(type, type));
        }

        /** A value that does not fit the first type is new since the type changed, and stands for itself. */
        private Object value(Object value) {
            return Objects.requireNonNullElse(toOrigin.apply(value), value);
        }
    }

    /** @param target its id at first */
    RowKeys(String target, List<Field> fields) {
        this.target = target;
        this.fields = List.copyOf(fields);
        this.order = IntStream.range(0, fields.size())
                .boxed()
                .sorted(Comparator.comparing(index -> fields.get(index).origin()))
                .mapToInt(Integer::intValue)
                .toArray();
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    /** The key of the content, the same for every row with these values. */
    long content(TypedRow row) {
        try {
            bytes.reset();
            content.writeUTF(target);
            content.writeUTF(row.ref());
            write(row.time());
            for (int index : order) {
                Object value = row.fields().get(index);
                if (value != null) {
                    content.writeUTF(fields.get(index).origin());
                    write(fields.get(index).value(value));
                }
            }
            if (row.time() == null) {
                writeCustomer(row);
            }
            return ByteBuffer.wrap(digest.digest(bytes.toByteArray())).getLong();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed", impossible);
        }
    }

    /** In a file of customers name, owner and attributes are the content; in one of activities they do not tell activities apart. */
    private void writeCustomer(TypedRow row) throws IOException {
        write(row.name());
        if (row.owner() != null) {
            write(row.owner());
        }
        for (Object value : row.attributes()) {
            write(value);
        }
    }

    /** The key of the n-th row (from 1) with that content. */
    static long occurrence(long content, int n) {
        if (n == 1) {
            return content;
        }
        long mixed = content + n * GOLDEN;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    private void write(@Nullable Object value) throws IOException {
        switch (value) {
            case null -> content.writeByte('-');
            case String text -> {
                content.writeByte('T');
                content.writeUTF(text);
            }
            case Long number -> {
                content.writeByte('L');
                content.writeLong(number);
            }
            case Double number -> {
                content.writeByte('D');
                content.writeDouble(number);
            }
            case Boolean flag -> content.writeByte(flag ? 'Y' : 'N');
            case LocalDate date -> {
                content.writeByte('d');
                content.writeLong(date.toEpochDay());
            }
            case LocalDateTime time -> {
                content.writeByte('t');
                content.writeLong(time.toLocalDate().toEpochDay());
                content.writeLong(time.toLocalTime().toNanoOfDay());
            }
            default -> throw new IllegalArgumentException("A row holds a " + value.getClass());
        }
    }
}
