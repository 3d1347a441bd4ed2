package org.clientele.loyalty;

import java.util.UUID;
import org.clientele.customer.CustomerListQuery;

/**
 * The same points for every customer of a list.
 *
 * @param name what people call the customers together
 * @param change points for each; negative to take them
 * @param request made once per form, so that nothing is posted twice
 */
public record GroupAdjustment(String name, CustomerListQuery customers, long change, String reason, UUID request) {}
