package org.clientele.churn.ui;

import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.clientele.access.Rights;
import org.clientele.churn.LossCount;
import org.clientele.churn.Losses;
import org.clientele.common.Announcements;
import org.clientele.engine.column.Value;
import org.clientele.frontend.BackLink;
import org.clientele.plugin.Verticals;
import org.clientele.report.ui.MonthsPage;
import org.clientele.report.ui.Sheet.Cell;
import org.clientele.report.ui.Sheet.Heading;

/** Why customers were lost: by reason, number and money. */
@Route("v/:vertical/churn/losses")
@PermitAll
class LossesView extends MonthsPage<LossCount> {
    private final ChurnServices services;

    LossesView(Verticals verticals, Rights rights, Announcements announcements, ChurnServices services) {
        super(verticals, rights, announcements, services.clock(), Losses.MOST_MONTHS);
        this.services = services;
    }

    @Override
    protected Map<YearMonth, List<LossCount>> read(YearMonth first, YearMonth last) {
        return services.losses().byMonth(vertical(), first, last);
    }

    @Override
    protected String name() {
        return "losses";
    }

    @Override
    protected BackLink back() {
        return new BackLink(ChurnNavigation.to(vertical().key()), getTranslation("churn.title"));
    }

    @Override
    protected String texts() {
        return "churn.losses";
    }

    @Override
    protected List<Heading> headings() {
        return List.of(
                new Heading(getTranslation("churn.field.reason"), false),
                new Heading(getTranslation("churn.losses.customers"), true),
                new Heading(getTranslation("report.months.share"), true),
                new Heading(getTranslation("churn.losses.money"), true),
                new Heading(getTranslation("churn.losses.unknown"), true),
                new Heading(getTranslation("churn.losses.won"), true),
                new Heading(getTranslation("churn.losses.won-rate"), true),
                new Heading(getTranslation("churn.losses.won-money"), true));
    }

    @Override
    protected Enum<?> reason(LossCount count) {
        return count.reason();
    }

    @Override
    protected String reasonInWords(LossCount count) {
        return new ChurnWords(vertical(), getLocale()).reason(count.reason());
    }

    @Override
    protected long size(LossCount count) {
        return count.customers();
    }

    @Override
    protected LossCount plus(LossCount one, LossCount other) {
        return one.plus(other);
    }

    /** Says so where a sum of nothing known would read as no money at all. */
    private Cell unknown() {
        return new Cell(getTranslation("churn.cost.unknown"), Value.MISSING, null);
    }

    @Override
    protected List<Cell> figures(LossCount count, LossCount sum) {
        return List.of(
                whole(count.customers()),
                share(count.customers(), sum.customers()),
                count.isMoneyUnknown() ? unknown() : money(count.yearly()),
                whole(count.unknown()),
                whole(count.won()),
                share(count.won(), count.customers()),
                count.isWonMoneyUnknown() ? unknown() : money(count.wonYearly()));
    }
}
