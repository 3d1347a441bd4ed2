package org.clientele.interaction;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestAudit;
import org.clientele.access.TestRights;
import org.clientele.access.User;
import org.clientele.common.Announcements;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.customer.OwnCustomers;
import org.clientele.customer.persistence.CustomerDao;
import org.clientele.interaction.persistence.InteractionDao;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalFixture;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Logs contacts one after another in a process of its own and says on the console which are acknowledged, until the process is killed.
 * Arguments: data folder, user id, customer id, number of the first contact.
 */
final class InteractionWriter {
    static final int CONTACTS = 1_000;

    private InteractionWriter() {}

    public static void main(String[] arguments) {
        TestDatabase database = TestDatabase.inFolder(Path.of(arguments[0]));
        User user = user(Long.parseLong(arguments[1]));
        long customer = Long.parseLong(arguments[2]);
        int first = Integer.parseInt(arguments[3]);
        Vertical vertical = VerticalFixture.shop(database);
        InteractionService service = service(database, vertical, user);
        TransactionTemplate transactions = database.transactions();
        for (int number = first; number < first + CONTACTS; number++) {
            InteractionData data = contact(number);
            transactions.executeWithoutResult(status -> service.log(vertical.key(), customer, UUID.randomUUID(), data));
            System.out.println("acknowledged " + number);
        }
    }

    /** The contact of that number, the same in every process. */
    static InteractionData contact(int number) {
        return new InteractionData(
                Instant.ofEpochSecond(1_700_000_000L + number),
                Channel.PHONE,
                Direction.INCOMING,
                "Contact " + number,
                ("Notes of contact " + number + " 备注 ").repeat(20).strip(),
                Outcome.SOLVED,
                1 + number % InteractionData.BEST_SATISFACTION,
                null);
    }

    static User user(long id) {
        return TestRights.user(id, new Grant(Role.STAFF, Grant.EVERYWHERE));
    }

    static InteractionService service(TestDatabase database, Vertical vertical, User user) {
        TestRights rights = TestRights.of(Role.STAFF);
        rights.become(user);
        return new InteractionService(
                new InteractionDao(database.jdbi()),
                VerticalFixture.verticals(vertical),
                new OwnCustomers(new CustomerDao(database.jdbi(), database.dialect()), rights),
                rights,
                new TestAudit(),
                new Announcements(),
                Clock.systemUTC());
    }
}
