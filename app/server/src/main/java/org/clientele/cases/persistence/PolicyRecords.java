package org.clientele.cases.persistence;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.clientele.common.Problem;
import org.clientele.plugin.records.KnownNames;
import org.clientele.plugin.records.RecordKind;
import org.clientele.plugin.records.RecordRow;
import org.clientele.plugin.records.UnfitRowException;
import org.clientele.plugin.records.UnfitRowException.Cause;
import org.clientele.plugin.records.VerticalRecords;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.JacksonException;

/** What a vertical promises, as one row. */
@Repository
public class PolicyRecords implements VerticalRecords {
    private static final String POLICY = "policy";
    private static final int LENGTH = 60_000;

    private final Jdbi jdbi;
    private final PolicyDao policies;

    public PolicyRecords(Jdbi jdbi, PolicyDao policies) {
        this.jdbi = jdbi;
        this.policies = policies;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.CASE_POLICY;
    }

    @Override
    public List<String> columns() {
        return List.of(RecordKind.CASE_POLICY.firstColumn(), POLICY);
    }

    @Override
    public void read(int verticalId, Consumer<List<String>> rows) {
        jdbi.useHandle(h -> h.createQuery("SELECT policy FROM case_policy WHERE vertical_id = :vertical")
                .bind("vertical", verticalId)
                .mapTo(String.class)
                .forEach(policy -> rows.accept(List.of("1", policy))));
    }

    @Override
    public Restoring restoring(int verticalId, KnownNames known) {
        return new Policy(verticalId, policies.find(verticalId).isPresent());
    }

    /** What is set already stays. */
    private final class Policy implements Restoring {
        private final int verticalId;
        private final AtomicBoolean here;
        private @Nullable String fresh;

        Policy(int verticalId, boolean here) {
            this.verticalId = verticalId;
            this.here = new AtomicBoolean(here);
        }

        @Override
        public boolean take(RecordRow row) throws UnfitRowException {
            String text = row.required(POLICY, LENGTH);
            try {
                PolicyDao.read(text);
            } catch (JacksonException | Problem unreadable) {
                throw row.unfit(POLICY, Cause.NOT_AS_WRITTEN);
            }
            if (here.getAndSet(true)) {
                return false;
            }
            fresh = text;
            return true;
        }

        @Override
        public void flush(@Nullable Long importId) {
            if (importId != null && fresh != null) {
                policies.restore(verticalId, fresh, importId);
            }
            fresh = null;
        }
    }

    @Override
    public int takeBack(long importId) {
        return jdbi.withHandle(h -> h.execute("DELETE FROM case_policy WHERE import_id = ?", importId));
    }
}
