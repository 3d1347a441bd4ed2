package org.clientele.privacy;

import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.access.Audit;
import org.clientele.access.AuditErasure;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.Answer;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Jobs;
import org.clientele.common.Problem;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerService;
import org.clientele.customer.CustomersChanged;
import org.clientele.engine.column.Value;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalsChanged;
import org.clientele.privacy.persistence.PersonalRowsDao;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Everything held about a customer, wherever it is: shown, given out, and erased with a proof. */
@Service
public class HeldData {
    private static final int SHORTEST_MARK = 4;
    private static final int LONGEST_COUNTS = 4_000;

    private final PersonalRowsDao rows;
    private final PersonalFiles files;
    private final CustomerService customers;
    private final AuditErasure auditErasure;
    private final Audit audit;
    private final Rights rights;
    private final Announcements announcements;
    private final Jobs jobs;
    private final Clock clock;

    public HeldData(
            PersonalRowsDao rows,
            PersonalFiles files,
            CustomerService customers,
            AuditErasure auditErasure,
            Audit audit,
            Rights rights,
            Announcements announcements,
            Jobs jobs,
            Clock clock) {
        this.rows = rows;
        this.files = files;
        this.customers = customers;
        this.auditErasure = auditErasure;
        this.audit = audit;
        this.rights = rights;
        this.announcements = announcements;
        this.jobs = jobs;
        this.clock = clock;
        announcements.listen(VerticalsChanged.class, change -> rows.forgetTables());
    }

    /** Everything held, read in the background; for those who may export customers and see personal data. */
    public Answer<List<HeldTable>> ask(Vertical vertical, long customerId) {
        require(vertical, customerId);
        return jobs.answer("held data " + vertical.key(), job -> rows.read(customerId));
    }

    /** The same, read at once. */
    public List<HeldTable> of(Vertical vertical, long customerId) {
        require(vertical, customerId);
        return rows.read(customerId);
    }

    private void require(Vertical vertical, long customerId) {
        rights.require(Permission.EXPORT_CUSTOMERS, vertical.key());
        rights.require(Permission.SEE_PERSONAL_DATA, vertical.key());
        customer(vertical, customerId);
    }

    /** The same as JSON, to be given to the customer; recorded in the audit. */
    @Transactional
    public String export(Vertical vertical, long customerId) {
        List<HeldTable> held = of(vertical, customerId);
        audit.record("customer.disclose", "customer " + customerId, null, held.size() + " tables");
        Map<String, List<Map<String, String>>> tables = new LinkedHashMap<>();
        held.forEach(table -> tables.put(
                table.name(),
                table.rows().stream().map(row -> named(table.columns(), row)).toList()));
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(tables);
    }

    private static Map<String, String> named(List<String> columns, List<String> row) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int column = 0; column < columns.size(); column++) {
            cells.put(columns.get(column), row.get(column));
        }
        return cells;
    }

    /**
     * Erases a customer: every row of every table, the states in the audit, files. Cannot be undone.
     *
     * @param number the customer's, typed by whoever erases
     */
    @Transactional
    public void erase(Vertical vertical, long customerId, String number) {
        rights.require(Permission.IMPORT_DATA, vertical.key());
        Customer customer = customer(vertical, customerId);
        if (!customer.ref().equals(number.strip())) {
            throw new Problem("privacy.problem.number", number.strip());
        }
        customers.hold(vertical, customerId);
        rows.forgetTables();
        Set<String> stored = rows.read(customerId).stream()
                .flatMap(table -> table.texts("stored_name").stream())
                .collect(Collectors.toSet());
        Set<String> marks = marks(customer);
        Map<String, Integer> counts = rows.delete(customerId);
        String subject = "customer " + customerId;
        counts.put("audit states", auditErasure.redact(subject));
        String said = counts.entrySet().stream()
                .map(count -> count.getKey() + " " + count.getValue())
                .collect(Collectors.joining(", "));
        String kept = said.length() > LONGEST_COUNTS ? said.substring(0, LONGEST_COUNTS) : said;
        rows.insertProof(vertical.id(), rights.user().displayName(), clock.instant(), kept);
        audit.record(AuditErasure.ACTION, subject, null, kept);
        // Everybody is read anew: a change of one customer does not tell that the customer is gone.
        announcements.publish(new CustomersChanged(vertical.key(), Set.of()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                files.delete(stored, marks);
            }
        });
    }

    /** What tells the customer from others in a file; short texts would fit everybody. */
    private static Set<String> marks(Customer customer) {
        Set<String> marks = new HashSet<>();
        marks.add(customer.ref());
        String name = customer.name();
        if (name != null) {
            marks.add(name);
        }
        customer.attributes().values().forEach(value -> {
            if (value instanceof Value.Text(String text)
                    && text.chars().filter(Character::isDigit).count() >= SHORTEST_MARK) {
                marks.add(text);
            }
        });
        marks.removeIf(mark -> mark.length() < 2);
        return marks;
    }

    /** That customers were erased, newest first. */
    public List<ErasureProof> proofs(Vertical vertical, int limit) {
        rights.require(Permission.IMPORT_DATA, vertical.key());
        return rows.proofs(vertical.id(), limit);
    }

    private Customer customer(Vertical vertical, long customerId) {
        return customers.find(vertical, customerId).orElseThrow(() -> new ConflictProblem("customer.problem.gone"));
    }
}
