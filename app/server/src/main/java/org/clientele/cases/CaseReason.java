package org.clientele.cases;

/** Where the cause of a case lay, found out when it is solved. */
public enum CaseReason {
    PRODUCT,
    PRICE,
    SERVICE,
    DELIVERY,
    BILLING,
    PROCESS,
    MANAGEMENT,
    SUPPLIER,
    CUSTOMER,
    OTHER
}
