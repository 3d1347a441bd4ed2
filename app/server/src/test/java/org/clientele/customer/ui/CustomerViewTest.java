package org.clientele.customer.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerData;
import org.clientele.customer.TimelineEntry;
import org.clientele.engine.column.Value;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Card;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.PageHeader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CustomerViewTest {
    private static final long CHEN = 10;

    private CustomerPortal portal;

    @BeforeEach
    void start() {
        portal = CustomerPortal.start(Locale.ENGLISH);
        portal.store(CHEN, "00010", "Chen Meiling");
        portal.store(20, "00020", "Wang Qiang");
        portal.store(40, "00040", "=cmd");
    }

    @AfterEach
    void stop() throws Exception {
        portal.close();
    }

    @Test
    void shouldSayWhoItIsAndWhyTheyAreInTheirSegment() {
        open("");

        assertThat(text(_get(PageHeader.class)))
                .contains("Chen Meiling", "Gold", "00010 · Spent ¥300 · looked after by nobody yet");
        assertThat(text(card("Why here"))).contains("Spent ¥300; Gold starts at ¥100", "as of 31 Mar 2026");
        assertThat(text(card("Five layers")))
                .contains("Basic", "Not known: City", "Days since last purchase", "30 days")
                .doesNotContain("–");
    }

    @Test
    void shouldLeadToTheNeighboursInTheList() {
        open("?f=monetary:gte:100&sort=monetary:desc");

        Anchor next = _get(
                Anchor.class,
                spec -> spec.withPredicate(a -> a.getAriaLabel().orElse("").startsWith("Next")));
        assertThat(next.getHref()).isEqualTo("v/shop/customers/40?f=monetary%3Agte%3A100&sort=monetary%3Adesc");
        Anchor previous = _get(
                Anchor.class,
                spec -> spec.withPredicate(a -> a.getAriaLabel().orElse("").startsWith("Previous")));
        assertThat(previous.getElement().getAttribute("aria-disabled")).isEqualTo("true");
    }

    @Test
    void shouldShowTheTimelineOfEverythingOrOfOneKind() {
        portal.happened.add(entry("purchase", "Purchase ¥250", LocalDateTime.of(2026, 3, 1, 0, 0)));
        portal.happened.add(entry("contact", "Phone, incoming", LocalDateTime.of(2026, 3, 5, 10, 12)));
        open("");

        assertThat(text(_get(TimelineCard.class)))
                .containsSubsequence("5 Mar 10:12", "Phone, incoming", "1 Mar", "Purchase ¥250");

        _click(_get(NativeButton.class, spec -> spec.withText("Contacts")));
        assertThat(text(_get(TimelineCard.class))).contains("Phone").doesNotContain("¥250");
    }

    @Test
    void shouldEditAnAttributeAndOfferToTakeItBack() {
        open("");
        _click(button("Edit"));
        _setValue(_get(BigDecimalField.class, spec -> spec.withLabel("Budget")), new BigDecimal("123.45"));
        _setValue(_get(TextField.class, spec -> spec.withLabel("City")), "Hangzhou");
        _click(button("Save"));

        assertThat(stored().attributes())
                .containsEntry("budget", new Value.Money(12_345, 2))
                .containsEntry("city", new Value.Text("Hangzhou"));
        assertThat(text(card("Five layers"))).contains("¥123.45", "Hangzhou");
        assertThat(portal.audit.actions()).containsExactly("customer.update customer 10");

        _click(button("Undo"));
        assertThat(stored().attributes()).isEmpty();
    }

    @Test
    void shouldRefuseMoreDecimalsThanTheCurrencyHas() {
        open("");
        _click(button("Edit"));
        BigDecimalField budget = _get(BigDecimalField.class, spec -> spec.withLabel("Budget"));
        _setValue(budget, new BigDecimal("1.005"));
        _click(button("Save"));

        assertThat(budget.isInvalid()).isTrue();
        assertThat(stored().version()).isZero();
    }

    @Test
    void shouldKeepWhatWasTypedWhenSomebodyElseWasFaster() {
        open("");
        _click(button("Edit"));
        _setValue(_get(TextField.class, spec -> spec.withLabel("City")), "Hangzhou");
        CustomerData theirs = new CustomerData(
                "00010", "Chen Mei", null, Map.of("city", new Value.Text("Suzhou"), "visits", new Value.Whole(7)));
        portal.customerDao.update(portal.vertical, CHEN, 0, theirs, "Li Na", portal.clock.instant());

        _click(button("Save"));
        assertThat(text(_get(Banner.class))).contains("Li Na has changed this customer in the meantime");
        assertThat(stored().data()).isEqualTo(theirs);

        _click(button("Bring up to date"));
        TextField city = _get(TextField.class, spec -> spec.withLabel("City"));
        assertThat(city.getValue()).isEqualTo("Hangzhou");
        assertThat(city.getHelperText()).isEqualTo("Now: Suzhou");
        assertThat(_get(TextField.class, spec -> spec.withLabel("Name")).getValue())
                .isEqualTo("Chen Mei");

        _click(button("Save"));
        assertThat(stored().data()).isEqualTo(theirs.withAttribute("city", new Value.Text("Hangzhou")));
    }

    @Test
    void shouldNotOfferEditingToThoseWhoMayNot() {
        portal.rights.become(TestRights.user(1, new Grant(Role.STAFF, "other")));
        open("");

        assertThat(text(_get(EmptyState.class))).contains("Not open to you");
        _assertNone(Button.class, spec -> spec.withText("Edit"));
    }

    @Test
    void shouldTakeAContactWithTheCustomerOnThePage() {
        assertThat(portal.customer("v/shop/customers/10", CHEN).writeContact()).isTrue();
    }

    @Test
    void shouldLeaveAskingForTheCustomerToOthersWhereThereIsNone() {
        assertThat(portal.customer("v/shop/customers/999", 999).writeContact()).isFalse();
    }

    @Test
    void shouldSayWhenThereIsNoSuchCustomer() {
        portal.customer("v/shop/customers/999", 999);

        assertThat(text(_get(EmptyState.class))).contains("This customer does not exist");
    }

    @Test
    void shouldSaySoUnderAHeadingWhereTheAddressHoldsNoNumber() {
        portal.customer("v/shop/customers/why", "why");

        assertThat(_get(H1.class).getText()).isEqualTo("This customer does not exist");
        _get(Button.class, spec -> spec.withText("All customers"));
    }

    private void open(String parameters) {
        portal.customer("v/shop/customers/10" + parameters, CHEN);
    }

    private Customer stored() {
        return portal.customers.find(portal.vertical, CHEN).orElseThrow();
    }

    private static TimelineEntry entry(String kind, String title, LocalDateTime at) {
        return new TimelineEntry(kind, title, at, "phone", null, title, "");
    }

    private static Button button(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }

    private static Card card(String title) {
        List<Card> cards =
                _find(Card.class, spec -> spec.withPredicate(card -> text(card).startsWith(title)));
        assertThat(cards).as(title).hasSize(1);
        return cards.getFirst();
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
