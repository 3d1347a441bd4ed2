package org.clientele.dataimport;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.clientele.common.ClienteleProperties;
import org.clientele.dataimport.file.UploadFolder;
import org.clientele.dataimport.persistence.ImportContentDao;
import org.clientele.plugin.ContentCount;
import org.clientele.plugin.VerticalContent;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Imports of a vertical with their files, to be counted and deleted with it. */
@Component
@Order(30)
class ImportContent implements VerticalContent {
    private final ImportContentDao dao;
    private final UploadFolder folder;
    private final Clock clock;

    ImportContent(ImportContentDao dao, ClienteleProperties properties, Clock clock) {
        this.dao = dao;
        this.folder = Imports.folder(properties);
        this.clock = clock;
    }

    @Override
    public Set<String> tables() {
        return dao.rows().tables();
    }

    @Override
    public List<ContentCount> count(int verticalId) {
        return ContentCount.of(dao.rows().count(verticalId));
    }

    /** Files first: a file without a row would never be found again. */
    @Override
    public int deletePiece(int verticalId) {
        dao.rejectedFiles(verticalId).forEach(name -> folder.delete(folder.file(name)));
        folder.tidy(Imports.REJECTED, dao.allRejectedFiles(), clock.instant());
        return dao.rows().deletePiece(verticalId);
    }
}
