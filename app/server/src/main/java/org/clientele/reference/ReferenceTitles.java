package org.clientele.reference;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ReferenceDefinition;

/**
 * What the rows of a vertical's references are called on one screen, read once for each reference. A reference of more than
 * {@value #MOST} rows is read as far as that; the others are called by their keys.
 */
public final class ReferenceTitles {
    private static final int MOST = 5_000;

    private final References references;
    private final Vertical vertical;
    private final Map<String, Map<String, String>> read = new HashMap<>();

    public ReferenceTitles(References references, Vertical vertical) {
        this.references = references;
        this.vertical = vertical;
    }

    /** The title and the key, since only keys tell rows of one name apart; the key alone where no row or no title is known. */
    public String of(String reference, String key) {
        return read.computeIfAbsent(reference, this::titles).getOrDefault(key, key);
    }

    private Map<String, String> titles(String id) {
        ReferenceDefinition reference = vertical.definition().reference(id);
        return reference == null
                ? Map.of()
                : references.page(vertical, reference, "", 0, MOST).stream()
                        .collect(Collectors.toMap(ReferenceRow::key, row -> title(reference, row)));
    }

    private static String title(ReferenceDefinition reference, ReferenceRow row) {
        String title = ReferenceTitle.of(reference, row);
        return title.equals(row.key()) ? title : title + " · " + row.key();
    }
}
