package org.clientele.customer.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import java.util.Optional;
import org.clientele.customer.CustomerListQuery;

/** Addresses of the customer list and of a customer, for links from every other screen. */
public final class CustomersNavigation {
    private CustomersNavigation() {}

    /**
     * The address of the list of customers behind a figure or a mark:
     * {@code to("retail", CustomerListQuery.of(CustomerFilter.segment("rfm", "champions")))}.
     */
    public static String to(String verticalKey, CustomerListQuery query) {
        return withParameters("v/" + verticalKey + "/customers", query);
    }

    /** The address of a customer's page. */
    public static String to(String verticalKey, long customerId) {
        return to(verticalKey, customerId, CustomerListQuery.ALL);
    }

    /** The address of a customer's page whose previous and next go through the list. */
    public static String to(String verticalKey, long customerId, CustomerListQuery list) {
        return withParameters("v/" + verticalKey + "/customers/" + customerId, list);
    }

    /** The address of the page that explains where a model puts a customer. */
    public static String why(String verticalKey, long customerId, String model) {
        return "v/" + verticalKey + "/customers/" + customerId + "/why?model=" + model;
    }

    /** The customer a page is about; empty where the address holds no number, such as {@code customers/why}. */
    public static Optional<Long> customer(RouteParameters parameters) {
        return parameters
                .get("customer")
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf);
    }

    /** Opens the list. */
    public static void open(UI ui, String verticalKey, CustomerListQuery query) {
        ui.navigate("v/" + verticalKey + "/customers", parameters(query));
    }

    static QueryParameters parameters(CustomerListQuery query) {
        return new QueryParameters(query.parameters());
    }

    private static String withParameters(String path, CustomerListQuery query) {
        String parameters = parameters(query).getQueryString();
        return parameters.isEmpty() ? path : path + "?" + parameters;
    }
}
