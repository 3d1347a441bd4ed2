package org.clientele.strategy.persistence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.plugin.records.KnownNames;
import org.clientele.plugin.records.RecordKind;
import org.clientele.plugin.records.RecordRow;
import org.clientele.plugin.records.UnfitRowException;
import org.clientele.plugin.records.VerticalRecords;
import org.clientele.segment.SegmentName;
import org.clientele.strategy.Enrolment;
import org.clientele.strategy.StrategiesChanged;
import org.clientele.strategy.TasksChanged;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Who takes part in the measurements of strategies as rows, so that nobody is drawn twice. */
@Repository
public class EnrolmentRecords implements VerticalRecords {
    private static final String RECORD = RecordKind.ENROLMENTS.firstColumn();
    private static final String CUSTOMER = "customer";
    private static final String MODEL = "model";
    private static final String SEGMENT = "segment";
    private static final String ENROLLED = "enrolled";
    private static final String HELD_OUT = "held-out";
    private static final String STRATUM = "stratum";

    private static final int ID_LENGTH = 40;
    private static final int STRATUM_LENGTH = 60;

    private final Jdbi jdbi;
    private final EnrolmentDao enrolments;
    private final OwnedRows imported;

    public EnrolmentRecords(Jdbi jdbi, EnrolmentDao enrolments) {
        this.jdbi = jdbi;
        this.enrolments = enrolments;
        this.imported = new OwnedRows(jdbi, new Part("strategy_enrolment", "customer_id", "import_id = :id", ""));
    }

    /** Whether a customer was drawn to be left out. */
    private enum Drawn {
        TREATED,
        HELD_OUT
    }

    @Override
    public RecordKind kind() {
        return RecordKind.ENROLMENTS;
    }

    @Override
    public List<String> columns() {
        return List.of(RECORD, CUSTOMER, MODEL, SEGMENT, ENROLLED, HELD_OUT, STRATUM);
    }

    @Override
    public void read(int verticalId, Consumer<List<String>> rows) {
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT c.ref, e.model_id, e.segment_id, e.enrolled_on, e.held_out, e.stratum
                        FROM strategy_enrolment e JOIN customer c ON c.id = e.customer_id
                        WHERE e.vertical_id = :vertical ORDER BY e.model_id, e.segment_id, e.customer_id""")
                .bind("vertical", verticalId)
                .map((row, context) -> List.of(
                        String.join(" ", row.getString(1), row.getString(2), row.getString(3)),
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, LocalDate.class).toString(),
                        (row.getBoolean(5) ? Drawn.HELD_OUT : Drawn.TREATED).name(),
                        row.getString(6)))
                .forEach(rows));
    }

    @Override
    public int takeBack(long importId) {
        return imported.deletePiece(importId);
    }

    @Override
    public List<Object> news(String verticalKey) {
        return List.of(new StrategiesChanged(verticalKey), new TasksChanged(verticalKey));
    }

    @Override
    public Restoring restoring(int verticalId, KnownNames known) {
        return new Rows(verticalId, known);
    }

    /** Who was drawn here stays what they are. */
    private final class Rows implements Restoring {
        private final int verticalId;
        private final KnownNames known;
        private final Map<SegmentName, Set<Long>> here = new HashMap<>();
        private final Map<SegmentName, List<Enrolment>> fresh = new HashMap<>();

        Rows(int verticalId, KnownNames known) {
            this.verticalId = verticalId;
            this.known = known;
        }

        private Set<Long> here(SegmentName segment) {
            return here.computeIfAbsent(segment, name -> {
                Set<Long> customers = new HashSet<>();
                enrolments.all(verticalId, name).forEach(each -> customers.add(each.customerId()));
                return customers;
            });
        }

        @Override
        public boolean take(RecordRow row) throws UnfitRowException {
            SegmentName segment = new SegmentName(row.required(MODEL, ID_LENGTH), row.required(SEGMENT, ID_LENGTH));
            Enrolment enrolment = new Enrolment(
                    known.customer(row, CUSTOMER),
                    row.day(ENROLLED),
                    row.choice(HELD_OUT, Drawn.class) == Drawn.HELD_OUT,
                    row.required(STRATUM, STRATUM_LENGTH));
            if (!here(segment).add(enrolment.customerId())) {
                return false;
            }
            fresh.computeIfAbsent(segment, name -> new ArrayList<>()).add(enrolment);
            return true;
        }

        @Override
        public void flush(@Nullable Long importId) {
            if (importId != null) {
                fresh.forEach((segment, rows) -> enrolments.insert(verticalId, segment, rows, importId));
            }
            fresh.clear();
        }
    }
}
