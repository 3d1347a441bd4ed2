package org.clientele.plugin;

import java.util.List;

/**
 * What would go with a plugin.
 *
 * @param counts what is kept of its vertical; without what there is none of
 * @param users how many people have roles in just that vertical
 * @param dependents plugins that cannot do without it
 * @param work what goes on in the vertical and has to end first
 */
public record UninstallOutlook(List<ContentCount> counts, int users, List<String> dependents, List<RunningWork> work) {
    public UninstallOutlook {
        counts = List.copyOf(counts);
        dependents = List.copyOf(dependents);
        work = List.copyOf(work);
    }

    /** Whether there is something that an export does not hold. */
    public boolean losesOnExport() {
        return counts.stream().anyMatch(count -> !count.isExported());
    }

    /** Whether there is anything to keep, export or delete. */
    public boolean hasData() {
        return !counts.isEmpty();
    }
}
