package org.clientele.customer;

import org.clientele.common.AddressParameters;

/** The lists that views are kept of. */
public enum ViewPage {
    CUSTOMERS,
    WORKLIST;

    /** Its word in addresses and files. */
    public String code() {
        return AddressParameters.code(this);
    }

    /** The address of the list. */
    public String address(String verticalKey) {
        return "v/" + verticalKey + "/" + code();
    }
}
