package org.clientele.survey.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationEvent;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.RouteParameters;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.clientele.access.Role;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.AnswerPanel;
import org.clientele.common.ui.TestUi;
import org.clientele.common.ui.Translations;
import org.clientele.customer.Customer;
import org.clientele.customer.TimelineEntry;
import org.clientele.engine.figure.Period;
import org.clientele.frontend.EmptyState;
import org.clientele.plugin.ui.VerticalPage;
import org.clientele.segment.SegmentName;
import org.clientele.survey.SegmentInvitations.Made;
import org.clientele.survey.Survey;
import org.clientele.survey.SurveyFigures;
import org.clientele.survey.SurveyPortal;
import org.clientele.survey.SurveyTally;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SurveyScreensTest {
    private final SurveyPortal portal = new SurveyPortal(TestDatabase.Kind.HSQLDB);
    private final SurveyServices services = new SurveyServices(
            portal.surveys,
            portal.results,
            portal.invitations,
            portal.asking,
            portal.answering,
            (vertical, customer, words) -> List.of(),
            portal.shop.announcements,
            portal.shop.clock);

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        portal.close();
    }

    @Test
    void shouldTakeTheAnswersOfACustomerInTheirLanguage() {
        Customer anna = portal.shop.customer("K-4711", "Anna Berg", Map.of());
        String token = portal.invite(anna.id(), portal.survey());
        AnswerView page = answering(Translations.CHINESE, token);
        assertThat(text(page)).contains("您对我们满意吗？", "三个问题，一分钟。").doesNotContain("Anna", "K-4711", "shop");

        _click(_get(Button.class, spec -> spec.withText("提交")));
        assertThat(text(page)).contains("请回答第 1 题。");
        choose(page, 0, 3);
        choose(page, 1, 2);
        _setValue(_get(TextArea.class), "太慢了");
        _click(_get(Button.class, spec -> spec.withText("提交")));

        assertThat(text(page)).contains("谢谢您").doesNotContain("提交");
        assertThat(text(answering(Locale.ENGLISH, token))).contains("This link no longer works");
        List<TimelineEntry> timeline = new SurveyTimeline(services, new Translations())
                .newest(portal.shop.vertical, anna.id(), "survey", 10, Locale.ENGLISH);
        assertThat(timeline).singleElement().satisfies(entry -> {
            assertThat(entry.title()).isEqualTo("Survey: How are we doing?");
            assertThat(entry.tone()).isEqualTo("bad");
            assertThat(entry.detail())
                    .contains("How satisfied are you with us?: 2 · Dissatisfied", "What could we do better?: 太慢了");
        });
    }

    @Test
    void shouldSayWhatToDoFirst() {
        portal.become(Role.STAFF);
        assertThat(text(list(Locale.ENGLISH))).contains("No surveys yet", "A consultant can write the first survey.");
        portal.become(Role.CONSULTANT);
        TestUi.stop();
        list(Translations.CHINESE);
        _click(_get(Button.class, spec -> spec.withText("新建调查")));
        _setValue(_get(TextField.class, spec -> spec.withLabel("中文标题")), "春季调查");
        _click(_get(Button.class, spec -> spec.withText("保存")));
        assertThat(portal.surveys.all("shop"))
                .extracting(survey -> survey.data().title().chinese(), Survey::running)
                .containsExactly(org.assertj.core.api.Assertions.tuple("春季调查", true));
    }

    @Test
    void shouldTellTheOverviewWhatCustomersSay() {
        SurveyOverview overview = new SurveyOverview(portal.results, portal.shop.clock);
        LocalDate march = LocalDate.of(2026, 3, 1);
        Period period = new Period(march, march.plusDays(30));
        assertThat(overview.card(portal.shop.vertical, period, Locale.ENGLISH)).isEmpty();
        Customer anna = portal.customer("anna");
        portal.answer(portal.invite(anna.id(), portal.survey()), SurveyPortal.said(10, 5, "Friendly"));
        TestUi.start(Translations.CHINESE);

        Component card = overview.card(portal.shop.vertical, period, Translations.CHINESE)
                .orElseThrow();
        portal.held.run();
        ((AnswerPanel<?>) card).refresh();

        assertThat(text(card)).contains("+100", "1 份回答", "100%", "打开满意度调查");
        portal.become(Role.STAFF);
        assertThat(overview.card(portal.shop.vertical, period, Locale.ENGLISH)).isEmpty();
    }

    @Test
    void shouldShowFiguresHonestAboutFewAnswers() throws Exception {
        Customer anna = portal.customer("anna");
        portal.shop.snapshots.reload("shop");
        long id = portal.survey();
        portal.answer(portal.invite(anna.id(), id), SurveyPortal.said(10, 5, "Friendly"));
        TestUi.start(Locale.ENGLISH);
        Survey survey = portal.surveys.get("shop", id);
        SurveyWords words = words();
        ResultCards cards = new ResultCards(services, words, portal.shop.vertical, survey, portal.figures(survey));
        assertThat(text(cards))
                .contains("+100", "1 answer", "1 of 1 links answered", "Only one answer so far")
                .contains("Friendly", "anna", "NPS = share of promoters")
                .contains("Net promoter score over time", "A month with fewer than 5 answers is a gap.")
                .doesNotContain("±0 at");
    }

    @Test
    void shouldDrawQuartersWhereMonthsHaveFewAnswers() {
        long id = portal.survey();
        TreeMap<YearMonth, SurveyTally> months = new TreeMap<>(Comparator.reverseOrder());
        for (int month = 1; month <= 4; month++) {
            months.put(YearMonth.of(2026, month), new SurveyTally(9, 9, 0, 6, 0, 3, 6, 9));
        }
        SurveyTally whole = months.values().stream().reduce(SurveyTally.NONE, SurveyTally::plus);
        TestUi.start(Locale.ENGLISH);
        Survey survey = portal.surveys.get("shop", id);

        List<Component> few =
                new AnswerCharts(words(), survey, new SurveyFigures(whole, months, Map.of(), null, List.of())).all();
        assertThat(text(few.getFirst()))
                .contains("Q1 2026", "27", "Q2 2026", "fewer than 30")
                .doesNotContain("Apr");

        months.replaceAll((month, tally) -> new SurveyTally(90, 90, 0, 60, 0, 30, 60, 90));
        SurveyTally much = months.values().stream().reduce(SurveyTally.NONE, SurveyTally::plus);
        List<Component> many =
                new AnswerCharts(words(), survey, new SurveyFigures(much, months, Map.of(), null, List.of())).all();
        assertThat(text(many.getFirst())).contains("Apr 2026").doesNotContain("Q2 2026");
    }

    @Test
    void shouldEnterAnswersOnTheCustomersPage() {
        Customer anna = portal.customer("anna");
        portal.survey();
        portal.become(Role.STAFF);
        TestUi.start(Locale.ENGLISH);
        Component panel =
                new SurveyPanel(services).create(portal.shop.vertical, anna).orElseThrow();
        UI.getCurrent().add(panel);
        assertThat(text(panel)).contains("Not asked yet.");
        _click(_get(Button.class, spec -> spec.withText("Enter answers")));
        choose(UI.getCurrent(), 0, 10);
        choose(UI.getCurrent(), 1, 5);
        _click(_get(Button.class, spec -> spec.withText("Save the answers")));
        assertThat(portal.invitations.ofCustomer(portal.shop.vertical, anna.id(), 1))
                .singleElement()
                .satisfies(one -> assertThat(one.byStaff()).isTrue());
    }

    @Test
    void shouldTellWhatASurveyAsksAndThatNobodyWasAsked() {
        long id = portal.survey();
        TestUi.start(Locale.ENGLISH);
        SurveyView page =
                new SurveyView(portal.shop.verticals, portal.shop.rights, portal.shop.announcements, services);
        open(page, new RouteParameters(Map.of("vertical", "shop", "survey", Long.toString(id))));
        assertThat(text(page)).contains("What it asks", "How likely are you to recommend us", "must be answered");
        assertThat(_find(Button.class, spec -> spec.withText("Edit"))).hasSize(1);
        assertThat(text(new ResultCards(
                        services,
                        words(),
                        portal.shop.vertical,
                        portal.surveys.get("shop", id),
                        portal.figures(portal.surveys.get("shop", id)))))
                .contains("Nobody was asked yet");
        assertThat(_find(EmptyState.class)).isEmpty();
    }

    @Test
    void shouldGiveTheLinksOfASegmentAsAList() {
        portal.buyers("=K-1");
        portal.shop.snapshots.reload("shop");
        long id = portal.survey();
        var answer = portal.asking.invite(portal.shop.vertical, id, new SegmentName("life_cycle", "new"));
        portal.held.run();
        Made made = Objects.requireNonNull(answer.value());
        TestUi.start(Locale.ENGLISH);
        assertThat(AskSegmentDialog.csv(words(), made, "https://portal.example/s/"))
                .startsWith("\uFEFFNumber,Name,Link,Works until\r\n'=K-1,,https://portal.example/s/"
                        + made.lines().getFirst().token() + ",2026-03-31T09:00:00Z\r\n");
        new AskSegmentDialog(services, words(), portal.shop.vertical, portal.surveys.get("shop", id)).open();
        assertThat(_get(Button.class, spec -> spec.withText("Make the links")).isEnabled())
                .isFalse();
    }

    @SuppressWarnings("unchecked")
    private static void choose(Component where, int place, int number) {
        _setValue(
                (RadioButtonGroup<Integer>) _find(where, RadioButtonGroup.class).get(place), number);
    }

    private SurveyWords words() {
        return new SurveyWords(Locale.ENGLISH, "CNY", portal.shop.clock.getZone());
    }

    private AnswerView answering(Locale locale, String token) {
        TestUi.stop();
        TestUi.start(locale);
        AnswerView view = new AnswerView(portal.answering);
        UI.getCurrent().add(view);
        view.open(token);
        return view;
    }

    private Component list(Locale locale) {
        TestUi.start(locale);
        SurveysView view =
                new SurveysView(portal.shop.verticals, portal.shop.rights, portal.shop.announcements, services);
        open(view, new RouteParameters("vertical", "shop"));
        return view;
    }

    private static void open(VerticalPage view, RouteParameters parameters) {
        UI ui = UI.getCurrent();
        NavigationEvent navigation = new NavigationEvent(
                ui.getInternals().getRouter(), new Location("v/shop/surveys"), ui, NavigationTrigger.CLIENT_SIDE);
        view.beforeEnter(new BeforeEnterEvent(navigation, view.getClass(), parameters, List.of()));
        ui.add(view);
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
