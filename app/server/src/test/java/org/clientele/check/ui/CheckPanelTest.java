package org.clientele.check.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.details.Details;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.TestUi;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerLists;
import org.clientele.engine.column.Value;
import org.clientele.segment.ShopPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckPanelTest {
    private ShopPortal portal;
    private CheckPanel panel;

    @BeforeEach
    void start() {
        portal = ShopPortal.power(TestDatabase.Kind.HSQLDB);
        panel = new CheckPanel(new CustomerLists(portal.snapshots, portal.rights, portal.audit));
        TestUi.start(Locale.ENGLISH);
    }

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        portal.close();
    }

    @Test
    void shouldSayOfEachGapWhatIsRequiredFoundToBeDoneAndByWhichRule() {
        String text = text(card(Map.of(
                "demand", new Value.Text("vital"),
                "sources", new Value.Whole(1),
                "own_kw", new Value.Decimal(120),
                "load_kw", new Value.Decimal(100),
                "bypassed", new Value.Flag(true),
                "drill", new Value.Date(LocalDate.of(2025, 2, 28)))));

        assertThat(text)
                .startsWith("Checks")
                .contains("3 gaps in 4 checks")
                .containsSubsequence(
                        "Interlock in force",
                        "Forbidden",
                        "Not met",
                        "The interlock must not be bypassed.",
                        "Interlock bypassed: Yes",
                        "Have it restored at once.",
                        "House rules",
                        "Two sources",
                        "Required",
                        "Sources 1, at least 2 needed",
                        "Yearly drill",
                        "Advice",
                        "Last drill 28 Feb 2025, needed on or after 1 Mar 2025");
    }

    @Test
    void shouldFoldWhatIsMet() {
        Component card = card(Map.of(
                        "demand",
                        new Value.Text("vital"),
                        "sources",
                        new Value.Whole(3),
                        "own_kw",
                        kw(130),
                        "load_kw",
                        kw(100)))
                .orElseThrow();

        Details met = card.getChildren()
                .filter(Details.class::isInstance)
                .map(Details.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(met.isOpened()).isFalse();
        assertThat(met.getSummaryText()).isEqualTo("2 met");
        assertThat(text(Optional.of(met))).contains("Two sources", "Sources 3", "Own supply 130");
    }

    @Test
    void shouldStayAwayFromACustomerWhomNoCheckConcerns() {
        assertThat(card(Map.of("sources", new Value.Whole(1)))).isEmpty();
    }

    private Optional<Component> card(Map<String, Value> attributes) {
        Customer customer = portal.customer("1", "North Store", attributes);
        portal.snapshots.reload("shop");
        Optional<Component> card = panel.create(portal.vertical, customer);
        card.ifPresent(UI.getCurrent()::add);
        return card;
    }

    private static Value kw(double number) {
        return new Value.Decimal(number);
    }

    private static String text(Optional<Component> card) {
        return card.orElseThrow().getElement().getTextRecursively();
    }
}
