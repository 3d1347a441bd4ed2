package org.clientele.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.access.Audit;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.access.Role;
import org.clientele.common.Problem;
import org.clientele.customer.PersonalData;
import org.clientele.engine.report.ReportTable;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugins.api.ReportDefinition;
import org.clientele.segment.PortalSnapshot;
import org.clientele.segment.Snapshots;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The reports that a vertical declares, for those whose role sees them. What was computed is kept by snapshot, the last
 * {@value #KEPT} tables of all verticals.
 */
@Service
public class Reports {
    private static final int KEPT = 64;

    private final Verticals verticals;
    private final Snapshots snapshots;
    private final Rights rights;
    private final Audit audit;
    private final Map<Key, ReportTable> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, ReportTable> eldest) {
            return size() > KEPT;
        }
    });

    private record Key(long version, ReportDefinition report) {}

    public Reports(Verticals verticals, Snapshots snapshots, Rights rights, Audit audit) {
        this.verticals = verticals;
        this.snapshots = snapshots;
        this.rights = rights;
        this.audit = audit;
    }

    /** The reports that the user sees, in the order of the vertical, as far as the user sees them; none without the right to see reports. */
    public List<ReportDefinition> list(String verticalKey) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        Vertical vertical = verticals.get(verticalKey);
        return vertical.definition().reports().stream()
                .flatMap(report -> seen(report, vertical).stream())
                .toList();
    }

    /** The report without what is kept from the user; nothing when the user does not see it at all. */
    private Optional<ReportDefinition> seen(ReportDefinition report, Vertical vertical) {
        return mayRead(report, vertical.key())
                ? PersonalReports.without(report, PersonalData.hiddenFrom(rights, vertical))
                : Optional.empty();
    }

    /** Whether the user's role sees the report; rows of customers that add up are not for those who see only own customers. */
    public boolean mayRead(ReportDefinition report, String verticalKey) {
        Set<Role> roles =
                report.roles().stream().map(role -> Role.valueOf(role.name())).collect(Collectors.toSet());
        return rights.may(Permission.SEE_REPORTS, verticalKey)
                && !(report instanceof ReportDefinition.Pivot && rights.onlyOwner(verticalKey) != null)
                && (roles.isEmpty()
                        || rights.user().holds(Set.of(Role.ADMINISTRATOR), verticalKey)
                        || rights.user().holds(roles, verticalKey));
    }

    /** A report as of now; fails with a problem when there is none of that id that the user sees. */
    public ReportPage page(String verticalKey, String id) {
        ReportDefinition report = list(verticalKey).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Problem("report.problem.unknown", id));
        return page(snapshots.get(verticalKey).seenBy(rights), report);
    }

    /** The report as the user sees it, over a snapshot; nothing when the user does not see it. */
    public Optional<ReportPage> page(PortalSnapshot snapshot, String id) {
        return Optional.ofNullable(snapshot.definition().report(id))
                .flatMap(report -> seen(report, snapshot.vertical()))
                .map(report -> page(snapshot.seenBy(rights), report));
    }

    private ReportPage page(PortalSnapshot snapshot, ReportDefinition report) {
        Key key = new Key(snapshot.version(), report);
        ReportTable table = known.get(key);
        if (table == null) {
            table = snapshot.reports().compute(report, snapshot.now());
            known.put(key, table);
        }
        return new ReportPage(snapshot, report, table);
    }

    /** Whether the user may take the report away as a file; lists of customers need the right to export customers. */
    public boolean mayExport(ReportDefinition report, String verticalKey) {
        boolean people = report instanceof ReportDefinition.Customers || report instanceof ReportDefinition.Pivot;
        return mayRead(report, verticalKey) && (!people || rights.may(Permission.EXPORT_CUSTOMERS, verticalKey));
    }

    /** The report to be written to a file, recorded in the audit. */
    @Transactional
    public ReportPage export(String verticalKey, String id) {
        ReportPage page = page(verticalKey, id);
        if (!mayExport(page.report(), verticalKey)) {
            rights.require(Permission.EXPORT_CUSTOMERS, verticalKey);
        }
        audit.record("report.export", "vertical " + verticalKey, null, "report " + id);
        return page;
    }
}
