package org.clientele.customer.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.clientele.access.Colleagues;
import org.clientele.access.User;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Problem;
import org.clientele.common.ui.Messages;
import org.clientele.common.ui.VerticalFormats;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerData;
import org.clientele.customer.CustomerRules;
import org.clientele.customer.CustomerService;
import org.clientele.engine.column.Value;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Tone;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.Layer;
import org.jspecify.annotations.Nullable;

/**
 * Edits name, owner and attributes. When somebody else was faster nothing is saved, what was typed stays, and the form can be brought up
 * to date: fields not touched here take the new values, the others say what stands there now.
 */
final class CustomerForm extends Dialog {
    private final CustomerService customers;
    private final Vertical vertical;
    private final BiConsumer<Customer, Customer> whenSaved;
    private final VerticalFormats formats;
    private final Set<String> hidden;
    private final TextField name = new TextField();
    private final ComboBox<User> owner = new ComboBox<>();
    private final List<User> colleagues;
    private final Map<String, AttributeEditor> editors = new HashMap<>();
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
        this.hidden = hidden;
        this.whenSaved = whenSaved;
        this.colleagues = colleagues.in(vertical.key());
        this.formats = new VerticalFormats(vertical.definition(), vertical.texts(), vertical.currency(), getLocale());
        setHeaderTitle(getTranslation("customer.form.title", seen.title()));
        setWidth("min(720px, 96vw)");
        add(remarks, fields());
        Button save = new Button(getTranslation("common.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Button cancel = new Button(getTranslation("common.cancel"), click -> close());
        getFooter().add(cancel, save);
        show(seen.data());
    }

    private Div fields() {
        name.setLabel(getTranslation("customer.field.name"));
        name.setMaxLength(CustomerRules.NAME_LENGTH);
        owner.setLabel(getTranslation("customer.field.owner"));
        owner.setItems(colleagues);
        owner.setItemLabelGenerator(User::displayName);
        owner.setClearButtonVisible(true);
        Div form = new Div(name, owner);
        form.addClassName("form");
        for (Layer layer : Layer.values()) {
            addLayer(form, layer);
        }
        return form;
    }

    private void addLayer(Div form, Layer layer) {
        List<Component> fields = new ArrayList<>();
        for (AttributeDefinition attribute : vertical.definition().attributes()) {
            if (attribute.layer() == layer && !hidden.contains(attribute.id())) {
                AttributeEditor editor = AttributeEditor.of(attribute, formats, vertical.currency());
                editors.put(attribute.id(), editor);
                fields.add(editor.component());
            }
        }
        if (!fields.isEmpty()) {
            H3 heading = new H3(getTranslation("customer.layer." + layer.name().toLowerCase(Locale.ROOT)));
            heading.addClassNames("section-title", "form-wide");
            form.add(heading);
            fields.forEach(form::add);
        }
    }

    private void show(CustomerData data) {
        name.setValue(data.name() == null ? "" : data.name());
        owner.setValue(user(data.ownerUserId()));
        editors.forEach((attribute, editor) -> editor.show(data.attribute(attribute)));
    }

    private @Nullable User user(@Nullable Long id) {
        return colleagues.stream()
                .filter(user -> Objects.equals(user.id(), id))
                .findFirst()
                .orElse(null);
    }

    private CustomerData typed() {
        Map<String, Value> attributes = new HashMap<>(seen.attributes());
        editors.forEach((attribute, editor) -> attributes.put(attribute, editor.value()));
        String text = name.getValue().strip();
        User chosen = owner.getValue();
        boolean unlisted = chosen == null && owner.isEmpty() && user(seen.ownerUserId()) == null;
        Long ownerId = chosen != null ? Long.valueOf(chosen.id()) : unlisted ? seen.ownerUserId() : null;
        return new CustomerData(seen.ref(), text.isEmpty() ? null : text, ownerId, attributes);
    }

    private void save() {
        if (!editors.values().stream().allMatch(AttributeEditor::isValid)) {
            return;
        }
        try {
            Customer before = seen;
            Customer after = customers.update(vertical, before, typed());
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
        CustomerData mine = typed();
        Customer now = customers.find(vertical, seen.id()).orElse(null);
        if (now == null) {
            remark(new Banner(Tone.BAD, getTranslation("customer.problem.gone")));
            return;
        }
        seen = now;
        if (Objects.equals(before.name(), mine.name())) {
            name.setValue(now.name() == null ? "" : now.name());
        } else {
            name.setHelperText(nowStands(now.name(), before.name()));
        }
        if (Objects.equals(before.ownerUserId(), mine.ownerUserId())) {
            owner.setValue(user(now.ownerUserId()));
        }
        editors.forEach((attribute, editor) -> merge(
                editor, attribute, before.attribute(attribute), mine.attribute(attribute), now.attribute(attribute)));
        remark(new Banner(Tone.GOOD, getTranslation("customer.form.updated")));
    }

    private void merge(AttributeEditor editor, String attribute, Value before, Value mine, Value now) {
        if (mine.equals(before)) {
            editor.show(now);
        } else if (!now.equals(before)) {
            editor.remark(getTranslation("customer.form.now", formats.value(attribute, now)));
        }
    }

    private @Nullable String nowStands(@Nullable String now, @Nullable String before) {
        return Objects.equals(now, before) ? null : getTranslation("customer.form.now", now == null ? "–" : now);
    }
}
