package org.clientele.plugins.api.extension;

import java.util.BitSet;
import java.util.List;

/**
 * What a {@link CustomCheck} found. Whom it concerns and who is not marked here meets the requirement. To be filled by one thread
 * during the call; what is marked afterwards is not seen.
 */
public final class CheckOutput {
    /** The most columns that may be shown as what was found. */
    public static final int MAX_FOUND = 6;

    private final CheckInput input;
    private final int size;
    private final List<String> found;
    private final BitSet gaps = new BitSet();
    private final BitSet unknown = new BitSet();

    private CheckOutput(CheckInput input, List<String> found) {
        this.input = input;
        this.size = input.size();
        this.found = found;
    }

    /**
     * An output for that input, in which everybody meets the requirement.
     *
     * @param found the columns whose values are shown as what was found, in this order; at most {@value #MAX_FOUND}
     * @throws WrongResultException when there are too many, or there is no such column
     */
    public static CheckOutput of(CheckInput input, String... found) {
        List<String> columns = List.of(found);
        if (columns.size() > MAX_FOUND || !input.columns().containsAll(columns)) {
            throw new WrongResultException("Check %s shows %s; it may show %d of the columns %s"
                    .formatted(input.check(), columns, MAX_FOUND, input.columns()));
        }
        return new CheckOutput(input, columns);
    }

    /**
     * The customer does not meet the requirement.
     *
     * @throws WrongResultException when the check does not concern the row, or there is no such row
     */
    public void gap(int row) {
        require(row);
        gaps.set(row);
        unknown.clear(row);
    }

    /**
     * What is recorded of the customer does not tell.
     *
     * @throws WrongResultException when the check does not concern the row, or there is no such row
     */
    public void unknown(int row) {
        require(row);
        unknown.set(row);
        gaps.clear(row);
    }

    private void require(int row) {
        if (row < 0 || row >= size) {
            throw new WrongResultException("Row %d does not exist; there are %d customers".formatted(row, size));
        }
        if (!input.concerns(row)) {
            throw new WrongResultException(
                    "Row %d is marked, but check %s does not concern it".formatted(row, input.check()));
        }
    }

    /** Number of customers. */
    public int size() {
        return size;
    }

    /** The columns shown as what was found. */
    public List<String> found() {
        return found;
    }

    /** The rows that do not meet the requirement, as a copy. */
    public BitSet gaps() {
        return (BitSet) gaps.clone();
    }

    /** The rows of which too little is recorded, as a copy. */
    public BitSet unknown() {
        return (BitSet) unknown.clone();
    }
}
