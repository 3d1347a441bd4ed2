package org.clientele.access.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.plugin.Verticals;

/** Roles and industries as people read them. */
record GrantTexts(Verticals verticals, Locale locale) {
    String role(Role role) {
        return I18NProvider.translate(locale, "access.role." + role.name().toLowerCase(Locale.ROOT));
    }

    /** The vertical's name; its key while it is disabled. */
    String vertical(String key) {
        return key.equals(Grant.EVERYWHERE)
                ? I18NProvider.translate(locale, "access.grant.everywhere")
                : verticals.find(key).map(vertical -> vertical.name(locale)).orElse(key);
    }

    String grant(Grant grant) {
        String where = role(grant.role()) + " · " + vertical(grant.verticalKey());
        return grant.ownCustomers() ? where + " · " + scope(true) : where;
    }

    /** Which customers a role reaches. */
    String scope(boolean ownCustomers) {
        return I18NProvider.translate(locale, ownCustomers ? "access.grant.own" : "access.grant.all");
    }

    /** All grants in one line, the strongest first. */
    String describe(Collection<Grant> grants) {
        return grants.isEmpty()
                ? I18NProvider.translate(locale, "access.grant.none")
                : sorted(grants).stream().map(this::grant).collect(Collectors.joining(", "));
    }

    static List<Grant> sorted(Collection<Grant> grants) {
        return grants.stream()
                .sorted(Comparator.comparing(Grant::role).thenComparing(Grant::verticalKey))
                .toList();
    }
}
