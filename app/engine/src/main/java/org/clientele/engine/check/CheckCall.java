package org.clientele.engine.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.clientele.engine.Snapshot;
import org.clientele.engine.column.Column;
import org.clientele.engine.condition.Check;
import org.clientele.engine.condition.Condition;
import org.clientele.engine.condition.Operator;
import org.clientele.engine.condition.Truth;
import org.clientele.engine.extension.ColumnTable;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.CheckDefinition;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.api.extension.CheckInput;
import org.clientele.plugins.api.extension.CheckOutput;
import org.clientele.plugins.api.extension.WrongResultException;
import org.jspecify.annotations.Nullable;

/** A check to be answered by a plugin's code, over the customers of a snapshot. Immutable. */
public final class CheckCall {
    private final CheckDefinition check;
    private final Snapshot snapshot;
    private final BitSet concerned;

    CheckCall(CheckDefinition check, Condition when, Snapshot snapshot) {
        this.check = check;
        this.snapshot = snapshot;
        this.concerned = new BitSet();
        BitSet present = snapshot.present();
        for (int customer = present.nextSetBit(0); customer >= 0; customer = present.nextSetBit(customer + 1)) {
            concerned.set(customer, when.holds(customer));
        }
    }

    /** The check. */
    public CheckDefinition check() {
        return check;
    }

    /** Number of customers. */
    public int customers() {
        return snapshot.customers().size();
    }

    /**
     * Answers the check and reads what came of it.
     *
     * @param code the plugin's {@code CustomCheck}
     * @param cancelled whether the result is no longer wanted
     * @throws WrongResultException when the output makes no sense
     */
    public CheckResult run(Function<CheckInput, @Nullable CheckOutput> code, BooleanSupplier cancelled) {
        Map<String, Column> columns = columns();
        CheckOutput output = code.apply(new Input(columns, cancelled));
        if (output == null) {
            throw new WrongResultException("Check %s gave null".formatted(check.id()));
        }
        BitSet notMet = output.gaps();
        BitSet notRecorded = output.unknown();
        if (output.size() != customers() || !isConcerned(notMet) || !isConcerned(notRecorded)) {
            throw new WrongResultException(
                    "Check %s gave an answer that was made for other customers".formatted(check.id()));
        }
        List<String> shown = output.found();
        if (!columns.keySet().containsAll(shown)) {
            throw new WrongResultException(
                    "Check %s shows %s; there are %s".formatted(check.id(), shown, columns.keySet()));
        }
        BitSet met = (BitSet) concerned.clone();
        met.andNot(notMet);
        met.andNot(notRecorded);
        return CheckResult.answered(
                check, customers(), met, notMet, notRecorded, (state, row) -> found(shown, state, row));
    }

    private boolean isConcerned(BitSet rows) {
        BitSet others = (BitSet) rows.clone();
        others.andNot(concerned);
        return others.isEmpty();
    }

    /** The values that the code looked at, each as what decided. */
    private List<Check> found(List<String> shown, CheckState state, int customer) {
        Truth truth =
                switch (state) {
                    case MET -> Truth.HOLDS;
                    case NOT_MET -> Truth.FAILS;
                    case NOT_RECORDED, NOT_CONCERNED -> Truth.UNKNOWN;
                };
        List<Check> found = new ArrayList<>();
        for (String id : shown) {
            Column column = columns().get(id);
            if (column != null) {
                found.add(new Check(id, column.value(customer), Operator.PRESENT, List.of(), null, truth, 0));
            }
        }
        return found;
    }

    private Map<String, Column> columns() {
        VerticalDefinition definition = snapshot.data().definition();
        List<String> ids = new ArrayList<>();
        definition.attributes().stream().map(AttributeDefinition::id).forEach(ids::add);
        definition.metrics().stream().map(MetricDefinition::id).forEach(ids::add);
        Map<String, Column> columns = new LinkedHashMap<>();
        ids.forEach(id -> add(columns, id, id));
        snapshot.models().forEach(id -> add(columns, id, Snapshot.SEGMENT_PREFIX + id));
        return columns;
    }

    private void add(Map<String, Column> columns, String id, String variable) {
        Column column = snapshot.column(variable);
        if (column != null) {
            columns.put(id, column);
        }
    }

    private final class Input extends ColumnTable implements CheckInput {
        Input(Map<String, Column> columns, BooleanSupplier cancelled) {
            super(columns, customers(), snapshot.present(), snapshot.asOf(), cancelled);
        }

        @Override
        public String check() {
            return check.id();
        }

        @Override
        public boolean concerns(int row) {
            return concerned.get(row);
        }
    }
}
