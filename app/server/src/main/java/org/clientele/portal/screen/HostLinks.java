package org.clientele.portal.screen;

import com.vaadin.flow.router.Location;
import org.clientele.customer.ui.CustomersNavigation;
import org.clientele.plugins.ui.CustomerQuery;
import org.clientele.plugins.ui.ScreenLinks;

/** Addresses within the vertical, and no others. */
final class HostLinks implements ScreenLinks {
    private final Visit visit;

    HostLinks(Visit visit) {
        this.visit = visit;
    }

    @Override
    public String customer(long id) {
        return CustomersNavigation.to(visit.key(), id);
    }

    @Override
    public String customers(CustomerQuery query) {
        return CustomersNavigation.to(visit.key(), Queries.of(query));
    }

    @Override
    public String overview() {
        return "v/" + visit.key() + "/overview";
    }

    @Override
    public String screen(String id) {
        if (visit.vertical().definition().screen(id) == null) {
            throw new IllegalArgumentException("The vertical %s has no screen %s".formatted(visit.key(), id));
        }
        return PluginScreenView.address(visit.key(), id);
    }

    @Override
    public void open(String address) {
        visit.require();
        require(address);
        Location location = new Location(address);
        visit.ui().navigate(location.getPath(), location.getQueryParameters());
    }

    /** @throws IllegalArgumentException when the address leads out of the vertical */
    void require(String address) {
        String root = "v/" + visit.key() + "/";
        if (!address.startsWith(root) || address.contains("..")) {
            throw new IllegalArgumentException(
                    "A screen links to addresses that begin with %s, found %s".formatted(root, address));
        }
    }
}
