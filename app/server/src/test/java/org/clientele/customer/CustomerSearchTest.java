package org.clientele.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.TestRights;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.segment.ShopPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class CustomerSearchTest {
    private final ShopPortal portal;
    private final CustomerSearch search;

    CustomerSearchTest(TestDatabase.Kind kind) {
        portal = ShopPortal.empty(kind);
        search = new CustomerSearch(portal.snapshots, portal.rights);
    }

    @BeforeEach
    void addCustomers() {
        portal.customer("00417", "Chen Meiling", Map.of());
        portal.customer("417", "", Map.of());
        portal.customer("9417", "陈美玲", Map.of());
        portal.customer("A_1", "100% Cotton", Map.of());
        portal.snapshots.reload("shop");
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    @Test
    void shouldPutTheWholeNumberFirst() {
        assertThat(refs("417")).containsExactly("417", "00417", "9417");
    }

    @Test
    void shouldPutBeginningsBeforeFragments() {
        portal.customer("B9", "Meimei", Map.of());
        portal.customer("Mei7", "Li Na", Map.of());
        portal.snapshots.reload("shop");

        assertThat(refs("mei")).as("the last by pinyin").containsExactly("Mei7", "B9", "00417", "9417");
    }

    @Test
    void shouldFindNamesByAnyFragmentWhateverTheCase() {
        assertThat(refs("EILING")).containsExactly("00417");
        assertThat(refs("美玲")).containsExactly("9417");
    }

    @Test
    void shouldFindChineseNamesByPinyin() {
        assertThat(refs("chenmeiling")).containsExactly("9417");
        assertThat(refs("chen mei")).containsExactly("00417", "9417");
        assertThat(refs("cml")).containsExactly("9417");
        assertThat(refs("MEILING")).containsExactly("00417", "9417");
        assertThat(refs("chm")).isEmpty();
    }

    @Test
    void shouldTellWhoElseMayBeTheSame() {
        long first = portal.customer("B1", "Li Na", Map.of()).id();
        portal.customer("B2", "li na ", Map.of());
        portal.customer("B3", "Li Nan", Map.of());
        portal.snapshots.reload("shop");
        assertThat(search.alike("shop", first, 5)).extracting(CustomerHit::ref).containsExactly("B2");
    }

    @Test
    void shouldCompareNumbersByTheirFigures() {
        assertThat(ContactFields.figures("+86 138-0013 8000")).isEqualTo("13800138000");
        assertThat(ContactFields.figures("(010) 6552 9988")).isEqualTo("01065529988");
    }

    @Test
    void shouldTakeWildcardsAsPlainText() {
        assertThat(refs("%")).containsExactly("A_1");
        assertThat(refs("_")).containsExactly("A_1");
        assertThat(refs("!")).isEmpty();
    }

    @Test
    void shouldKeepTheBestUpToTheLimit() {
        assertThat(search.find("shop", "4", 2)).extracting(CustomerHit::ref).containsExactly("417", "00417");
        assertThat(refs("  ")).isEmpty();
        assertThat(refs("4".repeat(101))).isEmpty();
    }

    @Test
    void shouldRefuseWhoeverMayNotSeeTheVertical() {
        portal.rights.become(TestRights.user(2));
        assertThatThrownBy(() -> refs("4")).isInstanceOf(ForbiddenProblem.class);
    }

    private List<String> refs(String fragment) {
        return search.find("shop", fragment, 10).stream().map(CustomerHit::ref).toList();
    }
}
