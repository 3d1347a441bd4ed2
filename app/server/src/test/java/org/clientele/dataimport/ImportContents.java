package org.clientele.dataimport;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.clientele.common.ClienteleProperties;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.customer.persistence.ViewRecords;
import org.clientele.dataimport.persistence.ExportDao;
import org.clientele.dataimport.persistence.ImportContentDao;
import org.clientele.interaction.persistence.InteractionRecords;
import org.clientele.plugin.VerticalContent;
import org.clientele.plugin.VerticalExport;
import org.clientele.workflow.persistence.WorkflowRecords;

/** What the imports of a vertical leave, and the export of its data, for tests of its removal. */
public final class ImportContents {
    private ImportContents() {}

    public static VerticalContent of(TestDatabase database, Path data) {
        return new ImportContent(
                new ImportContentDao(database.jdbi()),
                new ClienteleProperties(data, false, false, null, new ClienteleProperties.Database("", "", "")),
                Clock.systemUTC());
    }

    static RecordFeatures records(TestDatabase database) {
        return new RecordFeatures(List.of(
                new InteractionRecords(database.jdbi()),
                new WorkflowRecords(database.jdbi()),
                new ViewRecords(database.jdbi())));
    }

    public static VerticalExport export(TestDatabase database) {
        return new DataExport(new ExportDao(database.jdbi()), records(database));
    }
}
