package org.clientele.cases.ui;

import java.time.Clock;
import org.clientele.access.Colleagues;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.cases.CaseFiles;
import org.clientele.cases.CaseLinks;
import org.clientele.cases.CaseLists;
import org.clientele.cases.Cases;
import org.clientele.cases.ComplaintPath;
import org.clientele.cases.ServicePolicies;
import org.clientele.common.Announcements;
import org.springframework.stereotype.Component;

/** What the screens of cases ask. */
@Component
record CaseServices(
        Cases cases,
        CaseLists lists,
        CaseLinks links,
        CaseFiles files,
        ServicePolicies policies,
        ComplaintPath complaints,
        Colleagues colleagues,
        Rights rights,
        Announcements announcements,
        Clock clock) {
    boolean mayWork(String verticalKey) {
        return rights.may(Permission.LOG_INTERACTION, verticalKey);
    }
}
