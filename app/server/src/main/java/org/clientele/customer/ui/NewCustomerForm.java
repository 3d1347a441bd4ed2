package org.clientele.customer.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.clientele.access.User;
import org.clientele.common.Problem;
import org.clientele.common.ui.Messages;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerData;
import org.clientele.customer.CustomerHit;
import org.clientele.customer.CustomerRules;
import org.clientele.customer.CustomerService;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Tone;
import org.clientele.plugin.Vertical;
import org.jspecify.annotations.Nullable;

/** Makes a customer by hand. Customers who may be the same person are shown before anything is saved. */
final class NewCustomerForm extends Dialog {
    private final CustomerService customers;
    private final Vertical vertical;
    private final Consumer<Customer> whenSaved;
    private final TextField ref = new TextField();
    private final EditedFields fields;
    private final Div remarks = new Div();
    private final Button save;
    private List<CustomerHit> shown = List.of();

    /**
     * @param hidden attributes that are left out: the user may not see them
     * @param owner who looks after the customer unless another is chosen
     */
    NewCustomerForm(
            CustomerService customers,
            List<User> colleagues,
            Vertical vertical,
            Set<String> hidden,
            @Nullable Long owner,
            Consumer<Customer> whenSaved) {
        this.customers = customers;
        this.vertical = vertical;
        this.whenSaved = whenSaved;
        this.fields = new EditedFields(vertical, colleagues, hidden);
        setHeaderTitle(getTranslation("customer.new.title"));
        setWidth("min(720px, 96vw)");
        ref.setLabel(getTranslation("customer.field.ref"));
        ref.setMaxLength(CustomerRules.REF_LENGTH);
        ref.setRequiredIndicatorVisible(true);
        ref.addValueChangeListener(change -> look());
        fields.addComponentAsFirst(ref);
        fields.name().addValueChangeListener(change -> look());
        fields.showOwner(owner);
        remarks.addClassName("form-remarks");
        add(remarks, fields);
        save = new Button(getTranslation("customer.new.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), save);
        ref.focus();
    }

    private void look() {
        List<CustomerHit> similar = customers.similar(vertical, typed());
        if (!similar.equals(shown)) {
            shown = similar;
            remarks.removeAll();
            if (!similar.isEmpty()) {
                remarks.add(likeness(similar));
            }
        }
        save.setText(getTranslation(similar.isEmpty() ? "customer.new.save" : "customer.new.save-anyway"));
    }

    private Banner likeness(List<CustomerHit> similar) {
        Div links = new Div();
        links.addClassName("stack");
        for (CustomerHit hit : similar) {
            String label = hit.title().equals(hit.ref()) ? hit.ref() : hit.title() + " · " + hit.ref();
            Anchor link = new Anchor(CustomersNavigation.to(vertical.key(), hit.id()), label);
            link.setTarget("_blank");
            links.add(link);
        }
        return new Banner(Tone.WARN, getTranslation("customer.new.similar"), links);
    }

    private CustomerData typed() {
        CustomerData typed = fields.typed(new CustomerData(ref.getValue().strip(), null, null, Map.of()));
        return new CustomerData(ref.getValue().strip(), typed.name(), typed.ownerUserId(), typed.attributes());
    }

    private void save() {
        if (!fields.isValid()) {
            return;
        }
        List<CustomerHit> seen = shown;
        look();
        if (!shown.equals(seen)) {
            return;
        }
        try {
            Customer made = customers.create(vertical, typed());
            close();
            whenSaved.accept(made);
        } catch (Problem problem) {
            show(problem);
        }
    }

    private void show(Problem problem) {
        if (problem.key().startsWith("customer.problem.ref")) {
            ref.setErrorMessage(Messages.text(problem));
            ref.setInvalid(true);
            ref.focus();
        } else {
            remarks.removeAll();
            remarks.add(new Banner(Tone.BAD, Messages.text(problem)));
        }
    }
}
