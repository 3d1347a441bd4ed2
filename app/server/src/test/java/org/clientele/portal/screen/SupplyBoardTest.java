package org.clientele.portal.screen;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.ElementUtilsKt;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.customer.CustomerData;
import org.clientele.engine.column.Value;
import org.clientele.plugin.AsOfMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

/** The supply compliance board of the bundled utilities vertical, as it is enabled from its jar. */
class SupplyBoardTest {
    private CodePortal portal;

    @BeforeEach
    void start() {
        portal = CodePortal.bundled("utilities");
        portal.plugins.service.enable("utilities", "CNY", AsOfMode.TODAY, null);
    }

    @AfterEach
    void stop() throws Exception {
        portal.close();
    }

    @Test
    void shouldSayWhatToDoWhileNobodyIsImportant() {
        customer("mill", Map.of("user_group", text("industrial")));

        assertThat(open(Locale.ENGLISH))
                .contains("No important customer yet", "Record what losing supply would cause")
                .doesNotContain("screen.supply_board");
    }

    @Test
    void shouldCountCompliantGapsAndUnknownByRequirement() {
        fill();

        String text = open(Locale.ENGLISH);

        assertThat(text)
                .contains("Required supply", "Own emergency supply", "Agreement, tests and drill", "Number of sources")
                .doesNotContain("screen.supply_board", "check.", "checks.");
        assertThat(actions("Number of sources, "))
                .containsExactly("Number of sources, Met: 1; show them", "Number of sources, Gap: 1; show them");
        assertThat(actions("120% of the security load, "))
                .containsExactly(
                        "120% of the security load, Met: 1; show them",
                        "120% of the security load, Gap: 1; show them",
                        "120% of the security load, Unknown: 1; show them");
        assertThat(portal.plugins.health.failures("utilities", 10)).isEmpty();
    }

    @Test
    void shouldCountACustomerOnceHoweverManyGapsThereAre() {
        fill();

        assertThat(open(Locale.ENGLISH)).contains("Customers with requirements3", "With a gap1");
    }

    @Test
    void shouldLeadFromACountToItsCustomersWithWhatIsRequiredAndRecorded() {
        fill();
        open(Locale.ENGLISH);

        _click(action("Interlock against back-feed, Gap: 1; show them"));

        Dialog dialog = _get(Dialog.class);
        assertThat(dialog.getHeaderTitle()).isEqualTo("Interlock against back-feed: Gap");
        assertThat(dialog.getElement().getTextRecursively())
                .contains("A reliable electrical or mechanical interlock", "Fit an interlock.");
        List<String> row = GridKt._getFormattedRow(_get(dialog, Grid.class), 0);
        assertThat(row).element(0).asString().contains("works");
        assertThat(row).element(1).asString().isEqualTo("Industrial · First");
        assertThat(row).element(2).asString().containsIgnoringCase("none");
    }

    @Test
    void shouldCloseTheListWhenItLeadsToACustomer() {
        fill();
        open(Locale.ENGLISH);
        _click(action("Interlock against back-feed, Gap: 1; show them"));
        Element link = GridKt._getCellComponent(_get(Grid.class), 0, "customer").getElement();

        ElementUtilsKt._fireDomEvent(link, new DomEvent(link, "click", JsonNodeFactory.instance.objectNode()));

        assertThat(_find(Dialog.class)).isEmpty();
    }

    @Test
    void shouldNarrowByGroupAndGrade() {
        fill();
        open(Locale.ENGLISH);

        _click(action("Show Second, Commercial"));
        assertThat(actions("Double circuit, ")).containsExactly("Double circuit, Unknown: 1; show them");
        assertThat(actions("Number of sources, ")).isEmpty();

        select("User group", "residential");
        assertThat(portal.text()).contains("No important customer of this group and grade");
    }

    @Test
    void shouldFollowWhatChanges() {
        fill();
        open(Locale.ENGLISH);
        customer("dam", Map.of("user_group", text("commercial"), "casualties", new Value.Flag(true)));

        portal.plugins.announcements.publish(
                new org.clientele.segment.SnapshotChanged("utilities", org.clientele.segment.RecomputeCause.DATA));

        CodePortal.await(() -> portal.text().contains("Customers with requirements4"));
    }

    @Test
    void shouldSpeakChinese() {
        fill();

        assertThat(open(Locale.SIMPLIFIED_CHINESE))
                .contains("受要求约束的客户3", "电源数量", "全部符合", "存在缺口", "供电电源配置")
                .doesNotContain("screen.supply_board", "Met");
    }

    /** A special customer who complies, a first one with gaps, and a second one of whom little is recorded. */
    private void fill() {
        customer(
                "palace",
                Map.ofEntries(
                        Map.entry("user_group", text("commercial")),
                        Map.entry("state_affairs", new Value.Flag(true)),
                        Map.entry("national_security", new Value.Flag(true)),
                        Map.entry("sources", new Value.Whole(3)),
                        Map.entry("emergency_power", new Value.Decimal(120)),
                        Map.entry("security_load", new Value.Decimal(100))));
        customer(
                "works",
                Map.ofEntries(
                        Map.entry("user_group", text("industrial")),
                        Map.entry("casualties", new Value.Flag(true)),
                        Map.entry("sources", new Value.Whole(1)),
                        Map.entry("interlock", text("none")),
                        Map.entry("emergency_power", new Value.Decimal(119)),
                        Map.entry("security_load", new Value.Decimal(100))));
        customer("market", Map.of("user_group", text("commercial"), "some_disorder", new Value.Flag(true)));
    }

    private static Value text(String value) {
        return new Value.Text(value);
    }

    private void customer(String ref, Map<String, Value> attributes) {
        portal.plugins.administer(
                () -> portal.customers.create(portal.vertical(), new CustomerData(ref, ref, null, attributes)));
        portal.compute();
    }

    private String open(Locale locale) {
        portal.open("supply_board", locale);
        return portal.text();
    }

    private static List<String> actions(String start) {
        return _find(Button.class).stream()
                .map(button -> button.getAriaLabel().orElse(""))
                .filter(label -> label.startsWith(start))
                .toList();
    }

    private static Button action(String label) {
        return _get(
                Button.class,
                spec -> spec.withPredicate(
                        button -> button.getAriaLabel().orElse("").equals(label)));
    }

    @SuppressWarnings("unchecked")
    private static void select(String label, String value) {
        _setValue(_get(Select.class, spec -> spec.withPredicate(select -> label.equals(select.getLabel()))), value);
    }
}
