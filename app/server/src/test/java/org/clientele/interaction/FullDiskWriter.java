package org.clientele.interaction;

import java.nio.file.Path;
import java.util.Scanner;
import java.util.UUID;
import org.clientele.access.User;
import org.clientele.common.Problem;
import org.clientele.common.StorageFailures;
import org.clientele.common.persistence.DiskFailures;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalFixture;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Logs one contact for each line it reads and answers on the console "acknowledged" or "refused" with the number, whatever the disk does.
 * Arguments: data folder, user id, customer id.
 */
final class FullDiskWriter {
    private FullDiskWriter() {}

    public static void main(String[] arguments) throws Exception {
        try (TestDatabase database = TestDatabase.inFolder(Path.of(arguments[0]));
                Scanner lines = new Scanner(System.in)) {
            User user = InteractionWriter.user(Long.parseLong(arguments[1]));
            long customer = Long.parseLong(arguments[2]);
            Vertical vertical = VerticalFixture.shop(database);
            InteractionService service = InteractionWriter.service(database, vertical, user);
            TransactionTemplate transactions = new TransactionTemplate(database.reserved(Path.of(arguments[0])));
            StorageFailures failures = new DiskFailures();
            System.out.println("ready");
            while (lines.hasNextInt()) {
                int number = lines.nextInt();
                try {
                    InteractionData data = InteractionWriter.contact(number);
                    transactions.executeWithoutResult(
                            status -> service.log(vertical.key(), customer, UUID.randomUUID(), data));
                    System.out.println("acknowledged " + number);
                } catch (Problem full) {
                    System.out.println("refused " + number + " " + full.key());
                } catch (RuntimeException full) {
                    String why = failures.problem(full).map(Problem::key).orElse(full.toString());
                    System.out.println("refused " + number + " " + why.replaceAll("\\R", " "));
                }
            }
        }
    }
}
