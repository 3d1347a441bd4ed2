package org.clientele.cases.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.clientele.access.User;
import org.clientele.cases.CaseData;
import org.clientele.cases.CasePriority;
import org.clientele.cases.CaseType;
import org.clientele.cases.ServiceCase;
import org.clientele.common.Problem;
import org.clientele.common.ui.ActDialog;
import org.clientele.customer.CustomerSearch;
import org.clientele.customer.ui.CustomerField;
import org.clientele.plugin.Vertical;
import org.jspecify.annotations.Nullable;

/** What is written of a case, in a dialog: for a new one, or one that is there. */
final class CaseForm {
    private static final int ROWS = 3;

    private final CaseServices services;
    private final Vertical vertical;
    private final CaseWords words;
    private final Select<CaseType> type = new Select<>();
    private final TextField subject = new TextField();
    private final TextArea description = new TextArea();
    private final Select<CasePriority> priority = new Select<>();
    private final Select<User> owner = new Select<>();
    private final ComboBox<String> team = new ComboBox<>();
    private final UUID request = UUID.randomUUID();

    CaseForm(CaseServices services, Vertical vertical) {
        this.services = services;
        this.vertical = vertical;
        this.words = new CaseWords(
                vertical, UI.getCurrent().getLocale(), services.clock().getZone());
        label();
        show(CaseData.of(type.getListDataView().getItem(0), "?", ""));
        subject.clear();
    }

    /** Opens a case of a customer who is still to be found. */
    void create(CustomerSearch customers, Consumer<ServiceCase> whenOpened) {
        CustomerField customer = new CustomerField(customers, vertical.key());
        dialog(
                        "cases.new.title",
                        "cases.new.do",
                        () -> {
                            if (customer.isEmpty()) {
                                throw new Problem("cases.problem.no-customer");
                            }
                            whenOpened.accept(open(customer.getValue().id()));
                        },
                        customer)
                .open();
    }

    /** Opens a case of the customer. */
    void create(long customerId, Consumer<ServiceCase> whenOpened) {
        dialog("cases.new.title", "cases.new.do", () -> whenOpened.accept(open(customerId)), null)
                .open();
    }

    private ServiceCase open(long customerId) {
        return services.cases().open(vertical.key(), customerId, request, read());
    }

    /** Changes a case. */
    void edit(ServiceCase seen, Runnable whenStored) {
        type.setItems(CaseType.values());
        show(seen.data());
        dialog(
                        "cases.edit.title",
                        "cases.edit.do",
                        () -> {
                            services.cases().edit(vertical.key(), seen, read());
                            whenStored.run();
                        },
                        null)
                .open();
    }

    private ActDialog dialog(String title, String action, Runnable act, @Nullable Component first) {
        Div more = new Div(priority, owner, team);
        more.addClassNames("row", "composer-more");
        return first == null
                ? new ActDialog(words.text(title), words.text(action), act, subject, type, description, more)
                : new ActDialog(words.text(title), words.text(action), act, first, subject, type, description, more);
    }

    private void label() {
        type.setLabel(words.text("cases.field.type"));
        type.setItems(Arrays.stream(CaseType.values())
                .filter(services.policies().get(vertical.key()).policy().types()::contains)
                .toList());
        type.setItemLabelGenerator(words::type);
        type.setWidthFull();
        subject.setLabel(words.text("cases.field.subject"));
        subject.setMaxLength(CaseData.SUBJECT_LENGTH);
        subject.setRequiredIndicatorVisible(true);
        subject.setWidthFull();
        description.setLabel(words.text("cases.field.description"));
        description.setMaxLength(CaseData.DESCRIPTION_LENGTH);
        description.setMinRows(ROWS);
        description.setWidthFull();
        priority.setLabel(words.text("cases.field.priority"));
        priority.setItems(CasePriority.values());
        priority.setItemLabelGenerator(words::priority);
        List<User> colleagues = services.colleagues().in(vertical.key());
        owner.setLabel(words.text("cases.field.owner"));
        owner.setItems(colleagues);
        owner.setEmptySelectionAllowed(true);
        owner.setEmptySelectionCaption(words.text("cases.nobody"));
        owner.setItemLabelGenerator(user -> user == null ? words.text("cases.nobody") : user.displayName());
        team.setLabel(words.text("cases.field.team"));
        team.setItems(services.lists().teams(vertical.key()));
        team.setClearButtonVisible(true);
        team.setAllowCustomValue(true);
        team.addCustomValueSetListener(typed -> team.setValue(typed.getDetail().strip()));
    }

    private void show(CaseData data) {
        type.setValue(data.type());
        subject.setValue(data.subject());
        description.setValue(data.description());
        priority.setValue(data.priority());
        owner.setValue(services.colleagues().in(vertical.key()).stream()
                .filter(user -> Objects.equals(user.id(), data.ownerId()))
                .findFirst()
                .orElse(null));
        team.setValue(data.team());
    }

    private CaseData read() {
        User chosen = owner.getValue();
        return new CaseData(
                type.getValue(),
                subject.getValue(),
                description.getValue(),
                priority.getValue(),
                chosen == null ? null : chosen.id(),
                team.getValue());
    }
}
