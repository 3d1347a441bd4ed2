package org.clientele.plugin;

/** The version that a plugin's {@code Plugin-Requires} range is held against; equal to the build's version without its qualifier. */
final class PortalVersion {
    static final String CURRENT = "0.1.0";

    private PortalVersion() {}
}
