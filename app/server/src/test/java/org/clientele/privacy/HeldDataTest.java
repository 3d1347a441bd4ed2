package org.clientele.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.clientele.access.AuditErasure;
import org.clientele.access.AuditEvent;
import org.clientele.access.AuditTrail.Verdict;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.access.persistence.AuditDao;
import org.clientele.access.persistence.UserDao;
import org.clientele.common.ClienteleProperties;
import org.clientele.common.Jobs;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.customer.Customer;
import org.clientele.engine.column.Value;
import org.clientele.privacy.persistence.PersonalRowsDao;
import org.clientele.segment.ShopPortal;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class HeldDataTest {
    @TempDir
    private Path data;

    private final ShopPortal shop;
    private HeldData held;
    private AuditDao events;
    private Customer anna;

    HeldDataTest(TestDatabase.Kind kind) {
        shop = ShopPortal.empty(kind);
    }

    @BeforeEach
    void start() {
        long user = new UserDao(shop.database.jdbi()).insert("zhou", "Zhou Min", Set.of(), shop.clock.instant());
        shop.rights.become(TestRights.user(user, new Grant(Role.ADMINISTRATOR, Grant.EVERYWHERE)));
        events = new AuditDao(shop.database.jdbi());
        held = new HeldData(
                new PersonalRowsDao(shop.database.jdbi(), shop.database.dialect()),
                new PersonalFiles(new ClienteleProperties(
                        data, false, false, null, new ClienteleProperties.Database("", "", ""))),
                shop.customers,
                new AuditErasure(events),
                shop.audit,
                shop.rights,
                shop.announcements,
                new Jobs(shop.clock),
                shop.clock);
        anna = shop.customer(
                RowFiller.MARK + "-REF", RowFiller.MARK + " Anna", Map.of("city", new Value.Text(RowFiller.MARK)));
    }

    @AfterEach
    void stop() throws Exception {
        shop.close();
    }

    @Test
    void shouldLeaveNothingOfAnErasedCustomerInAnyTableOrFile() throws Exception {
        Set<String> filled =
                shop.database.jdbi().withHandle(handle -> filler(handle).fill());
        assertThat(filled)
                .contains(
                        "interaction",
                        "interaction_revision",
                        "task",
                        "work_note",
                        "consent",
                        "customer_loss",
                        "attribute_change",
                        "import_change");
        String stored = shop.database.jdbi().withHandle(handle -> handle.createQuery(
                        "SELECT stored_name FROM case_attachment")
                .mapTo(String.class)
                .one());
        write("attachments/" + stored, "a scan");
        write("imports/import-1.rejected", "x;" + anna.name());
        write("imports/import-2.rejected", "somebody else");
        event("customer.update", "customer " + anna.id(), RowFiller.MARK);
        shop.snapshots.reload("shop");
        assertThat(held.of(shop.vertical, anna.id()))
                .extracting(HeldTable::name)
                .containsAll(filled);

        erase(anna.ref());

        shop.database.jdbi().useHandle(handle -> {
            assertThat(filler(handle).pointing())
                    .as("tables with the customer's rows")
                    .isEmpty();
            assertThat(filler(handle).marked())
                    .as("columns with the customer's texts")
                    .isEmpty();
        });
        assertThat(texts()).containsExactly("somebody else");
        assertThat(held.proofs(shop.vertical, 10)).singleElement().satisfies(proof -> {
            assertThat(proof.by()).isEqualTo(shop.rights.user().displayName());
            assertThat(proof.counts())
                    .contains("interaction 1", "consent 1", "customer 1")
                    .doesNotContain(RowFiller.MARK);
        });
    }

    @Test
    void shouldKeepTheAuditProvableWithoutTheStates() {
        event("customer.update", "customer " + anna.id(), RowFiller.MARK);
        event("customer.update", "customer 999", "somebody else");
        assertThat(events.redact("customer " + anna.id())).isEqualTo(1);
        assertThat(events.verify()).as("emptied, and nothing answers for it").isInstanceOf(Verdict.Broken.class);
        event(AuditErasure.ACTION, "customer " + anna.id(), "interaction 3");
        assertThat(events.verify()).isEqualTo(new Verdict.Intact(3));
        shop.database
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "UPDATE audit_event SET redacted = TRUE, after_state = NULL WHERE subject = 'customer 999'"));
        assertThat(events.verify()).as("taken out by somebody else").isInstanceOf(Verdict.Broken.class);
    }

    @Test
    void shouldGiveOutEverythingAndRecordIt() {
        String json = shop.database.transactions().execute(status -> held.export(shop.vertical, anna.id()));
        assertThat(json).contains(RowFiller.MARK + " Anna", "\"customer\"");
        assertThat(shop.audit.actions()).contains("customer.disclose customer " + anna.id());
    }

    @Test
    void shouldEraseOnlyWhenTheNumberIsTypedAndByThoseWhoMay() {
        assertThatThrownBy(() -> erase("another")).isInstanceOf(Problem.class);
        shop.rights.become(TestRights.user(5, new Grant(Role.STAFF, Grant.EVERYWHERE)));
        assertThatThrownBy(() -> erase(anna.ref())).isInstanceOf(ForbiddenProblem.class);
        assertThatThrownBy(() -> held.of(shop.vertical, anna.id())).isInstanceOf(ForbiddenProblem.class);
        assertThat(shop.customers.find(shop.vertical, anna.id())).isPresent();
    }

    private void erase(String number) {
        shop.database.transactions().executeWithoutResult(status -> held.erase(shop.vertical, anna.id(), number));
    }

    private RowFiller filler(Handle handle) throws SQLException {
        return new RowFiller(handle.getConnection(), shop.database.dialect(), shop.vertical.id(), anna.id());
    }

    private void event(String action, String subject, String state) {
        events.append(List.of(new AuditEvent(
                shop.clock.instant().truncatedTo(ChronoUnit.MILLIS), "zhou", action, subject, null, state)));
    }

    private void write(String name, String text) throws IOException {
        Path file = data.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<String> texts() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> {
                        try {
                            return Files.readString(file);
                        } catch (IOException failure) {
                            throw new IllegalStateException(failure);
                        }
                    })
                    .toList();
        }
    }
}
