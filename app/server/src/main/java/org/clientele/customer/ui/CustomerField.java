package org.clientele.customer.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import org.clientele.customer.CustomerHit;
import org.clientele.customer.CustomerSearch;

/** Finds a customer by typing part of the number or the name; Enter takes the first that was found. */
public final class CustomerField extends ComboBox<CustomerHit> {
    /**
     * In the browser, because only there it is known that the arrows have chosen nothing. Who types faster than the server answers gets the
     * first of the answer; Enter that ends the writing of Chinese chooses nobody.
     */
    private static final String TAKE_FIRST = """
            const field = this;
            const press = key => field.inputElement.dispatchEvent(
                new KeyboardEvent('keydown', {key, bubbles: true, composed: true, cancelable: true}));
            const take = frames => {
              if (field.loading) {
                frames && requestAnimationFrame(() => take(frames - 1));
              } else {
                press('ArrowDown');
                press('Enter');
              }
            };
            field.addEventListener('keydown', event => {
              if (event.isTrusted && event.key === 'Enter' && !event.isComposing && field.opened && field.filter
                  && !field.inputElement.hasAttribute('aria-activedescendant')) {
                event.preventDefault();
                event.stopImmediatePropagation();
                take(600);
              }
            }, true);
            """;

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
        addAttachListener(attach -> getElement().executeJs(TAKE_FIRST));
    }

    private static String label(CustomerHit hit) {
        return hit.title().equals(hit.ref()) ? hit.ref() : hit.title() + " · " + hit.ref();
    }
}
