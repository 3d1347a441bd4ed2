package org.clientele.portal.screen;

import org.clientele.access.Rights;
import org.clientele.customer.CustomerLists;
import org.clientele.customer.CustomerService;
import org.clientele.customer.CustomerSnapshots;
import org.springframework.stereotype.Component;

/** What screens of plugins ask, by way of the portal. */
@Component
record ScreenServices(CustomerLists lists, CustomerService customers, CustomerSnapshots snapshots, Rights rights) {}
