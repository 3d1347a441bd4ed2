package org.clientele.stakeholder;

/** The market a party belongs to; the sixth, customers, has its own feature. Government is part of the market of influence and registered apart. */
public enum Market {
    SUPPLIER,
    /** Distributors and agents. */
    DISTRIBUTOR,
    /** Media, banks, communities. */
    INFLUENCER,
    GOVERNMENT,
    COMPETITOR,
    /** Own people and where they come from. */
    STAFF
}
