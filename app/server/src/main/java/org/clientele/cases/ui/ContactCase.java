package org.clientele.cases.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.clientele.cases.CaseData;
import org.clientele.cases.CaseType;
import org.clientele.cases.ServiceCase;
import org.clientele.interaction.Interaction;
import org.clientele.interaction.ui.ComposerAddition;
import org.clientele.plugin.Verticals;
import org.jspecify.annotations.Nullable;

/** Opens a case with a contact, or adds the contact to one, in the step that writes it down. */
@org.springframework.stereotype.Component
class ContactCase implements ComposerAddition {
    private static final int MOST = 10;

    private final CaseServices services;
    private final Verticals verticals;

    ContactCase(CaseServices services, Verticals verticals) {
        this.services = services;
        this.verticals = verticals;
    }

    @Override
    public Optional<Field> create(String verticalKey, long customerId) {
        return services.mayWork(verticalKey)
                ? verticals.find(verticalKey).map(vertical -> {
                    CaseWords words = new CaseWords(
                            vertical,
                            UI.getCurrent().getLocale(),
                            services.clock().getZone());
                    return new CaseField(words, verticalKey, customerId);
                })
                : Optional.empty();
    }

    /** A new case of a type, or one that is open. */
    private record Choice(@Nullable CaseType type, @Nullable ServiceCase open) {}

    private final class CaseField implements Field {
        private final CaseWords words;
        private final String verticalKey;
        private final long customerId;
        private final Select<Choice> choice = new Select<>();
        private UUID request = UUID.randomUUID();

        CaseField(CaseWords words, String verticalKey, long customerId) {
            this.words = words;
            this.verticalKey = verticalKey;
            this.customerId = customerId;
            choice.setLabel(words.text("cases.contact"));
            choice.setEmptySelectionAllowed(true);
            choice.setItemLabelGenerator(this::label);
            clear();
        }

        private String label(@Nullable Choice one) {
            if (one == null) {
                return "";
            }
            return one.open() == null
                    ? words.text("cases.contact.new", words.type(java.util.Objects.requireNonNull(one.type())))
                    : words.title(one.open());
        }

        @Override
        public Component component() {
            return choice;
        }

        @Override
        public void logged(Interaction contact) {
            Choice chosen = choice.getValue();
            if (chosen == null) {
                return;
            }
            ServiceCase to = chosen.open() == null ? opened(chosen, contact) : chosen.open();
            services.links().addContact(verticalKey, to.number(), contact.id());
        }

        private ServiceCase opened(Choice chosen, Interaction contact) {
            CaseData data = CaseData.of(
                    java.util.Objects.requireNonNull(chosen.type()),
                    contact.data().subject(),
                    contact.data().notes());
            return services.cases()
                    .open(
                            verticalKey,
                            customerId,
                            request,
                            data.ownedBy(services.rights().user().id()));
        }

        @Override
        public void clear() {
            request = UUID.randomUUID();
            List<Choice> choices = new ArrayList<>();
            services.lists().ofCustomer(verticalKey, customerId, MOST).stream()
                    .filter(one -> one.state().isOpen())
                    .forEach(one -> choices.add(new Choice(null, one)));
            Arrays.stream(CaseType.values())
                    .filter(services.policies().get(verticalKey).policy().types()::contains)
                    .forEach(type -> choices.add(new Choice(type, null)));
            choice.setItems(choices);
            choice.clear();
        }
    }
}
