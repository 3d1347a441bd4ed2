package org.clientele.plugins.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of the portal that this kit comes with. */
final class PortalVersion {
    private static final String PROJECT = read();

    private PortalVersion() {}

    /** Without its qualifier: a plugin for 0.1.0 may be tried on what becomes 0.1.0. */
    static String current() {
        return PROJECT.replaceFirst("-.*", "");
    }

    /** As the build says it. */
    static String project() {
        return PROJECT;
    }

    private static String read() {
        Properties properties = new Properties();
        try (InputStream in = PortalVersion.class.getResourceAsStream("version.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The kit lacks its version", e);
        }
        return properties.getProperty("version");
    }
}
