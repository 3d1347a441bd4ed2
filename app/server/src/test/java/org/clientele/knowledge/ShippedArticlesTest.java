package org.clientele.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.HashMap;
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
import org.clientele.knowledge.persistence.ArticleContent;
import org.clientele.knowledge.persistence.ArticleDao;
import org.clientele.plugin.ContentCount;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalFixture;
import org.clientele.plugins.api.ArticleDefinition;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.segment.PowerDefinition;
import org.clientele.segment.SegmentName;
import org.clientele.segment.SegmentUser;
import org.clientele.segment.ShopPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Articles that come with a vertical's plugin. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class ShippedArticlesTest {
    private static final ArticleDefinition REFUNDS = new ArticleDefinition(
            "refunds", List.of(), List.of(ArticleDefinition.CaseType.REFUND), List.of("slow"), null);

    private final ShopPortal portal;
    private final long zhou;
    private final Articles articles;

    ShippedArticlesTest(TestDatabase.Kind kind) {
        portal = ShopPortal.of(kind, shipping(REFUNDS), texts("Refunds", "退款"));
        zhou = portal.person("Zhou Min");
        become(Role.CONSULTANT);
        articles = with(shipping(REFUNDS), texts("Refunds", "退款"));
    }

    @AfterEach
    void stop() throws Exception {
        portal.close();
    }

    private void become(Role role) {
        portal.rights.become(TestRights.user(zhou, new Grant(role, Grant.EVERYWHERE)));
    }

    private static VerticalDefinition shipping(ArticleDefinition... shipped) {
        return PowerDefinition.definition().withArticles(List.of(shipped));
    }

    private static Texts.Bundles texts(String english, String chinese) {
        Texts.Bundles base = PowerDefinition.texts();
        Map<String, Map<String, String>> texts = new HashMap<>();
        Map.of("en", english, "zh-CN", chinese).forEach((language, title) -> {
            Map<String, String> all = new HashMap<>(base.byLanguage().getOrDefault(language, Map.of()));
            all.put("article.refunds", title);
            all.put("article.refunds.text", "**" + title + "**");
            texts.put(language, all);
        });
        return new Texts.Bundles(texts);
    }

    /** The articles as they are with another version of the plugin. */
    private Articles with(VerticalDefinition definition, Texts.Bundles texts) {
        return new Articles(
                new ArticleDao(portal.database.jdbi(), portal.database.dialect()),
                VerticalFixture.verticals(portal.vertical.with(definition, texts)),
                portal.rights,
                portal.audit,
                portal.announcements,
                portal.clock);
    }

    private static ArticleData titled(String title) {
        return new ArticleData(new Wording(title, ""), new Wording("Ours", ""), Set.of(), Set.of(), Set.of());
    }

    private Article only() {
        List<Article> all = articles.all("shop", Locale.ENGLISH);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    @Test
    void shouldTellWhichSegmentsArticlesAreShownTo() {
        SegmentName first = new SegmentName("importance", "first");
        VerticalDefinition definition = shipping(new ArticleDefinition(
                "refunds", List.of(new ArticleDefinition.Segment("importance", "first")), List.of(), List.of(), null));
        Vertical vertical = portal.vertical.with(definition, texts("Refunds", "退款"));
        ArticleSegments segments =
                new ArticleSegments(new ArticleDao(portal.database.jdbi(), portal.database.dialect()));
        assertThat(uses(segments, vertical)).containsExactly(first + " 1");

        Articles written = with(definition, texts("Refunds", "退款"));
        long ours = written.write(
                "shop",
                new ArticleData(new Wording("Ours", ""), new Wording("Ours", ""), Set.of(first), Set.of(), Set.of()));
        assertThat(uses(segments, vertical)).containsExactly(first + " 2");

        written.retire("shop", ours, true);
        assertThat(uses(segments, vertical)).containsExactly(first + " 1");
    }

    @Test
    void shouldKnowTheSameTypesOfCasesAsPlugins() {
        assertThat(Arrays.stream(ArticleDefinition.CaseType.values()).map(Enum::name))
                .containsExactlyElementsOf(
                        Arrays.stream(CaseType.values()).map(Enum::name).toList());
    }

    @Test
    void shouldBeReadAndFoundAndCountedAtOnce() {
        become(Role.STAFF);
        Article shipped = only();
        assertThat(shipped.own()).isFalse();
        assertThat(shipped.data().title()).isEqualTo(new Wording("Refunds", "退款"));
        assertThat(articles.search("shop", "退款", Locale.ENGLISH)).containsExactly(shipped);

        articles.used("shop", shipped.id());
        articles.answer("shop", shipped.id(), true);
        assertThat(only().used()).isEqualTo(1);
        assertThat(only().helped()).isEqualTo(1);
        assertThatThrownBy(() -> articles.write("shop", shipped.id(), 1, titled("Mine")))
                .isInstanceOf(ForbiddenProblem.class);
        assertThatThrownBy(() -> articles.putBack("shop", shipped.id(), 1)).isInstanceOf(ForbiddenProblem.class);
    }

    @Test
    void shouldStandWhereItFits() {
        Customer slow = portal.customer("1", "Chen", Map.of("temperament", new Value.Text("slow")));
        Customer other = portal.customer("2", "Li", Map.of("temperament", new Value.Text("silent")));
        portal.snapshots.reload("shop");
        MatchingArticles matching = new MatchingArticles(
                articles,
                portal.memberships,
                new Guides(
                        portal.verticals,
                        new CustomerLists(portal.snapshots, portal.rights, portal.audit),
                        portal.customers,
                        portal.rights));
        assertThat(matching.ofCase(portal.vertical, slow, CaseType.REFUND, Locale.ENGLISH))
                .hasSize(1);
        assertThat(matching.ofCase(portal.vertical, other, CaseType.REFUND, Locale.ENGLISH))
                .isEmpty();
    }

    @Test
    void shouldPreferWhatWasWrittenHereUntilItIsPutBack() {
        long id = only().id();
        articles.write("shop", id, 1, titled("Our refunds"));
        assertThat(only().isEdited()).isTrue();
        assertThat(only().data().title().english()).isEqualTo("Our refunds");
        assertThatThrownBy(() -> articles.putBack("shop", id, 1)).isInstanceOf(ConflictProblem.class);

        articles.putBack("shop", id, 2);
        assertThat(only().own()).isFalse();
        assertThat(only().data().title().english()).isEqualTo("Refunds");
        assertThat(articles.history("shop", id))
                .extracting(ArticleVersion::number, ArticleVersion::shipped)
                .containsExactly(tuple(3, true), tuple(2, false), tuple(1, true));

        articles.restore("shop", id, 3, 2);
        assertThat(only().data().title().english()).isEqualTo("Our refunds");
        articles.restore("shop", id, 4, 1);
        assertThat(only().own()).as("what the plugin says is the plugin's").isFalse();
        assertThat(portal.audit.actions())
                .filteredOn(act -> act.startsWith("knowledge.write"))
                .hasSize(4);
    }

    @Test
    void shouldFollowAnUpgradeUnlessItWasEdited() {
        long id = only().id();
        Articles upgraded = with(shipping(REFUNDS), texts("Refunds in a day", "一天内退款"));
        assertThat(upgraded.get("shop", id).data().title().english()).isEqualTo("Refunds in a day");

        articles.write("shop", id, 1, titled("Our refunds"));
        assertThat(upgraded.get("shop", id).data().title().english()).isEqualTo("Our refunds");
        upgraded.putBack("shop", id, 2);
        assertThat(upgraded.get("shop", id).data().title().english()).isEqualTo("Refunds in a day");
    }

    @Test
    void shouldHideWhatThePluginWithdrewAndKeepWhatWasWrittenHere() {
        long id = only().id();
        Articles withdrawn = with(shipping(), texts("", ""));
        assertThat(withdrawn.all("shop", Locale.ENGLISH)).isEmpty();
        assertThatThrownBy(() -> withdrawn.get("shop", id)).hasMessageContaining("knowledge.problem.missing");

        articles.write("shop", id, 1, titled("Our refunds"));
        Article kept = withdrawn.get("shop", id);
        assertThat(kept.key()).isNull();
        assertThat(kept.isEdited()).isFalse();
        assertThat(withdrawn.history("shop", id))
                .extracting(ArticleVersion::number)
                .containsExactly(2);
    }

    @Test
    void shouldBeTakenOutOfSight() {
        articles.retire("shop", only().id(), true);
        become(Role.STAFF);
        assertThat(articles.all("shop", Locale.ENGLISH)).isEmpty();
    }

    @Test
    void shouldCountAsContentOnceSomebodyTouchedIt() {
        ArticleContent content = new ArticleContent(portal.database.jdbi());
        long id = only().id();
        assertThat(content.count(portal.vertical.id())).doesNotContain(new ContentCount("articles", 1));
        articles.used("shop", id);
        assertThat(content.count(portal.vertical.id())).contains(new ContentCount("articles", 1));
    }

    private static final class NoConditions implements SegmentUser.Mentions {
        @Override
        public Set<String> in(String condition) {
            return Set.of();
        }

        @Override
        public Set<String> in(ModelDefinition other) {
            return Set.of();
        }
    }

    private static List<String> uses(ArticleSegments segments, Vertical vertical) {
        return segments.uses(vertical, "importance", new NoConditions())
                .map(use -> use.segment() + " " + use.subject())
                .toList();
    }
}
