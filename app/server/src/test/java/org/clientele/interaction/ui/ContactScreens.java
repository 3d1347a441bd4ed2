package org.clientele.interaction.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import org.clientele.access.Colleagues;
import org.clientele.access.persistence.UserDao;
import org.clientele.common.ui.Translations;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerLists;
import org.clientele.customer.CustomerSearch;
import org.clientele.customer.ui.CustomerBeside;
import org.clientele.interaction.InteractionService;
import org.clientele.segment.ShopPortal;

/** The composer for tests of what other features add to it, or do with it. */
public final class ContactScreens {
    private ContactScreens() {}

    public static InteractionNavigation navigation(InteractionService interactions, ShopPortal shop) {
        return new InteractionNavigation(
                interactions,
                new CustomerSearch(shop.snapshots, shop.rights),
                new CustomerBeside(
                        List.of(),
                        List.of(),
                        shop.customers,
                        new CustomerLists(shop.snapshots, shop.rights, shop.audit),
                        new Colleagues(new UserDao(shop.database.jdbi()), shop.rights),
                        shop.verticals,
                        shop.clock),
                List.of(),
                TestAids.of(shop, List.of(), List.of()),
                shop.rights,
                shop.clock);
    }

    public static Component composer(
            InteractionService interactions, ShopPortal shop, Customer customer, List<ComposerAddition> additions) {
        return new InteractionPanel(
                        interactions,
                        TestAids.of(shop, List.of(), List.of()),
                        shop.rights,
                        shop.clock,
                        new Translations(),
                        additions)
                .create(shop.vertical, customer)
                .orElseThrow();
    }
}
