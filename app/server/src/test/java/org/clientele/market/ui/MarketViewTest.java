package org.clientele.market.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.clientele.access.Role;
import org.clientele.cases.CaseResponses;
import org.clientele.cases.persistence.CauseDao;
import org.clientele.common.TestJobs;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.AnswerPanel;
import org.clientele.common.ui.TestUi;
import org.clientele.frontend.Banner;
import org.clientele.frontend.KeyFigure;
import org.clientele.market.Input;
import org.clientele.market.MarketBoard;
import org.clientele.market.MarketBook;
import org.clientele.market.Measure;
import org.clientele.market.Quarter;
import org.clientele.market.persistence.MarketEntryDao;
import org.clientele.plugin.ui.TestNavigation;
import org.clientele.segment.ShopPortal;
import org.clientele.segment.ShopPortal.Purchase;
import org.clientele.survey.SurveyPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MarketViewTest {
    private static final Quarter AUTUMN = new Quarter(2025, 4);

    private SurveyPortal portal;
    private ShopPortal shop;
    private MarketServices services;

    @BeforeEach
    void start() {
        portal = new SurveyPortal(TestDatabase.Kind.HSQLDB);
        shop = portal.shop;
        MarketBook book = new MarketBook(
                new MarketEntryDao(shop.database.jdbi()), shop.rights, shop.audit, shop.announcements, shop.clock);
        services = new MarketServices(
                new MarketBoard(
                        shop.snapshots,
                        book,
                        portal.results,
                        new CaseResponses(new CauseDao(shop.database.jdbi()), shop.rights, shop.clock),
                        shop.rights,
                        TestJobs.atOnce()),
                book,
                shop.clock);
        shop.purchases(List.of(
                new Purchase("A", LocalDate.of(2024, 10, 1), 10_000),
                new Purchase("A", LocalDate.of(2025, 11, 5), 30_000),
                new Purchase("B", LocalDate.of(2026, 1, 20), 100)));
        shop.snapshots.reload("shop");
        TestUi.start(Locale.ENGLISH);
    }

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        portal.close();
    }

    private String page(String query) {
        MarketView view = new MarketView(shop.verticals, shop.rights, shop.announcements, services);
        TestNavigation.open(view, "shop", "v/shop/market" + query);
        _find(AnswerPanel.class).forEach(AnswerPanel::refresh);
        return text(view);
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    @Test
    void shouldShowEveryMeasureWithItsFormulaAndWhatIsMissing() {
        String page = page("");
        assertThat(_find(KeyFigure.class)).hasSize(Measure.values().length);
        assertThat(page)
                .contains("Q4 2025, as of 20 Jan 2026", "Revenue ÷ revenue of the same days a year before, less 1.")
                .contains("200%", "after")
                .contains("enter market size below", "enter covered areas, target areas below")
                .contains("no model of lifetime value", "No target is set.", "not entered");
        assertThat(page("?quarter=2026-1")).contains("Q1 2026 so far");
    }

    @Test
    void shouldEnterAnInputAndATargetByTheirDialogs() {
        page("");
        _click(_get(Button.class, spec -> spec.withText("Enter…")));
        _setValue(_get(BigDecimalField.class), new BigDecimal("0.5"));
        _click(_get(Button.class, spec -> spec.withText("Save")));
        assertThat(text(_get(Banner.class))).contains("0.5 cannot be kept exactly");
        _setValue(_get(BigDecimalField.class), new BigDecimal("8"));
        _click(_get(Button.class, spec -> spec.withText("Save")));
        assertThat(MarketBook.inputs(services.book().history(shop.vertical), AUTUMN))
                .hasEntrySatisfying(
                        Input.MARKET_SIZE, entry -> assertThat(entry.amount()).isEqualTo(8));
        page("");
        _click(_get(Button.class, spec -> spec.withText("Set a target…")));
        @SuppressWarnings("unchecked")
        Select<Measure> measure = _get(Select.class, spec -> spec.withLabel("Measure"));
        _setValue(measure, Measure.PENETRATION);
        _setValue(_get(BigDecimalField.class), new BigDecimal("20"));
        _click(_get(Button.class, spec -> spec.withText("Save")));
        assertThat(page(""))
                .contains("12.5%", "1 of 8 customers", "Target 20%: not reached", "Target: Market penetration");
    }

    @Test
    void shouldBeClosedToStaff() {
        portal.become(Role.STAFF);
        assertThat(page("")).doesNotContain("Retention");
    }

    @Test
    void shouldSpeakChinese() {
        TestUi.stop();
        TestUi.start(Locale.SIMPLIFIED_CHINESE);
        assertThat(page("")).contains("市场渗透率", "数据不足：请在下方填写市场客户总数。");
    }
}
