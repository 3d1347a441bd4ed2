package org.clientele.dataimport;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.dataimport.Interpretation.TypedRow;
import org.jspecify.annotations.Nullable;

/** Counts the rows that point to rows of a reference which are not known. */
final class PointerTally {
    private final List<Pointer> pointers = new ArrayList<>();

    /** @param keys the known keys of every reference that a mapped field points to */
    PointerTally(RowInterpreter interpreter, Map<String, Set<String>> keys) {
        interpreter
                .fieldReferences()
                .forEach((index, reference) ->
                        pointers.add(new Pointer(reference, false, index, keys.getOrDefault(reference, Set.of()))));
        interpreter
                .attributeReferences()
                .forEach((index, reference) ->
                        pointers.add(new Pointer(reference, true, index, keys.getOrDefault(reference, Set.of()))));
    }

    void row(TypedRow row) {
        for (Pointer pointer : pointers) {
            pointer.count(row);
        }
    }

    List<UnknownKeys> unknown() {
        Map<String, Long> rows = new LinkedHashMap<>();
        pointers.stream()
                .filter(pointer -> pointer.unknown > 0)
                .forEach(pointer -> rows.merge(pointer.reference, pointer.unknown, Math::max));
        return rows.entrySet().stream()
                .map(entry -> new UnknownKeys(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** A field of the file's rows that holds keys. */
    private static final class Pointer {
        private final String reference;
        private final boolean attribute;
        private final int index;
        private final Set<String> known;
        private long unknown;

        Pointer(String reference, boolean attribute, int index, Set<String> known) {
            this.reference = reference;
            this.attribute = attribute;
            this.index = index;
            this.known = known;
        }

        void count(TypedRow row) {
            @Nullable Object key = (attribute ? row.attributes() : row.fields()).get(index);
            if (key instanceof String text && !known.contains(text)) {
                unknown++;
            }
        }
    }
}
