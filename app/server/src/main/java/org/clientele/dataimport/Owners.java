package org.clientele.dataimport;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.clientele.access.User;
import org.clientele.dataimport.Interpretation.TypedRow;
import org.jspecify.annotations.Nullable;

/** Who can look after customers, by login and by names that one person alone has; neither minds capital letters. */
final class Owners {
    static final Owners NONE = new Owners(List.of());

    private final Map<String, Long> ids = new HashMap<>();

    Owners(List<User> colleagues) {
        Set<String> shared = new HashSet<>();
        for (User colleague : colleagues) {
            String name = word(colleague.displayName());
            if (ids.putIfAbsent(name, colleague.id()) != null) {
                shared.add(name);
            }
        }
        shared.forEach(ids::remove);
        colleagues.forEach(colleague -> ids.put(word(colleague.login()), colleague.id()));
    }

    /** The id of the row's owner; null where the row names none, or nobody who is known. */
    @Nullable
    Long id(TypedRow row) {
        return row.owner() == null ? null : ids.get(word(row.owner()));
    }

    boolean isUnknown(TypedRow row) {
        return row.owner() != null && id(row) == null;
    }

    private static String word(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
