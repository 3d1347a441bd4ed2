package org.clientele.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.Locale;

/** The most heap in use since it was begun, dead objects included; the sum of the pools' peaks, so at most too much. */
final class PeakHeap {
    private PeakHeap() {}

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    static void begin() {
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    static String text() {
        long bytes = pools().stream()
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        return String.format(Locale.ROOT, "peak heap at most %,d MB", bytes >> 20);
    }

    /** The heap that live objects take. */
    static long live() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
