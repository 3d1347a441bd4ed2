package org.clientele.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** How busy the machine is, without which a time says little. */
final class Load {
    private Load() {}

    static String text() {
        return String.format(
                Locale.ROOT,
                "load average %.1f on %d processors",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
    }
}
