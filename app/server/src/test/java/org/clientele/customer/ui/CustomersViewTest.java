package org.clientele.customer.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.NotFoundException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.ui.condition.ListField;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerData;
import org.clientele.customer.CustomerFilter;
import org.clientele.customer.CustomerFilter.Op;
import org.clientele.customer.CustomerList.CustomerRow;
import org.clientele.customer.CustomerListQuery;
import org.clientele.engine.column.Value;
import org.clientele.frontend.Banner;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.PageHeader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CustomersViewTest {
    private CustomerPortal portal;

    @BeforeEach
    void start() {
        portal = CustomerPortal.start(Locale.ENGLISH);
    }

    @AfterEach
    void stop() throws Exception {
        portal.close();
    }

    @Test
    void shouldShowWhatTheAddressAsksFor() {
        open("?f=city:eq:Hangzhou&sort=monetary:desc");

        assertThat(titles()).containsExactly("Chen Meiling", "=cmd");
        assertThat(text(_get(PageHeader.class))).contains("Customers", "2 of 4 customers · as of 31 Mar 2026");
        assertThat(text(_get(FilterBar.class))).contains("City: Hangzhou");
    }

    @Test
    void shouldMakeACustomerWithTypedAttributesAndTheStaffMemberAsOwner() {
        portal.rights.become(TestRights.user(1, new Grant(Role.STAFF, "shop")));
        portal.database
                .jdbi()
                .useHandle(h -> h.execute(
                        "INSERT INTO user_grant (user_id, user_role, vertical_key) VALUES (1, 'STAFF', 'shop')"));
        openNewCustomer();
        _setValue(_get(TextField.class, spec -> spec.withLabel("Number")), " 00777 ");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Name")), "Li Na");
        BigDecimalField budget = _get(BigDecimalField.class, spec -> spec.withLabel("Budget"));
        _setValue(budget, new BigDecimal("12.345"));
        _click(button("Save customer"));
        assertThat(budget.isInvalid()).isTrue();
        assertThat(made("00777")).isEmpty();

        _setValue(budget, new BigDecimal("12.34"));
        assertThatOpensTheNewCustomer("Save customer");

        assertThat(made("00777").orElseThrow().data())
                .isEqualTo(new CustomerData("00777", "Li Na", 1L, Map.of("budget", new Value.Money(1234, 2))));
    }

    @Test
    void shouldShowWhoMayBeTheSameCustomerBeforeSaving() {
        portal.store(10, "00010", "Chen Meiling");
        openNewCustomer();
        _setValue(_get(TextField.class, spec -> spec.withLabel("Number")), "00011");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Name")), "chen meiling");

        assertThat(text(_get(Banner.class))).contains("Is it one of these?", "Chen Meiling · 00010");
        assertThat(made("00011")).isEmpty();

        assertThatOpensTheNewCustomer("Save anyway");
        assertThat(made("00011")).isPresent();
    }

    @Test
    void shouldRefuseANumberThatIsTaken() {
        portal.store(10, "00010", "Chen Meiling");
        openNewCustomer();
        TextField number = _get(TextField.class, spec -> spec.withLabel("Number"));
        _setValue(number, "00010");
        _click(button("Save anyway"));

        assertThat(number.getErrorMessage()).isEqualTo("There is already a customer with the number 00010.");
        assertThat(portal.customerDao.count(portal.vertical)).isEqualTo(1);
    }

    @Test
    void shouldShowTheCustomersBehindAMark() {
        portal.list(CustomersNavigation.to("shop", CustomerListQuery.of(CustomerFilter.segment("pyramid", "gold"))));

        assertThat(titles()).containsExactly("Chen Meiling", "=cmd");
        assertThat(text(_get(FilterBar.class))).contains("Pyramid: Gold");
    }

    @Test
    void shouldAddAndRemoveACondition() {
        open("");
        FilterEditor editor = _get(FilterEditor.class);
        choose(editor, "monetary");
        operator(editor).setValue(Op.GTE);
        _setValue(_get(editor, BigDecimalField.class), new BigDecimal("100"));
        _click(_get(editor, Button.class, spec -> spec.withText("Apply")));

        assertThat(titles()).containsExactly("Chen Meiling", "=cmd");
        assertThat(text(_get(FilterBar.class))).contains("Spent ≥ ¥100");

        _click(_get(
                NativeButton.class,
                spec -> spec.withPredicate(
                        button -> button.getAriaLabel().orElse("").startsWith("Remove"))));
        assertThat(titles()).hasSize(4);
    }

    @Test
    void shouldAskForAValueBeforeApplying() {
        open("");
        FilterEditor editor = _get(FilterEditor.class);
        choose(editor, "monetary");
        _click(_get(editor, Button.class, spec -> spec.withText("Apply")));

        assertThat(_get(editor, BigDecimalField.class).isInvalid()).isTrue();
        assertThat(titles()).hasSize(4);
    }

    @Test
    void shouldSearchByNumberOrName() {
        open("");
        _setValue(_get(TextField.class, spec -> spec.withPlaceholder("Search by number or name")), "wang");
        assertThat(titles()).containsExactly("Wang Qiang");

        _setValue(_get(TextField.class, spec -> spec.withPlaceholder("Search by number or name")), "nobody");
        assertThat(text(_get(EmptyState.class))).contains("No customer meets these conditions");
    }

    @Test
    void shouldSayWhichConditionOfTheAddressItLeftOut() {
        open("?f=shoe:eq:42&f=city:eq:Shanghai");

        assertThat(text(_get(Banner.class))).contains("shoe:eq:42");
        assertThat(titles()).containsExactly("Wang Qiang");
    }

    @Test
    void shouldSayWhichColumnOfTheAddressIsNotThereAnyMore() {
        open("?cols=city,shoe");

        assertThat(text(_get(Banner.class))).contains("does not have any more: shoe");
        assertThat(_get(CustomerGrid.class).getColumns()).hasSize(2);
    }

    @Test
    void shouldShowTheChosenColumns() {
        open("?cols=city,monetary");

        assertThat(_get(CustomerGrid.class).getColumns()).hasSize(3);
        assertThat(GridKt._getFormattedRow(_get(CustomerGrid.class), 1)).contains("Shanghai", "¥80.50");
    }

    @Test
    void shouldKeepAViewAndOfferItAgain() {
        open("?f=city:eq:Hangzhou");
        portal.views.save(portal.vertical, "Hangzhou", "f=city:eq:Hangzhou");

        assertThat(portal.views.all(portal.vertical)).hasSize(1);
        open("?" + portal.views.all(portal.vertical).getFirst().query());
        assertThat(titles()).hasSize(2);
    }

    @Test
    void shouldOfferExportOnlyToThoseWhoMay() {
        open("");
        assertThat(_find(Button.class, spec -> spec.withText("Export CSV"))).hasSize(1);

        portal.rights.become(TestRights.user(1, new Grant(Role.STAFF, Grant.EVERYWHERE)));
        open("");
        _assertNone(Button.class, spec -> spec.withText("Export CSV"));
    }

    @Test
    void shouldSayOnPaperThatTheListGoesOn() {
        open("");

        assertThat(text(_get(Div.class, spec -> spec.withClasses("print-only"))))
                .contains("Export CSV gives the whole list");
    }

    @Test
    void shouldSpeakChinese() {
        UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
        open("?f=monetary:gte:100");

        assertThat(text(_get(PageHeader.class))).contains("客户", "4 位客户中的 2 位 · 截至 2026年3月31日");
    }

    private void open(String parameters) {
        portal.list("v/shop/customers" + parameters);
    }

    private static void choose(FilterEditor editor, String field) {
        @SuppressWarnings("unchecked")
        ComboBox<ListField> fields = _get(editor, ComboBox.class);
        ListField wanted = fields.getListDataView()
                .getItems()
                .filter(item -> item.id().equals(field))
                .findFirst()
                .orElseThrow();
        _setValue(fields, wanted);
    }

    @SuppressWarnings("unchecked")
    private static Select<Op> operator(FilterEditor editor) {
        return _get(editor, Select.class, spec -> spec.withLabel("Condition"));
    }

    private static List<String> titles() {
        CustomerGrid grid = _get(CustomerGrid.class);
        return IntStream.range(0, GridKt._size(grid))
                .mapToObj(row -> (CustomerRow) GridKt._get(grid, row))
                .map(CustomerRow::title)
                .toList();
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    private void openNewCustomer() {
        open("");
        _click(button("New customer"));
    }

    private static Button button(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }

    /** There are no routes here, so the attempt to go there tells. */
    private static void assertThatOpensTheNewCustomer(String save) {
        assertThatThrownBy(() -> _click(button(save)))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("'v/shop/customers/");
    }

    private Optional<Customer> made(String ref) {
        return portal.customerDao.findByRef(portal.vertical, ref);
    }
}
