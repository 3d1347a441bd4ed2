package org.clientele.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.github.mvysny.kaributesting.v10.ComboBoxKt;
import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.clientele.access.Grant;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.cases.CasePortal;
import org.clientele.cases.CaseType;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.TestUi;
import org.clientele.common.ui.Translations;
import org.clientele.customer.CustomerSearch;
import org.clientele.plugin.VerticalFixture;
import org.clientele.plugins.definition.VerticalReader;
import org.clientele.segment.ShopPortal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTargetsTest {
    private final TestRights rights = TestRights.of(Role.ADMINISTRATOR);

    @ParameterizedTest
    @CsvSource(textBlock = """
            checks,          v/utilities/checks
            guides,          v/retail/guides
            in progress,     v/utilities/workflows
            report,          v/retail/reports
            trusted signers, plugins/signers
            合规检查,         v/utilities/checks
            待客指南,         v/retail/guides
            流程事项,         v/utilities/workflows
            报表,             v/retail/reports
            可信签名者,       plugins/signers
            """)
    void shouldFindEveryPageOfTheNavigation(String typed, String path) {
        String vertical = path.startsWith("v/utilities") ? "utilities" : "retail";
        Locale locale = typed.chars().allMatch(sign -> sign < 128) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;

        assertThat(paths(vertical, typed, locale)).contains(path);
    }

    @Test
    void shouldOfferTheActsThatSomebodyMayDo() {
        assertThat(acts("new", Locale.ENGLISH)).contains("New case", "New customer", "New party", "New survey");
        assertThat(acts("记录", Locale.SIMPLIFIED_CHINESE)).containsExactly("记录联系");

        rights.become(TestRights.user(2, new Grant(Role.STAFF, Grant.EVERYWHERE)));

        assertThat(acts("", Locale.ENGLISH)).containsExactly("Log a contact", "New case", "New customer");
    }

    private List<String> acts(String text, Locale locale) {
        return found("retail", text, locale).stream()
                .filter(target -> target.act() != SearchTarget.Act.SHOW)
                .map(SearchTarget::label)
                .toList();
    }

    @Test
    void shouldLeaveOutWhatTheVerticalDoesNotHave() {
        assertThat(paths("shop", "", Locale.ENGLISH))
                .contains("v/shop/overview", "v/shop/worklist")
                .doesNotContain("v/shop/checks", "v/shop/guides", "v/shop/workflows", "v/shop/reports");
    }

    @Test
    void shouldOfferReportsAndSignersOnlyToThoseWhoMaySeeThem() {
        rights.become(TestRights.user(2, new Grant(Role.STAFF, Grant.EVERYWHERE)));
        assertThat(paths("retail", "", Locale.ENGLISH))
                .contains("v/retail/reports")
                .doesNotContain("plugins/signers", "plugins", "v/retail/data");

        rights.limit((permission, vertical) ->
                permission == Permission.SEE_REPORTS ? Set.of(Role.MANAGER) : permission.roles());

        assertThat(paths("retail", "", Locale.ENGLISH)).doesNotContain("v/retail/reports");
    }

    @Test
    void shouldSayThatNothingWasFound() throws Exception {
        TestUi.start(Locale.ENGLISH);
        try (ShopPortal portal = portal("shop")) {
            CustomerSearch customers = new CustomerSearch(portal.snapshots, rights);
            SearchField field = new SearchField(
                    new SearchTargets(
                            customers, CasePortal.lists(portal), portal.verticals, rights, new Translations()),
                    () -> "shop",
                    () -> {},
                    Locale.ENGLISH);
            UI.getCurrent().add(field);
            ComboBoxKt.setUserInput(field, "zzz");
            assertThat(ComboBoxKt.getSuggestions(field)).containsExactly("Nothing found for “zzz”");
            ComboBoxKt.setUserInput(field, "worklist");
            assertThat(ComboBoxKt.getSuggestions(field)).contains("Worklist");
        } finally {
            TestUi.stop();
        }
    }

    @Test
    void shouldFindCasesByNumberOrSubjectOfTheCustomersThatSomebodySees() throws Exception {
        try (CasePortal portal = new CasePortal(TestDatabase.Kind.HSQLDB)) {
            portal.open(CaseType.REFUND, "Shirt too small");
            portal.open(CaseType.REFUND, "Shirt too large");
            portal.shop.snapshots.reload("shop");
            SearchTargets targets = new SearchTargets(
                    new CustomerSearch(portal.shop.snapshots, portal.shop.rights),
                    portal.lists,
                    portal.shop.verticals,
                    portal.shop.rights,
                    new Translations());
            assertThat(targets.find("shop", "c-1001", Locale.ENGLISH))
                    .extracting(SearchTarget::label, SearchTarget::path)
                    .containsExactly(tuple("C-1001 · Shirt too small", "v/shop/cases/1001"));
            assertThat(targets.find("shop", "100", Locale.ENGLISH))
                    .extracting(SearchTarget::path)
                    .containsExactly("v/shop/cases/1002", "v/shop/cases/1001");
            assertThat(targets.find("shop", "too l", Locale.ENGLISH))
                    .extracting(SearchTarget::path)
                    .containsExactly("v/shop/cases/1002");
            portal.become(portal.liNa, Role.STAFF, true);
            assertThat(targets.find("shop", "100", Locale.ENGLISH))
                    .as("cases of customers whom somebody else looks after")
                    .isEmpty();
        }
    }

    private List<String> paths(String vertical, String typed, Locale locale) {
        return found(vertical, typed, locale).stream().map(SearchTarget::path).toList();
    }

    private List<SearchTarget> found(String vertical, String typed, Locale locale) {
        try (ShopPortal portal = portal(vertical)) {
            CustomerSearch customers = new CustomerSearch(portal.snapshots, rights);
            return new SearchTargets(customers, CasePortal.lists(portal), portal.verticals, rights, new Translations())
                    .find(vertical, typed, locale);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static ShopPortal portal(String key) {
        if (key.equals("shop")) {
            return ShopPortal.empty(TestDatabase.Kind.HSQLDB);
        }
        VerticalReader.Result.Valid read = VerticalFixture.read(key);
        return ShopPortal.of(TestDatabase.Kind.HSQLDB, read.definition(), read.texts());
    }
}
