package org.clientele.access.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.frontend.Icon;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;

/** Edits grants: a line each, of a role, the industry it holds in and, for staff, the customers it reaches. */
final class GrantsField extends Div {
    private final Verticals verticals;
    private final GrantTexts texts;
    private final Div lines = new Div();

    GrantsField(Verticals verticals) {
        this.verticals = verticals;
        texts = new GrantTexts(verticals, UI.getCurrent().getLocale());
        H3 title = new H3(getTranslation("access.user.roles"));
        title.addClassName("section-title");
        lines.addClassName("stack");
        Button more = new Button(getTranslation("access.grant.add"), Icon.PLUS.create());
        more.addClickListener(click -> addLine(new Grant(Role.STAFF, Grant.EVERYWHERE)));
        more.addThemeVariants(ButtonVariant.TERTIARY);
        addClassName("stack");
        add(title, lines, new Div(more));
    }

    void setGrants(Collection<Grant> grants) {
        lines.removeAll();
        GrantTexts.sorted(grants).forEach(this::addLine);
    }

    Set<Grant> grants() {
        return lines.getChildren().map(Line.class::cast).map(Line::grant).collect(Collectors.toSet());
    }

    private void addLine(Grant grant) {
        lines.add(new Line(grant));
    }

    private List<String> verticalKeys(Grant grant) {
        Set<String> keys = new LinkedHashSet<>();
        keys.add(Grant.EVERYWHERE);
        verticals.enabled().stream().map(Vertical::key).forEach(keys::add);
        keys.add(grant.verticalKey());
        return List.copyOf(keys);
    }

    private final class Line extends Div {
        private final Select<Role> role = new Select<>();
        private final Select<String> vertical = new Select<>();
        private final Select<Boolean> scope = new Select<>();

        Line(Grant grant) {
            role.setItems(Role.values());
            role.setItemLabelGenerator(texts::role);
            role.setValue(grant.role());
            role.setAriaLabel(GrantsField.this.getTranslation("access.grant.role"));
            role.addClassName("grow");
            vertical.setItems(verticalKeys(grant));
            vertical.setItemLabelGenerator(texts::vertical);
            vertical.setValue(grant.verticalKey());
            vertical.setAriaLabel(GrantsField.this.getTranslation("access.grant.vertical"));
            vertical.addClassName("grow");
            scope.setItems(false, true);
            scope.setItemLabelGenerator(texts::scope);
            scope.setValue(grant.ownCustomers());
            scope.setAriaLabel(GrantsField.this.getTranslation("access.grant.scope"));
            scope.addClassName("grow");
            role.addValueChangeListener(change -> showScope());
            showScope();
            Button remove = new Button(Icon.X.create(), click -> lines.remove(this));
            remove.addThemeVariants(ButtonVariant.TERTIARY);
            remove.setAriaLabel(GrantsField.this.getTranslation("access.grant.remove"));
            addClassNames("row", "grant-line");
            add(role, vertical, scope, remove);
        }

        /** Only roles that can be limited offer it. */
        private void showScope() {
            scope.setVisible(Grant.canBeLimited(role.getValue()));
        }

        Grant grant() {
            return new Grant(
                    role.getValue(), vertical.getValue(), Grant.canBeLimited(role.getValue()) && scope.getValue());
        }
    }
}
