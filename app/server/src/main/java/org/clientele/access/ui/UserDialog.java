package org.clientele.access.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Set;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.User;
import org.clientele.common.Problem;
import org.clientele.plugin.Verticals;

/** Invites a user or changes one. Stays open, with what was typed, when saving fails. */
final class UserDialog extends Dialog {
    private final TextField login = new TextField();
    private final TextField name = new TextField();
    private final GrantsField grants;
    private final Div remark = Remarks.place();

    /** Stores what the dialog holds; a {@link Problem} is shown in the dialog. */
    @FunctionalInterface
    interface Store {
        void save(String login, String displayName, Set<Grant> grants);
    }

    private UserDialog(Verticals verticals, Store store) {
        grants = new GrantsField(verticals);
        login.setLabel(getTranslation("access.login.name"));
        name.setLabel(getTranslation("access.user.name"));
        login.setWidthFull();
        name.setWidthFull();
        Div form = new Div(remark, name, login, grants);
        form.addClassName("stack");
        add(form);
        Button save = new Button(getTranslation("access.users.save"), click -> save(store));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("access.users.cancel"), click -> close()), save);
        setWidth("40rem");
    }

    static UserDialog invite(Verticals verticals, Store store) {
        UserDialog dialog = new UserDialog(verticals, store);
        dialog.setHeaderTitle(dialog.getTranslation("access.users.invite"));
        dialog.login.setHelperText(dialog.getTranslation("access.user.login-hint"));
        dialog.grants.setGrants(Set.of(new Grant(Role.STAFF, Grant.EVERYWHERE)));
        dialog.name.setAutofocus(true);
        return dialog;
    }

    static UserDialog edit(Verticals verticals, User user, Store store) {
        UserDialog dialog = new UserDialog(verticals, store);
        dialog.setHeaderTitle(user.displayName());
        dialog.login.setValue(user.login());
        dialog.login.setReadOnly(true);
        dialog.name.setValue(user.displayName());
        dialog.grants.setGrants(user.grants());
        return dialog;
    }

    private void save(Store store) {
        remark.removeAll();
        try {
            store.save(login.getValue(), name.getValue(), grants.grants());
            close();
        } catch (Problem problem) {
            Remarks.show(remark, problem);
        }
    }
}
