package org.clientele.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.cases.CaseType;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Wording;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerLists;
import org.clientele.engine.column.Value;
import org.clientele.guide.Guides;
import org.clientele.knowledge.persistence.ArticleDao;
import org.clientele.segment.SegmentName;
import org.clientele.segment.ShopPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class ArticlesTest {
    private final ShopPortal portal;
    private final Articles articles;
    private final MatchingArticles matching;
    private final long zhou;

    ArticlesTest(TestDatabase.Kind kind) {
        portal = ShopPortal.power(kind);
        zhou = portal.person("Zhou Min");
        become(Role.MANAGER);
        articles = new Articles(
                new ArticleDao(portal.database.jdbi(), portal.database.dialect()),
                portal.verticals,
                portal.rights,
                portal.audit,
                portal.announcements,
                portal.clock);
        matching = new MatchingArticles(
                articles,
                portal.memberships,
                new Guides(
                        portal.verticals,
                        new CustomerLists(portal.snapshots, portal.rights, portal.audit),
                        portal.customers,
                        portal.rights));
    }

    @AfterEach
    void stop() throws Exception {
        portal.close();
    }

    private void become(Role role) {
        portal.rights.become(TestRights.user(zhou, new Grant(role, Grant.EVERYWHERE)));
    }

    private static ArticleData article(String english, String chinese) {
        return new ArticleData(
                new Wording(english, chinese),
                new Wording("How to " + english, chinese.isEmpty() ? "" : "如何" + chinese),
                Set.of(),
                Set.of(),
                Set.of());
    }

    private static ArticleData shown(String title, Set<SegmentName> segments, Set<CaseType> types, Set<String> guides) {
        return new ArticleData(new Wording(title, ""), new Wording("Text", ""), segments, types, guides);
    }

    @Test
    void shouldKeepEveryVersionAndBringOneBackAsANewOne() {
        long id = articles.write("shop", article("Refunds", "退款"));
        portal.clock.forward(Duration.ofMinutes(5));
        articles.write("shop", id, 1, article("Refunds at once", "立即退款"));
        articles.write("shop", id, 2, article("Refunds at once", "立即退款"));
        assertThat(articles.get("shop", id).version())
                .as("the same again is no version")
                .isEqualTo(2);

        articles.restore("shop", id, 2, 1);

        assertThat(articles.history("shop", id))
                .extracting(
                        ArticleVersion::number,
                        version -> version.data().title().english(),
                        ArticleVersion::author)
                .containsExactly(
                        tuple(3, "Refunds", "Zhou Min"),
                        tuple(2, "Refunds at once", "Zhou Min"),
                        tuple(1, "Refunds", "Zhou Min"));
        assertThat(articles.get("shop", id).data()).isEqualTo(article("Refunds", "退款"));
        assertThat(portal.audit.actions())
                .filteredOn(act -> act.startsWith("knowledge.write"))
                .hasSize(3);
    }

    @Test
    void shouldRefuseAChangeOfWhatSomebodyElsePublishedMeanwhile() {
        long id = articles.write("shop", article("Refunds", ""));
        articles.write("shop", id, 1, article("Refunds at once", ""));
        assertThatThrownBy(() -> articles.write("shop", id, 1, article("Refunds later", "")))
                .isInstanceOf(ConflictProblem.class);
        assertThat(articles.history("shop", id)).hasSize(2);
    }

    @Test
    void shouldRefuseWhatSaysNothingOrTooMuch() {
        assertThatThrownBy(() -> articles.write("shop", article(" ", "")))
                .hasMessageContaining("knowledge.problem.empty");
        assertThatThrownBy(() -> articles.write("shop", article("x".repeat(151), "")))
                .hasMessageContaining("knowledge.problem.title-long");
        ArticleData long8001 =
                new ArticleData(new Wording("t", ""), new Wording("字".repeat(8_001), ""), Set.of(), Set.of(), Set.of());
        assertThatThrownBy(() -> articles.write("shop", long8001)).hasMessageContaining("knowledge.problem.text-long");
        ArticleData longest = new ArticleData(
                new Wording("字".repeat(150), "字".repeat(150)),
                new Wording("\n\"".repeat(4_000), "字".repeat(8_000)),
                Set.of(new SegmentName("a", "b")),
                Set.of(CaseType.values()),
                Set.of("g"));
        assertThat(articles.get("shop", articles.write("shop", longest)).data()).isEqualTo(longest);
    }

    @Test
    void shouldFindWordsInBothLanguagesTitlesFirst() {
        articles.write("shop", article("Returns", "退货"));
        long both = articles.write("shop", article("Money back", "退款"));
        long inText = articles.write(
                "shop",
                new ArticleData(
                        new Wording("Gifts", ""),
                        new Wording("No MONEY for gifts.", ""),
                        Set.of(),
                        Set.of(),
                        Set.of()));

        assertThat(articles.search("shop", " money ", Locale.ENGLISH))
                .extracting(Article::id)
                .containsExactly(both, inText);
        assertThat(articles.search("shop", "如何 退款", Locale.ENGLISH))
                .extracting(Article::id)
                .containsExactly(both);
        assertThat(articles.search("shop", "nothing of it", Locale.ENGLISH)).isEmpty();
        assertThat(articles.search("shop", "", Locale.ENGLISH)).hasSize(3);
    }

    @Test
    void shouldCountReadersOnceByWhatTheySaidLast() {
        long id = articles.write("shop", article("Refunds", ""));
        articles.used("shop", id);
        articles.used("shop", id);
        articles.answer("shop", id, false);
        articles.answer("shop", id, true);

        Article read = articles.get("shop", id);
        assertThat(List.of(read.used(), read.helped(), read.notHelped())).containsExactly(2L, 1L, 0L);
    }

    @Test
    void shouldLetStaffReadAndAnswerButNotWrite() {
        long id = articles.write("shop", article("Refunds", ""));
        long retired = articles.write("shop", article("Old", ""));
        articles.retire("shop", retired, true);
        assertThat(articles.all("shop", Locale.ENGLISH)).extracting(Article::id).containsExactly(id, retired);

        become(Role.STAFF);
        assertThat(articles.mayWrite("shop")).isFalse();
        assertThat(articles.all("shop", Locale.ENGLISH)).extracting(Article::id).containsExactly(id);
        articles.answer("shop", id, true);
        assertThatThrownBy(() -> articles.get("shop", retired)).hasMessageContaining("knowledge.problem.missing");
        assertThatThrownBy(() -> articles.write("shop", article("Mine", ""))).isInstanceOf(ForbiddenProblem.class);
        assertThatThrownBy(() -> articles.write("shop", id, 1, article("Mine", "")))
                .isInstanceOf(ForbiddenProblem.class);
        assertThatThrownBy(() -> articles.retire("shop", id, true)).isInstanceOf(ForbiddenProblem.class);
        assertThatThrownBy(() -> articles.restore("shop", id, 1, 1)).isInstanceOf(ForbiddenProblem.class);
        portal.rights.become(TestRights.user(zhou));
        assertThatThrownBy(() -> articles.all("shop", Locale.ENGLISH)).isInstanceOf(ForbiddenProblem.class);
    }

    @Test
    void shouldShowWhatFitsTheMatterAndTheCustomerTheClosestFirst() {
        Customer slow = portal.customer("1", "Chen", Map.of("temperament", new Value.Text("slow")));
        Customer other = portal.customer("2", "Li", Map.of("temperament", new Value.Text("silent")));
        portal.snapshots.reload("shop");
        articles.write("shop", article("Everything", ""));
        articles.write("shop", shown("Refunds", Set.of(), Set.of(CaseType.REFUND), Set.of()));
        articles.write("shop", shown("Slow refunds", Set.of(), Set.of(CaseType.REFUND), Set.of("slow")));
        articles.write("shop", shown("Slow people", Set.of(), Set.of(), Set.of("slow")));
        articles.write("shop", shown("Nobody", Set.of(new SegmentName("none", "none")), Set.of(), Set.of()));

        assertThat(titles(matching.ofCase(portal.vertical, slow, CaseType.REFUND, Locale.ENGLISH)))
                .startsWith("Slow refunds")
                .containsExactlyInAnyOrder("Slow refunds", "Refunds", "Slow people");
        assertThat(titles(matching.ofCase(portal.vertical, other, CaseType.REFUND, Locale.ENGLISH)))
                .containsExactly("Refunds");
        assertThat(titles(matching.ofCase(portal.vertical, other, CaseType.OUTAGE, Locale.ENGLISH)))
                .isEmpty();
        assertThat(titles(matching.ofCustomer(portal.vertical, slow, Locale.ENGLISH)))
                .containsExactly("Slow people");
    }

    private static List<String> titles(List<Article> found) {
        return found.stream().map(article -> article.data().title().english()).toList();
    }
}
