package org.clientele.cases.ui;

import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.clientele.access.Rights;
import org.clientele.cases.CaseCauses;
import org.clientele.cases.CauseCount;
import org.clientele.common.Announcements;
import org.clientele.frontend.BackLink;
import org.clientele.plugin.Verticals;
import org.clientele.report.ui.MonthsPage;
import org.clientele.report.ui.Sheet.Cell;
import org.clientele.report.ui.Sheet.Heading;

/** Why cases arose: by cause, number and cost. */
@Route("v/:vertical/cases/causes")
@PermitAll
class CausesView extends MonthsPage<CauseCount> {
    private final CaseServices services;
    private final CaseCauses causes;

    CausesView(
            Verticals verticals, Rights rights, Announcements announcements, CaseServices services, CaseCauses causes) {
        super(verticals, rights, announcements, services.clock(), CaseCauses.MOST_MONTHS);
        this.services = services;
        this.causes = causes;
    }

    @Override
    protected Map<YearMonth, List<CauseCount>> read(YearMonth first, YearMonth last) {
        return causes.byMonth(vertical().key(), first, last);
    }

    @Override
    protected String name() {
        return "causes";
    }

    @Override
    protected BackLink back() {
        return new BackLink(CasesNavigation.to(vertical().key()), getTranslation("cases.all"));
    }

    @Override
    protected String texts() {
        return "cases.causes";
    }

    @Override
    protected List<Heading> headings() {
        return List.of(
                new Heading(getTranslation("cases.field.reason"), false),
                new Heading(getTranslation("cases.title"), true),
                new Heading(getTranslation("report.months.share"), true),
                new Heading(getTranslation("cases.causes.complaints"), true),
                new Heading(getTranslation("cases.causes.cost"), true));
    }

    @Override
    protected Enum<?> reason(CauseCount count) {
        return count.reason();
    }

    @Override
    protected String reasonInWords(CauseCount count) {
        return new CaseWords(vertical(), getLocale(), services.clock().getZone()).reason(count.reason());
    }

    @Override
    protected long size(CauseCount count) {
        return count.cases();
    }

    @Override
    protected CauseCount plus(CauseCount one, CauseCount other) {
        return one.plus(other);
    }

    @Override
    protected List<Cell> figures(CauseCount count, CauseCount sum) {
        return List.of(
                whole(count.cases()),
                share(count.cases(), sum.cases()),
                whole(count.complaints()),
                money(count.cost()));
    }
}
