package org.clientele.dataimport;

import java.nio.file.Path;
import java.time.Clock;
import org.clientele.common.ClienteleProperties;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.dataimport.persistence.ExportDao;
import org.clientele.dataimport.persistence.ImportContentDao;
import org.clientele.plugin.VerticalContent;
import org.clientele.plugin.VerticalExport;

/** What the imports of a vertical leave, and the export of its data, for tests of its removal. */
public final class ImportContents {
    private ImportContents() {}

    public static VerticalContent of(TestDatabase database, Path data) {
        return new ImportContent(
                new ImportContentDao(database.jdbi()),
                new ClienteleProperties(data, false, false, null, new ClienteleProperties.Database("", "", "")),
                Clock.systemUTC());
    }

    public static VerticalExport export(TestDatabase database) {
        return new DataExport(new ExportDao(database.jdbi()));
    }
}
