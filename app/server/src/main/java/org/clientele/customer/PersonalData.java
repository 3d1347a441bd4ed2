package org.clientele.customer;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.AttributeDefinition;

/**
 * Which attributes are kept from the user: those that a vertical marks as personal data, where the user's role may not see them. What
 * follows from a value (a segment, the state of a check) is not hidden, the value itself is, wherever it would be shown.
 */
public final class PersonalData {
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]*");

    private PersonalData() {}

    /** The ids of the attributes whose values the user may not see; empty for those who may. */
    public static Set<String> hiddenFrom(Rights rights, Vertical vertical) {
        return rights.may(Permission.SEE_PERSONAL_DATA, vertical.key())
                ? Set.of()
                : vertical.definition().attributes().stream()
                        .filter(AttributeDefinition::personal)
                        .map(AttributeDefinition::id)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether an expression mentions one of the attributes. */
    public static boolean mentions(String expression, Set<String> attributes) {
        return WORD.matcher(expression).results().anyMatch(word -> attributes.contains(word.group()));
    }
}
