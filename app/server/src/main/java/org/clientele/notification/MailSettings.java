package org.clientele.notification;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server that an operator names; without one nobody gets mail.
 *
 * @param host empty: none
 * @param user empty: without signing in
 * @param from the sender's address
 * @param portal address of the portal as people open it, for links
 */
@ConfigurationProperties("clientele.mail")
public record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("STARTTLS") Security security,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("") String from,
        @DefaultValue("") String portal) {
    /** How the connection is kept from others. */
    public enum Security {
        /** Begins openly and must become TLS before anything is said. */
        STARTTLS,
        TLS,
        /** For a server on the same machine. */
        NONE
    }

    public MailSettings {
        if (!host.isBlank()) {
            require("from", from);
            require("portal", portal);
        }
        portal = portal.endsWith("/") ? portal.substring(0, portal.length() - 1) : portal;
    }

    private static void require(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(
                    "clientele.mail.%s must be set where clientele.mail.host is; leave both empty for no mail"
                            .formatted(name));
        }
    }

    /** Whether there is a server. */
    public boolean isSet() {
        return !host.isBlank();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "MailSettings[host=%s, port=%d, security=%s, user=%s, from=%s, portal=%s]"
                .formatted(host, port, security, user, from, portal);
    }
}
