package org.clientele.common;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings an operator may change.
 *
 * @param data folder of the embedded database, uploaded plugins and import files
 * @param demo throw-away sample portal: loopback only, one user per role, a visible mark
 * @param developerMode takes plugins that nobody vouches for, and marks them everywhere
 * @param catalogue folder of plugins that an administrator offers; null: {@code catalogue} in the data folder
 * @param database where the system of record is
 */
@ConfigurationProperties("clientele")
public record ClienteleProperties(
        @DefaultValue("data") Path data,
        @DefaultValue("false") boolean demo,
        @DefaultValue("false") boolean developerMode,
        @Nullable Path catalogue,
        @DefaultValue Database database) {

    /** Folder of plugins that an administrator offers. */
    public Path catalogueFolder() {
        return catalogue == null ? data.resolve("catalogue") : catalogue;
    }

    /**
     * @param url empty: HSQLDB in the data folder; else a JDBC URL of PostgreSQL
     * @param user database user, for PostgreSQL
     * @param password its password, for PostgreSQL
     */
    public record Database(
            @DefaultValue("") String url,
            @DefaultValue("") String user,
            @DefaultValue("") String password) {}
}
