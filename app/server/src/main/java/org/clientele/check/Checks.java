package org.clientele.check;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.clientele.access.Audit;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.customer.CustomerSnapshot;
import org.clientele.customer.CustomerSnapshots;
import org.clientele.customer.OwnCustomers;
import org.clientele.customer.PersonalData;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The checks of a vertical over its current snapshot, and the export of their gaps. */
@Service
public class Checks {
    private final CustomerSnapshots snapshots;
    private final Rights rights;
    private final Audit audit;

    public Checks(CustomerSnapshots snapshots, Rights rights, Audit audit) {
        this.snapshots = snapshots;
        this.rights = rights;
        this.audit = audit;
    }

    /** How the customers stand by every check. */
    public CheckSummary summary(String verticalKey) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        return CheckSummary.of(snapshots.get(verticalKey).seenBy(rights), null);
    }

    /** The gaps that the query asks for. */
    public GapList gaps(String verticalKey, GapQuery query, Locale locale) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        return list(verticalKey, query, locale);
    }

    /**
     * The gaps that the query asks for as CSV, recorded in the audit. It is written afterwards, outside the transaction, so that a slow
     * download holds nothing up.
     *
     * @param cells a line of the file in the reader's language; made safe for spreadsheets here
     */
    @Transactional
    public GapCsv export(
            String verticalKey,
            GapQuery query,
            List<String> headings,
            Function<CheckGap, List<String>> cells,
            Locale locale) {
        rights.require(Permission.EXPORT_CUSTOMERS, verticalKey);
        GapList gaps = list(verticalKey, query, locale);
        audit.record("check.export", "vertical " + verticalKey, null, gaps.total() + " gaps");
        return new GapCsv(gaps, headings, cells);
    }

    private GapList list(String verticalKey, GapQuery query, Locale locale) {
        CustomerSnapshot snapshot = snapshots.get(verticalKey).seenBy(rights);
        return GapList.of(
                snapshot,
                query,
                locale,
                PersonalData.hiddenFrom(rights, snapshot.vertical()),
                OwnCustomers.among(snapshot.now(), rights, verticalKey));
    }
}
