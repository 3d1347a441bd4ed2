package org.clientele.plugin.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.clientele.plugins.api.RightDefinition;
import org.clientele.plugins.api.RoleName;

/** Which acts a plugin leaves to fewer roles than the portal does; empty and hidden where it narrows nothing. */
final class DefaultRights extends Details {
    DefaultRights(List<RightDefinition> rights) {
        addClassName("quiet-details");
        setVisible(!rights.isEmpty());
        if (rights.isEmpty()) {
            return;
        }
        setSummaryText(getTranslation("plugin.rights", rights.size()));
        UnorderedList list = new UnorderedList();
        list.addClassNames("bullets", "caption");
        rights.forEach(right -> list.add(new ListItem(line(right))));
        add(list);
    }

    private String line(RightDefinition right) {
        String act = atStart(getTranslation("plugin.right." + right.act().name()));
        String roles = right.roles().stream()
                .filter(role -> role != RoleName.ADMINISTRATOR)
                .map(this::name)
                .collect(Collectors.joining(getTranslation("plugin.rights.separator")));
        return roles.isEmpty()
                ? getTranslation("plugin.rights.nobody", act)
                : getTranslation("plugin.rights.line", act, roles);
    }

    /** The act stands inside sentences elsewhere; here it begins one. */
    private static String atStart(String act) {
        return act.substring(0, 1).toUpperCase(Locale.ROOT) + act.substring(1);
    }

    private String name(RoleName role) {
        return getTranslation("access.role." + role.name().toLowerCase(Locale.ROOT));
    }
}
