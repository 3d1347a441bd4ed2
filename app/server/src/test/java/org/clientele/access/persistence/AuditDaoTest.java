package org.clientele.access.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.clientele.access.AuditEvent;
import org.clientele.access.AuditTrail.Verdict;
import org.clientele.common.persistence.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class AuditDaoTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00.123Z");

    private final TestDatabase.Kind kind;
    private TestDatabase database;
    private AuditDao audit;

    AuditDaoTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open() {
        database = TestDatabase.create(kind);
        audit = new AuditDao(database.jdbi());
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void shouldFindAnUntouchedChainIntact() {
        assertThat(audit.verify()).isEqualTo(new Verdict.Intact(0));

        audit.append(List.of(event("customer 1", null, "名 = 周岩"), event("customer 2", "x", null)));
        audit.append(List.of(event("customer 3", "", "")));

        assertThat(audit.verify()).isEqualTo(new Verdict.Intact(3));
    }

    @Test
    void shouldDetectAChangedEvent() {
        appendThree();
        tamper("UPDATE audit_event SET after_state = 'b' WHERE subject = 'customer 2'");

        assertThat(audit.verify()).isInstanceOf(Verdict.Broken.class);
    }

    @Test
    void shouldDetectARemovedEvent() {
        appendThree();
        tamper("DELETE FROM audit_event WHERE subject = 'customer 2'");

        assertThat(audit.verify()).isInstanceOf(Verdict.Broken.class);
    }

    @Test
    void shouldDetectThatTheNewestEventsAreMissing() {
        appendThree();
        tamper("DELETE FROM audit_event WHERE subject = 'customer 3'");

        assertThat(audit.verify()).isEqualTo(new Verdict.Broken(0));
    }

    @Test
    void shouldLeaveNothingOfATransactionRolledBack() {
        database.transactions().executeWithoutResult(status -> {
            audit.append(List.of(event("customer 1", null, null)));
            status.setRollbackOnly();
        });

        assertThat(audit.verify()).isEqualTo(new Verdict.Intact(0));
    }

    @Test
    void shouldKeepOneChainWhenManyAppendAtOnce() throws Exception {
        List<Callable<Object>> writers = IntStream.range(0, 40)
                .<Callable<Object>>mapToObj(i -> () -> database.transactions().execute(status -> {
                    audit.append(List.of(event("customer " + i, null, null)));
                    return i;
                }))
                .toList();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (Future<Object> writer : threads.invokeAll(writers)) {
                writer.get();
            }
        }

        assertThat(audit.verify()).isEqualTo(new Verdict.Intact(40));
    }

    private void appendThree() {
        audit.append(List.of(
                event("customer 1", null, "a"), event("customer 2", null, "a"), event("customer 3", null, "a")));
    }

    private void tamper(String sql) {
        database.jdbi().useHandle(handle -> handle.execute(sql));
    }

    private static AuditEvent event(String subject, @Nullable String before, @Nullable String after) {
        return new AuditEvent(NOW, "zhou.yan", "customer.update", subject, before, after);
    }
}
