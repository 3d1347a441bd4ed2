package org.clientele.dataimport;

import java.nio.file.Path;
import java.util.Scanner;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.dataimport.file.FileInspection;

/**
 * Imports the same purchases at each line "import", and says on the console how that ended and what is stored then. Arguments: folder of the
 * database, folder of the uploads.
 */
final class FullDiskImporter {
    private static final int PURCHASES = 20_000;

    private FullDiskImporter() {}

    public static void main(String[] arguments) throws Exception {
        try (ImportFixture portal = new ImportFixture(
                        TestDatabase.inFolder(Path.of(arguments[0])),
                        database -> database.reserved(Path.of(arguments[0])),
                        Path.of(arguments[1]),
                        RetailFixture.definition());
                Scanner lines = new Scanner(System.in)) {
            FileInspection refused = portal.upload(purchases());
            FileInspection file = portal.upload(purchases());
            ImportPlan plan = PlanProposal.propose(portal.vertical(), file);
            say("ready");
            lines.next();
            long id = portal.imports().start(portal.vertical(), refused, plan, ImportFixture.WORDING);
            ImportFixture.await(() -> portal.imports().progress(id).isEmpty());
            say("ended");
            ImportRun failed = portal.finished(id);
            say(failed.state() + " " + failed.failure() + " " + stored(portal));
            ImportRun run = portal.run(file, plan);
            say(run.state() + " " + stored(portal));
            say(portal.undo(run.id()).state() + " " + stored(portal));
        }
    }

    /** Marked, among what the log says. */
    private static void say(String answer) {
        System.out.println("> " + answer);
    }

    private static String stored(ImportFixture portal) {
        return portal.count("SELECT count(*) FROM customer") + " "
                + portal.count("SELECT count(*) FROM " + portal.purchases());
    }

    private static String purchases() {
        StringBuilder file = new StringBuilder("customer,time,amount,invoice,product,quantity,country\n");
        for (int i = 0; i < PURCHASES; i++) {
            file.append("C%05d,2025-01-%02d,%d.50,A%d,Cup,1,France\n".formatted(i / 4, 1 + i % 28, 1 + i % 90, i));
        }
        return file.toString();
    }
}
