package org.clientele.customer.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.clientele.access.Colleagues;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Problem;
import org.clientele.common.ui.FieldEditor;
import org.clientele.common.ui.Messages;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerData;
import org.clientele.customer.CustomerService;
import org.clientele.engine.column.Value;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Tone;
import org.clientele.plugin.Vertical;
import org.jspecify.annotations.Nullable;

/**
 * Edits name, owner and attributes. When somebody else was faster nothing is saved, what was typed stays, and the form can be brought up
 * to date: fields not touched here take the new values, the others say what stands there now.
 */
final class CustomerForm extends Dialog {
    private final CustomerService customers;
    private final Vertical vertical;
    private final BiConsumer<Customer, Customer> whenSaved;
    private final EditedFields fields;
    private final Div remarks = new Div();
    private Customer seen;

    /**
     * @param hidden attributes that are left out: the user may not see them
     * @param whenSaved told the customer before and after
     */
    CustomerForm(
            CustomerService customers,
            Colleagues colleagues,
            Vertical vertical,
            Customer seen,
            Set<String> hidden,
            BiConsumer<Customer, Customer> whenSaved) {
        this.customers = customers;
        this.vertical = vertical;
        this.seen = seen;
        this.whenSaved = whenSaved;
        this.fields = new EditedFields(vertical, colleagues.in(vertical.key()), hidden);
        setHeaderTitle(getTranslation("customer.form.title", seen.title()));
        setWidth("min(720px, 96vw)");
        remarks.addClassName("form-remarks");
        add(remarks, fields);
        Button save = new Button(getTranslation("common.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Button cancel = new Button(getTranslation("common.cancel"), click -> close());
        getFooter().add(cancel, save);
        fields.show(seen.data());
    }

    private void save() {
        if (!fields.isValid()) {
            return;
        }
        try {
            Customer before = seen;
            Customer after = customers.update(vertical, before, fields.typed(before.data()));
            close();
            whenSaved.accept(before, after);
        } catch (ConflictProblem conflict) {
            offerUpdate(conflict);
        } catch (Problem problem) {
            remark(new Banner(Tone.BAD, Messages.text(problem)));
        }
    }

    private void offerUpdate(ConflictProblem conflict) {
        Button update = new Button(getTranslation("customer.form.update"), click -> bringUpToDate());
        remark(new Banner(Tone.WARN, Messages.text(conflict), update));
    }

    private void remark(Banner banner) {
        remarks.removeAll();
        remarks.add(banner);
    }

    private void bringUpToDate() {
        CustomerData before = seen.data();
        CustomerData mine = fields.typed(before);
        Customer now = customers.find(vertical, seen.id()).orElse(null);
        if (now == null) {
            remark(new Banner(Tone.BAD, getTranslation("customer.problem.gone")));
            return;
        }
        seen = now;
        if (Objects.equals(before.name(), mine.name())) {
            fields.name().setValue(now.name() == null ? "" : now.name());
        } else {
            fields.name().setHelperText(nowStands(now.name(), before.name()));
        }
        if (Objects.equals(before.ownerUserId(), mine.ownerUserId())) {
            fields.showOwner(now.ownerUserId());
        }
        fields.forEachEditor((attribute, editor) -> merge(
                editor, attribute, before.attribute(attribute), mine.attribute(attribute), now.attribute(attribute)));
        remark(new Banner(Tone.GOOD, getTranslation("customer.form.updated")));
    }

    private void merge(FieldEditor editor, String attribute, Value before, Value mine, Value now) {
        if (mine.equals(before)) {
            editor.show(now);
        } else if (!now.equals(before)) {
            editor.remark(getTranslation("customer.form.now", fields.formats().value(attribute, now)));
        }
    }

    private @Nullable String nowStands(@Nullable String now, @Nullable String before) {
        return Objects.equals(now, before) ? null : getTranslation("customer.form.now", now == null ? "–" : now);
    }
}
