package org.clientele.customer.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import org.clientele.customer.CustomerHit;
import org.clientele.customer.CustomerSearch;

/** Finds a customer by typing part of the number or the name. */
public final class CustomerField extends ComboBox<CustomerHit> {
    public CustomerField(CustomerSearch customers, String verticalKey) {
        setLabel(getTranslation("customer.choose"));
        setPlaceholder(getTranslation("customer.choose.hint"));
        setWidthFull();
        setItemLabelGenerator(CustomerField::label);
        setItemsWithFilterConverter(
                query ->
                        customers
                                .find(verticalKey, query.getFilter().orElse(""), query.getOffset() + query.getLimit())
                                .stream()
                                .skip(query.getOffset()),
                filter -> filter);
    }

    private static String label(CustomerHit hit) {
        return hit.title().equals(hit.ref()) ? hit.ref() : hit.title() + " · " + hit.ref();
    }
}
