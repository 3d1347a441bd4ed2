package org.clientele.guide;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerLists;
import org.clientele.customer.CustomerPortrait;
import org.clientele.customer.CustomerService;
import org.clientele.customer.PersonalData;
import org.clientele.engine.column.Value;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugins.api.GuideDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Which guides are for a customer, and the choice of one by whoever talks to them. */
@Service
public class Guides {
    private final Verticals verticals;
    private final CustomerLists lists;
    private final CustomerService customers;
    private final Rights rights;

    public Guides(Verticals verticals, CustomerLists lists, CustomerService customers, Rights rights) {
        this.verticals = verticals;
        this.lists = lists;
        this.customers = customers;
        this.rights = rights;
    }

    /** All guides of a vertical. */
    public List<GuideGroup> groups(String verticalKey) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        return GuideGroup.of(verticals.get(verticalKey).definition());
    }

    /**
     * The groups of guides as they stand for a customer: a chosen card by the customer's attribute as it is now, the others by
     * conditions over the current snapshot. Nothing that gives away what is hidden from the user.
     */
    public List<CustomerGuides> ofCustomer(String verticalKey, Customer customer) {
        CustomerPortrait portrait = lists.portrait(verticalKey, customer);
        boolean mayEdit = rights.may(Permission.EDIT_CUSTOMER, verticalKey);
        return groups(verticalKey).stream()
                .map(group -> new CustomerGuides(
                        group,
                        group.guides().stream()
                                .filter(guide -> isFor(portrait, guide))
                                .toList(),
                        mayEdit
                                && group.attribute() != null
                                && !portrait.hidden().contains(group.attribute())))
                .filter(group -> !group.isEmpty())
                .toList();
    }

    private static boolean isFor(CustomerPortrait portrait, GuideDefinition guide) {
        String attribute = guide.attribute();
        if (attribute != null) {
            return portrait.value(attribute) instanceof Value.Text(String value) && value.equals(guide.value());
        }
        String when = guide.when();
        Set<String> hidden = portrait.hidden();
        return when != null && !PersonalData.mentions(when, hidden) && portrait.meets(when);
    }

    /**
     * Sets the attribute that a group's cards stand for; recorded like every change of a customer.
     *
     * @param guide the card chosen, or null: none any more
     * @return the card chosen before, or null
     */
    public @Nullable GuideDefinition choose(
            String verticalKey, long customerId, GuideGroup group, @Nullable GuideDefinition guide) {
        rights.require(Permission.EDIT_CUSTOMER, verticalKey);
        Vertical vertical = verticals.get(verticalKey);
        String attribute = group.attribute();
        if (attribute == null) {
            throw new IllegalArgumentException(
                    "Nothing is chosen in group %s: conditions decide".formatted(group.id()));
        }
        GuideDefinition before = customers
                .find(vertical, customerId)
                .flatMap(customer -> chosen(group, customer.attribute(attribute)))
                .orElse(null);
        Value value = guide == null || guide.value() == null ? Value.MISSING : new Value.Text(guide.value());
        customers.setAttribute(vertical, customerId, attribute, value);
        return before;
    }

    private static Optional<GuideDefinition> chosen(GuideGroup group, Value value) {
        return group.choices().stream()
                .filter(guide -> value instanceof Value.Text(String text) && text.equals(guide.value()))
                .findFirst();
    }
}
