package org.clientele.access.ui;

import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import org.clientele.access.Passwords;

/** A field for a new password that says what is wrong with it. */
class NewPassword extends PasswordField {
    private final Passwords passwords;

    NewPassword(Passwords passwords, String labelKey) {
        this.passwords = passwords;
        setLabel(getTranslation(labelKey));
        setHelperText(getTranslation("access.password.hint", Passwords.SHORTEST));
        setAutocomplete(Autocomplete.NEW_PASSWORD);
        setMaxLength(Passwords.LONGEST);
        setWidthFull();
    }

    /** Whether the password will do; otherwise says so at the field. */
    boolean accepts(String login) {
        Passwords.Quality quality = passwords.judge(login, getValue());
        boolean good = quality == Passwords.Quality.GOOD;
        setInvalid(!good);
        if (!good) {
            setErrorMessage(getTranslation(quality.textKey(), Passwords.SHORTEST));
            focus();
        }
        return good;
    }
}
