package org.clientele.check.ui;

import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.check.Checks;
import org.clientele.check.GapQuery;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.TestUi;
import org.clientele.engine.column.Value;
import org.clientele.frontend.Card;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.PageHeader;
import org.clientele.plugin.ui.TestNavigation;
import org.clientele.segment.ShopPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChecksViewTest {
    private ShopPortal portal;

    @BeforeEach
    void start() {
        portal = ShopPortal.power(TestDatabase.Kind.HSQLDB);
        portal.customer(
                "1",
                "North Store",
                Map.of(
                        "demand", new Value.Text("vital"),
                        "sources", new Value.Whole(1),
                        "own_kw", new Value.Decimal(400),
                        "load_kw", new Value.Decimal(420)));
        portal.customer("2", "Mill", Map.of("demand", new Value.Text("vital"), "sources", new Value.Whole(2)));
        portal.snapshots.reload("shop");
    }

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        portal.close();
    }

    @Test
    void shouldLeadFromEachNumberToItsCustomers() {
        open(Locale.ENGLISH, "");

        assertThat(text(_get(PageHeader.class))).contains("As of 1 Mar 2026 · 2 of 2 customers concerned have a gap");
        assertThat(text(card("Supply"))).contains("Two sources", "At least two sources.", "Required");
        assertThat(link("v/shop/customers?set=check%3Adouble_supply%3Anot-met").getText())
                .isEqualTo("1");
        assertThat(link("v/shop/customers?set=check%3Aown_supply%3Anot-recorded")
                        .getText())
                .isEqualTo("1");
        assertThat(_find(
                        Anchor.class,
                        spec -> spec.withPredicate(a -> a.getHref().contains("bypass%3Amet"))))
                .as("nobody meets it, so there is nothing to open")
                .isEmpty();
    }

    @Test
    void shouldListAndFilterTheGaps() {
        open(Locale.ENGLISH, "?show=gaps&severity=required");
        GapGrid grid = _get(GapGrid.class);
        assertThat(_size(grid)).isEqualTo(3);
        assertThat(text(card("Gaps"))).contains("3 gaps");

        _setValue(_get(TextField.class), "mill");
        assertThat(_size(grid)).isEqualTo(1);

        _setValue(select("Check"), "double_supply");
        _assertNone(GapGrid.class);
        assertThat(text(_get(EmptyState.class))).contains("No gap meets these conditions");
    }

    @Test
    void shouldShowFiguresOrTheList() {
        open(Locale.ENGLISH, "");
        _assertNone(GapGrid.class);

        RadioButtonGroup<Boolean> tabs = tabs();
        assertThat(tabs.getItemLabelGenerator().apply(true)).isEqualTo("Gaps · 7");
        _setValue(tabs, true);
        _get(GapGrid.class);
        _assertNone(Card.class, spec -> spec.withPredicate(card -> text(card).startsWith("Supply")));
    }

    @Test
    void shouldPutWhatIsFoundIntoWords() {
        StringWriter csv = new StringWriter();
        export(Locale.ENGLISH, csv);

        assertThat(csv.toString())
                .contains("North Store,Supply,Two sources,Required,Not met,At least two sources.,"
                        + "\"Sources 1, at least 2 needed\",Plan a second line.,House rules")
                .contains("Own supply 400, at least 504 needed")
                .contains("Last drill: not recorded")
                .contains("Interlock bypassed: not recorded");
    }

    @Test
    void shouldSpeakChinese() {
        open(Locale.SIMPLIFIED_CHINESE, "");
        assertThat(text(_get(PageHeader.class))).contains("合规检查", "截至 2026年3月1日 · 涉及的 2 位客户中 2 位有缺口");

        StringWriter csv = new StringWriter();
        export(Locale.SIMPLIFIED_CHINESE, csv);
        assertThat(csv.toString()).contains("电源数 1，须不少于 2", "最近演练：未记录");
    }

    @Test
    void shouldHideValuesOfPersonalDataInWhatIsFound() {
        CheckWords words = new CheckWords(portal.snapshot().vertical(), Locale.ENGLISH, Set.of("sources"));
        var result = portal.snapshot().checks().result("double_supply");

        assertThat(words.found(result.state(0), result.found(0))).isEqualTo("Sources hidden");
    }

    @Test
    void shouldOfferExportOnlyToThoseWhoMay() {
        open(Locale.ENGLISH, "");
        _get(Button.class, spec -> spec.withText("Export CSV"));

        portal.rights.become(TestRights.of(Role.STAFF).user());
        TestUi.stop();
        open(Locale.ENGLISH, "");
        _assertNone(Button.class, spec -> spec.withText("Export CSV"));
        _get(Button.class, spec -> spec.withText("Print"));
    }

    @Test
    void shouldWriteAllGapsOnPaper() {
        open(Locale.ENGLISH, "?show=gaps");
        Button print = _get(Button.class, spec -> spec.withText("Print"));
        print.click();

        assertThat(text(_get(GapPaper.class)))
                .contains("North Store", "Mill", "Sources 1, at least 2 needed", "Interlock in force");
    }

    @Test
    void shouldKeepThePaperWhenCustomersChange() {
        open(Locale.ENGLISH, "?show=gaps");
        _get(Button.class, spec -> spec.withText("Print")).click();

        portal.customer("3", "Quarry", Map.of("demand", new Value.Text("vital"), "sources", new Value.Whole(0)));
        portal.snapshots.reload("shop");
        await().pollInSameThread().untilAsserted(() -> {
            MockVaadin.clientRoundtrip(false);
            assertThat(text(_get(GapPaper.class))).contains("North Store", "Quarry");
        });
    }

    @Test
    void shouldWriteThePaperNoMoreOnceOthersAreAskedFor() {
        open(Locale.ENGLISH, "?show=gaps");
        _get(Button.class, spec -> spec.withText("Print")).click();
        TextField search = _get(TextField.class);
        _setValue(search, "Mill");
        assertThat(text(_get(GapPaper.class))).isEmpty();

        _get(Button.class, spec -> spec.withText("Print")).click();
        assertThat(text(_get(GapPaper.class))).contains("Mill").doesNotContain("North Store");
    }

    @Test
    void shouldSayWhenThereIsNothingToCheck() throws Exception {
        portal.close();
        portal = ShopPortal.empty(TestDatabase.Kind.HSQLDB);
        open(Locale.ENGLISH, "");

        assertThat(text(_get(EmptyState.class))).contains("Nothing to check");
    }

    private void export(Locale locale, StringWriter csv) {
        Checks checks = new Checks(portal.snapshots, portal.rights, portal.audit);
        CheckWords words = new CheckWords(portal.snapshot().vertical(), locale, Set.of());
        new GapExport(checks, "shop", () -> GapQuery.ALL, words, locale)
                .create()
                .write(csv);
    }

    private void open(Locale locale, String parameters) {
        TestUi.start(locale);
        ChecksView view = new ChecksView(
                portal.verticals,
                portal.rights,
                portal.announcements,
                new Checks(portal.snapshots, portal.rights, portal.audit));
        TestNavigation.open(view, "shop", "v/shop/checks" + parameters);
    }

    private static Anchor link(String href) {
        return _get(Anchor.class, spec -> spec.withPredicate(a -> a.getHref().equals(href)));
    }

    @SuppressWarnings("unchecked")
    private static Select<String> select(String label) {
        return _get(
                Select.class,
                spec -> spec.withPredicate(select -> select.getElement()
                                .getProperty("accessibleName", "")
                                .equals(label)
                        || ((Select<String>) select).getAriaLabel().orElse("").equals(label)));
    }

    @SuppressWarnings("unchecked")
    private static RadioButtonGroup<Boolean> tabs() {
        return _get(
                RadioButtonGroup.class,
                spec -> spec.withPredicate(group -> group.getItemLabelGenerator() != null
                        && ((RadioButtonGroup<Object>) group).getValue() instanceof Boolean));
    }

    private static Card card(String title) {
        return _get(Card.class, spec -> spec.withPredicate(card -> text(card).startsWith(title)));
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
