package org.clientele.plugin;

import java.util.List;
import java.util.Set;
import org.clientele.common.persistence.OwnedRows;

/** Content of a vertical that is the rows of some tables and nothing else. */
public abstract class OwnedContent implements VerticalContent {
    private final OwnedRows rows;

    protected OwnedContent(OwnedRows rows) {
        this.rows = rows;
    }

    @Override
    public Set<String> tables() {
        return rows.tables();
    }

    @Override
    public List<ContentCount> count(int verticalId) {
        return ContentCount.of(rows.count(verticalId));
    }

    @Override
    public int deletePiece(int verticalId) {
        return rows.deletePiece(verticalId);
    }
}
