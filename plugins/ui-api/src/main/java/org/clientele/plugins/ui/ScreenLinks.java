package org.clientele.plugins.ui;

/** Addresses of the portal's pages, for {@link ScreenParts#link}, and ways to open them from a listener. */
public interface ScreenLinks {
    /** A customer's page. */
    String customer(long id);

    /** The customer list with these conditions. */
    String customers(CustomerQuery query);

    /** The vertical's overview. */
    String overview();

    /** Another screen of the plugin. */
    String screen(String id);

    /**
     * Leads the person to an address that this object gave.
     *
     * @throws IllegalArgumentException when it is another address
     */
    void open(String address);
}
