package org.clientele.reference;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ReferenceDefinition;
import org.clientele.reference.persistence.ReferenceDao;
import org.springframework.stereotype.Service;

/** The keyed lists of a vertical for those who may see it: units, staff and the like. */
@Service
public class References {
    private final ReferenceDao rows;
    private final Rights rights;

    public References(ReferenceDao rows, Rights rights) {
        this.rows = rows;
        this.rights = rights;
    }

    /**
     * Rows in the order of their keys.
     *
     * @param typed what the key or a text of the row contains, upper and lower case alike; empty for all
     */
    public List<ReferenceRow> page(
            Vertical vertical, ReferenceDefinition reference, String typed, int offset, int limit) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        return rows.page(vertical, reference, typed, offset, limit);
    }

    /** How many rows {@link #page} would list. */
    public int count(Vertical vertical, ReferenceDefinition reference, String typed) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        return rows.count(vertical, reference, typed);
    }

    /** The rows of these keys; keys that no row has are left out. */
    public Map<String, ReferenceRow> find(Vertical vertical, ReferenceDefinition reference, Collection<String> keys) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        return rows.find(vertical, reference, keys);
    }
}
