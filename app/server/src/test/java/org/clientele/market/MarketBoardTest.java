package org.clientele.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Role;
import org.clientele.cases.CaseResponses;
import org.clientele.cases.persistence.CauseDao;
import org.clientele.common.Problem;
import org.clientele.common.TestJobs;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.market.Result.Why;
import org.clientele.market.persistence.MarketEntryDao;
import org.clientele.segment.ShopPortal;
import org.clientele.segment.ShopPortal.Purchase;
import org.clientele.survey.SurveyPortal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Every measure on data computed by hand; the records go from 1 October 2024 to 20 January 2026. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class MarketBoardTest {
    private static final Quarter AUTUMN = new Quarter(2025, 4);
    private static final Quarter RUNNING = new Quarter(2026, 1);

    private final SurveyPortal portal;
    private final ShopPortal shop;
    private final MarketBook book;
    private final MarketBoard board;
    private final Map<String, Long> customers;

    MarketBoardTest(TestDatabase.Kind kind) {
        portal = new SurveyPortal(kind);
        shop = portal.shop;
        book = new MarketBook(
                new MarketEntryDao(shop.database.jdbi()), shop.rights, shop.audit, shop.announcements, shop.clock);
        board = new MarketBoard(
                shop.snapshots,
                book,
                portal.results,
                new CaseResponses(new CauseDao(shop.database.jdbi()), shop.rights, shop.clock),
                shop.rights,
                TestJobs.atOnce());
        customers = shop.purchases(List.of(
                bought("Z", 2024, 10, 1, 150),
                bought("A", 2024, 12, 15, 100),
                bought("B", 2025, 1, 15, 100),
                bought("A", 2025, 2, 1, 200),
                bought("B", 2025, 2, 10, 100),
                bought("A", 2025, 11, 5, 300),
                bought("B", 2025, 10, 10, 100),
                bought("C", 2025, 12, 31, 500),
                bought("A", 2026, 1, 20, 400)));
        shop.snapshots.reload("shop");
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    private static Purchase bought(String customer, int year, int month, int day, long cents) {
        return new Purchase(customer, LocalDate.of(year, month, day), cents);
    }

    private Result in(Quarter quarter, Measure measure) {
        return page(quarter).lines().get(measure.ordinal()).shown();
    }

    private MarketPage page(Quarter quarter) {
        return Objects.requireNonNull(board.page(shop.vertical, quarter).value());
    }

    private void measured(Quarter quarter, Measure measure, double expected) {
        assertThat(Objects.requireNonNull(in(quarter, measure).value())).isCloseTo(expected, within(1e-9));
    }

    private void missing(Quarter quarter, Measure measure, Why why) {
        assertThat(in(quarter, measure)).isEqualTo(Result.missing(why));
    }

    @Test
    void shouldShowTheLastQuarterThatIsOverWithSevenBefore() {
        MarketPage page = page(board.usual(shop.vertical));
        assertThat(page.quarter()).isEqualTo(AUTUMN);
        assertThat(page.running()).isFalse();
        assertThat(page.asOf()).isEqualTo("2026-01-20");
        assertThat(page.lines()).extracting(MarketPage.Line::measure).containsExactly(Measure.values());
        assertThat(page.lines().getFirst().points())
                .extracting(MarketPage.Point::quarter)
                .containsExactlyElementsOf(AUTUMN.last(8));
        assertThat(page(RUNNING).running()).isTrue();
    }

    /** A, B and C bought in autumn; A alone of these three in the quarter that runs; nobody in summer. */
    @Test
    void shouldMeasureRetentionFromOneQuarterToTheNext() {
        measured(RUNNING, Measure.RETENTION, 1.0 / 3);
        assertThat(in(RUNNING, Measure.RETENTION))
                .extracting(Result::above, Result::below)
                .containsExactly(1.0, 3.0);
        missing(AUTUMN, Measure.RETENTION, Why.NO_BEFORE);
        measured(new Quarter(2025, 2), Measure.RETENTION, 0);
    }

    /** 900 in autumn, 250 the year before. To 20 January 400, to the same day of the year before 100, not the 400 of the whole quarter. */
    @Test
    void shouldMeasureGrowthAgainstTheSameDaysOfTheYearBefore() {
        measured(AUTUMN, Measure.SALES_GROWTH, 900.0 / 250 - 1);
        measured(RUNNING, Measure.SALES_GROWTH, 400.0 / 100 - 1);
        missing(new Quarter(2025, 3), Measure.SALES_GROWTH, Why.NO_DATA);
        missing(new Quarter(2025, 1), Measure.SALES_GROWTH, Why.NO_BEFORE);
    }

    /** C alone is new in autumn, B in the first quarter; in the first of the records nobody knows. */
    @Test
    void shouldDivideTheCostOfMarketingByNewCustomers() {
        missing(AUTUMN, Measure.CAC, Why.NO_INPUT);
        book.enter(shop.vertical, Input.MARKETING_COST, AUTUMN, 12_000L);
        measured(AUTUMN, Measure.CAC, 12_000);
        missing(RUNNING, Measure.CAC, Why.NO_INPUT);
        book.enter(shop.vertical, Input.MARKETING_COST, RUNNING, 100L);
        missing(RUNNING, Measure.CAC, Why.NO_DATA);
        book.enter(shop.vertical, Input.MARKETING_COST, new Quarter(2025, 1), 700L);
        measured(new Quarter(2025, 1), Measure.CAC, 700);
        book.enter(shop.vertical, Input.MARKETING_COST, new Quarter(2024, 4), 700L);
        missing(new Quarter(2024, 4), Measure.CAC, Why.NO_BEFORE);
    }

    @Test
    void shouldMeasurePenetrationByTheMarketSizeThatHoldsInTheQuarter() {
        missing(AUTUMN, Measure.PENETRATION, Why.NO_INPUT);
        book.enter(shop.vertical, Input.MARKET_SIZE, new Quarter(2025, 2), 12L);
        measured(AUTUMN, Measure.PENETRATION, 3.0 / 12);
        missing(new Quarter(2025, 1), Measure.PENETRATION, Why.NO_INPUT);
        book.enter(shop.vertical, Input.MARKET_SIZE, RUNNING, 20L);
        measured(RUNNING, Measure.PENETRATION, 1.0 / 20);
        measured(AUTUMN, Measure.PENETRATION, 3.0 / 12);
    }

    @Test
    void shouldMeasureCoverageByAreas() {
        book.enter(shop.vertical, Input.TARGET_AREAS, new Quarter(2025, 1), 8L);
        missing(AUTUMN, Measure.COVERAGE, Why.NO_INPUT);
        book.enter(shop.vertical, Input.COVERED_AREAS, new Quarter(2025, 1), 2L);
        book.enter(shop.vertical, Input.COVERED_AREAS, AUTUMN, 6L);
        measured(AUTUMN, Measure.COVERAGE, 0.75);
        measured(new Quarter(2025, 3), Measure.COVERAGE, 0.25);
    }

    /** Of 10/5, 9/4, 3/2 and 7/1, two of four are satisfied; two promote and one detracts. The fifth answers a quarter later. */
    @Test
    void shouldTakeSatisfactionAndRecommendationFromTheAnswersOfTheQuarter() {
        missing(AUTUMN, Measure.CSAT, Why.NO_DATA);
        missing(AUTUMN, Measure.NPS, Why.NO_DATA);
        long survey = portal.survey();
        answer("A", survey, 10, 5);
        answer("B", survey, 9, 4);
        answer("C", survey, 3, 2);
        answer("Z", survey, 7, 1);
        shop.database
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "UPDATE survey_invitation SET answered_at = TIMESTAMP '2025-11-01 09:00:00+00:00'"));
        answer("A", portal.survey(), 0, 1);
        measured(AUTUMN, Measure.CSAT, 0.5);
        measured(AUTUMN, Measure.NPS, 25);
        measured(RUNNING, Measure.NPS, -100);
    }

    private void answer(String customer, long survey, int nps, int csat) {
        String token = portal.invite(Objects.requireNonNull(customers.get(customer)), survey);
        portal.answer(token, SurveyPortal.said(nps, csat, "so"));
    }

    /** Two hours and four; one waits still, one was merged, one is of another quarter. */
    @Test
    void shouldMeasureHoursToTheFirstAnswer() {
        missing(AUTUMN, Measure.RESPONSE_TIME, Why.NO_DATA);
        opened(1, "2025-10-01T00:00:00Z", "2025-10-01T02:00:00Z");
        opened(2, "2025-12-31T23:00:00Z", "2026-01-01T03:00:00Z");
        opened(3, "2025-11-01T00:00:00Z", null);
        opened(4, "2026-01-02T00:00:00Z", "2026-01-02T10:00:00Z");
        measured(AUTUMN, Measure.RESPONSE_TIME, 3);
        measured(RUNNING, Measure.RESPONSE_TIME, 10);
    }

    private void opened(int number, String opened, @Nullable String answered) {
        shop.database.jdbi().useHandle(handle -> handle.createUpdate("""
                        INSERT INTO service_case (request_key, vertical_id, case_number, customer_id, case_type, subject, description, priority,
                          case_state, is_open, opened_by, opened_at, answered_at)
                        VALUES (:key, :vertical, :number, :customer, 'CLAIM', 's', '', 1, 'OPEN', TRUE, :by, :opened, :answered)""")
                .bind("key", "case " + number)
                .bind("vertical", shop.vertical.id())
                .bind("number", number)
                .bind("customer", customers.get("A"))
                .bind("by", shop.rights.user().id())
                .bind("opened", Instant.parse(opened).atOffset(ZoneOffset.UTC))
                .bind(
                        "answered",
                        answered == null ? null : Instant.parse(answered).atOffset(ZoneOffset.UTC))
                .execute());
    }

    @Test
    void shouldSayThatNoModelTellsTheLifetimeValue() {
        missing(AUTUMN, Measure.CLV, Why.NO_MODEL);
    }

    @Test
    void shouldHoldATargetFromItsQuarterOnUntilAnotherOrNone() {
        book.aim(shop.vertical, Measure.RETENTION, new Quarter(2025, 1), 0.6);
        book.aim(shop.vertical, Measure.RETENTION, RUNNING, 0.65);
        book.aim(shop.vertical, Measure.RESPONSE_TIME, AUTUMN, 2.5);
        assertThat(target(AUTUMN, Measure.RETENTION)).isEqualTo(0.6);
        assertThat(target(RUNNING, Measure.RETENTION)).isEqualTo(0.65);
        assertThat(target(new Quarter(2024, 4), Measure.RETENTION)).isNull();
        assertThat(target(AUTUMN, Measure.RESPONSE_TIME)).isEqualTo(2.5);
        book.aim(shop.vertical, Measure.RETENTION, RUNNING, null);
        assertThat(target(RUNNING, Measure.RETENTION)).isEqualTo(0.6);
        assertThat(Measure.RESPONSE_TIME.reaches(2, 2.5)).isTrue();
        assertThat(Measure.RETENTION.reaches(0.5, 0.6)).isFalse();
    }

    private @Nullable Double target(Quarter quarter, Measure measure) {
        return page(quarter).lines().get(measure.ordinal()).target();
    }

    @Test
    void shouldKeepEverythingThatWasEnteredAndByWhom() {
        book.enter(shop.vertical, Input.MARKET_SIZE, AUTUMN, 10L);
        book.enter(shop.vertical, Input.MARKET_SIZE, AUTUMN, 12L);
        assertThat(book.history(shop.vertical)).extracting(MarketEntry::amount).containsExactly(12L, 10L);
        assertThat(MarketBook.inputs(book.history(shop.vertical), AUTUMN))
                .hasEntrySatisfying(
                        Input.MARKET_SIZE, entry -> assertThat(entry.amount()).isEqualTo(12));
        book.enter(shop.vertical, Input.MARKET_SIZE, AUTUMN, null);
        assertThat(MarketBook.inputs(book.history(shop.vertical), AUTUMN)).isEmpty();
        assertThatThrownBy(() -> book.enter(shop.vertical, Input.MARKET_SIZE, AUTUMN, -1L))
                .isInstanceOf(Problem.class);
    }

    @Test
    void shouldRefuseStaff() {
        portal.become(Role.STAFF);
        assertThatThrownBy(() -> board.page(shop.vertical, AUTUMN)).isInstanceOf(ForbiddenProblem.class);
        assertThatThrownBy(() -> book.history(shop.vertical)).isInstanceOf(ForbiddenProblem.class);
        assertThatThrownBy(() -> book.aim(shop.vertical, Measure.NPS, AUTUMN, 1.0))
                .isInstanceOf(ForbiddenProblem.class);
    }
}
