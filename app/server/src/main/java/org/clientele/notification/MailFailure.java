package org.clientele.notification;

/** Why a mail could not be sent. */
public enum MailFailure {
    /** No connection: host, port and security are to be looked at. */
    CONNECTION,
    /** The server does not take user or password. */
    SIGN_IN,
    /** The server does not take this mail: its sender or its receiver. */
    REFUSED;

    /** Whether every other mail would fail alike. */
    boolean concernsAll() {
        return this != REFUSED;
    }

    /** Its part in keys of texts. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
