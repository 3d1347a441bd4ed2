package org.clientele.cases;

import java.nio.file.Path;
import org.clientele.cases.persistence.AttachmentDao;
import org.clientele.cases.persistence.CaseDao;
import org.clientele.cases.persistence.CaseRecords;
import org.clientele.cases.persistence.CaseRowsDao;
import org.clientele.common.ClienteleProperties;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.plugin.VerticalContent;
import org.clientele.plugin.records.VerticalRecords;

/** What cases leave in a database and a folder, for tests of its removal. */
public final class CaseRowsFixture {
    private CaseRowsFixture() {}

    public static VerticalContent content(TestDatabase database, Path data) {
        return new CaseContent(
                new CaseRowsDao(database.jdbi()),
                new AttachmentDao(database.jdbi()),
                new AttachmentFolder(properties(data)));
    }

    /** Cases on their way out and in. */
    public static VerticalRecords records(TestDatabase database, Path data) {
        return new CaseRecords(
                database.jdbi(),
                new CaseDao(database.jdbi(), database.dialect()),
                new CaseRowsDao(database.jdbi()),
                new AttachmentDao(database.jdbi()),
                new AttachmentFolder(properties(data)));
    }

    /** The files of cases on their way out and in. */
    public static VerticalRecords files(TestDatabase database, Path data) {
        return new CaseFileRecords(new AttachmentDao(database.jdbi()), new AttachmentFolder(properties(data)));
    }

    static ClienteleProperties properties(Path data) {
        return new ClienteleProperties(data, false, false, null, new ClienteleProperties.Database("", "", ""));
    }
}
