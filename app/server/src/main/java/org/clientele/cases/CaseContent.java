package org.clientele.cases;

import java.util.List;
import java.util.Set;
import org.clientele.cases.persistence.AttachmentDao;
import org.clientele.cases.persistence.CaseRowsDao;
import org.clientele.plugin.ContentCount;
import org.clientele.plugin.VerticalContent;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Cases of a vertical with their files, to be counted and deleted with it. */
@Component
@Order(5)
public class CaseContent implements VerticalContent {
    private static final int PIECE = 500;

    private final CaseRowsDao rows;
    private final AttachmentDao attachments;
    private final AttachmentFolder folder;

    public CaseContent(CaseRowsDao rows, AttachmentDao attachments, AttachmentFolder folder) {
        this.rows = rows;
        this.attachments = attachments;
        this.folder = folder;
    }

    @Override
    public Set<String> tables() {
        return rows.ofVertical().tables();
    }

    @Override
    public List<ContentCount> count(int verticalId) {
        return ContentCount.of(rows.ofVertical().count(verticalId));
    }

    /** Files first: a file without a row would never be found again. */
    @Override
    public int deletePiece(int verticalId) {
        List<String> files = attachments.storedNames(verticalId, PIECE);
        files.forEach(folder::delete);
        return files.isEmpty() ? rows.ofVertical().deletePiece(verticalId) : attachments.deleteAll(files);
    }
}
