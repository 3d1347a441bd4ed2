package org.clientele.knowledge.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.markdown.Markdown;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.clientele.access.Role;
import org.clientele.cases.CasePortal;
import org.clientele.cases.CaseType;
import org.clientele.cases.ServiceCase;
import org.clientele.common.Wording;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.TestUi;
import org.clientele.common.ui.Translations;
import org.clientele.customer.CustomerLists;
import org.clientele.frontend.Banner;
import org.clientele.guide.Guides;
import org.clientele.knowledge.Article;
import org.clientele.knowledge.ArticleData;
import org.clientele.knowledge.Articles;
import org.clientele.knowledge.MatchingArticles;
import org.clientele.knowledge.persistence.ArticleDao;
import org.clientele.plugin.VerticalFixture;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.TestNavigation;
import org.clientele.plugins.api.ArticleDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.segment.ShopPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KnowledgeScreensTest {
    private final CasePortal cases = new CasePortal(TestDatabase.Kind.HSQLDB);
    private final ShopPortal portal = cases.shop;
    private final Articles articles = articles(portal.verticals);
    private final KnowledgeServices services = new KnowledgeServices(
            articles,
            new MatchingArticles(
                    articles,
                    portal.memberships,
                    new Guides(
                            portal.verticals,
                            new CustomerLists(portal.snapshots, portal.rights, portal.audit),
                            portal.customers,
                            portal.rights)),
            portal.clock);

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        cases.close();
    }

    @Test
    void shouldSayWhatToDoFirst() {
        cases.become(cases.liNa, Role.STAFF, false);
        assertThat(text(open(Locale.ENGLISH))).contains("No articles yet", "A manager or consultant can write");
        _assertNone(Button.class, spec -> spec.withText("Write an article"));
        TestUi.stop();
        cases.become(cases.wangFang, Role.MANAGER, false);
        assertThat(text(open(Translations.CHINESE))).contains("暂无文章", "撰写文章");
    }

    @Test
    void shouldWriteAnArticleWithItsPreviewAndEditIt() {
        cases.become(cases.wangFang, Role.MANAGER, false);
        KnowledgeView view = open(Locale.ENGLISH);
        _click(_get(Button.class, spec -> spec.withText("Write an article")));
        _click(_get(Button.class, spec -> spec.withText("Publish")));
        assertThat(text(_get(Banner.class))).contains("Write a title and a text");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Title, English")), "Refunds");
        _setValue(_get(TextArea.class, spec -> spec.withLabel("Text, English")), "**Ask** for the receipt.");
        assertThat(_find(Markdown.class)).extracting(Markdown::getContent).contains("**Ask** for the receipt.");
        _click(_get(Button.class, spec -> spec.withText("Publish")));

        Article written = articles.all("shop", Locale.ENGLISH).getFirst();
        assertThat(written.data().title().english()).isEqualTo("Refunds");
        open(view, written);
        assertThat(text(view)).contains("Refunds", "Version 1", "Found by searching");
        _click(_get(Button.class, spec -> spec.withText("Edit")));
        _setValue(_get(TextField.class, spec -> spec.withLabel("Title, 中文")), "退款");
        _click(_get(Button.class, spec -> spec.withText("Publish")));
        assertThat(text(view)).contains("Version 2");

        _click(_get(Button.class, spec -> spec.withText("Versions")));
        _click(_get(Button.class, spec -> spec.withText("Publish this one again")));
        assertThat(articles.get("shop", written.id()).version()).isEqualTo(3);
        _click(_get(Button.class, spec -> spec.withText("Retire")));
        assertThat(articles.get("shop", written.id()).retired()).isTrue();
    }

    @Test
    void shouldSearchAndAskWhetherItHelped() {
        cases.become(cases.wangFang, Role.MANAGER, false);
        long refunds = articles.write("shop", data("Refunds", Set.of()));
        articles.write("shop", data("Gifts", Set.of()));
        cases.become(cases.liNa, Role.STAFF, false);
        KnowledgeView view = open(Locale.ENGLISH);
        _setValue(_get(TextField.class), "refu");
        assertThat(_find(Anchor.class)).extracting(Anchor::getHref).containsExactly("v/shop/knowledge/" + refunds);

        open(view, articles.get("shop", refunds));
        _assertNone(Button.class, spec -> spec.withText("Edit"));
        _click(_get(Button.class, spec -> spec.withText("Yes")));
        assertThat(text(view)).contains("Thank you");
        assertThat(articles.get("shop", refunds).helped()).isEqualTo(1);
        assertThat(articles.get("shop", refunds).used()).isEqualTo(1);
    }

    @Test
    void shouldStandBesideTheCaseItFits() {
        cases.become(cases.wangFang, Role.MANAGER, false);
        long id = articles.write("shop", data("Refunds", Set.of(CaseType.REFUND)));
        ServiceCase refund = cases.open(CaseType.REFUND, "Money back");
        ServiceCase outage = cases.open(CaseType.OUTAGE, "No light");
        portal.snapshots.reload("shop");
        TestUi.start(Locale.ENGLISH);
        KnowledgePanel panel = new KnowledgePanel(services, portal.customers);

        assertThat(panel.create(portal.vertical, outage)).isEmpty();
        assertThat(panel.create(portal.vertical, cases.anna)).isEmpty();
        UI.getCurrent().add(panel.create(portal.vertical, refund).orElseThrow());
        assertThat(articles.get("shop", id).used()).isZero();
        _get(Details.class).setOpened(true);
        assertThat(_get(Markdown.class).getContent()).isEqualTo("Text of Refunds");
        assertThat(articles.get("shop", id).used()).isEqualTo(1);
    }

    @Test
    void shouldSayWhatThePluginShipsAndPutAnEditedOneBack() {
        Verticals shipping = shipping();
        Articles shipped = articles(shipping);
        cases.become(cases.wangFang, Role.MANAGER, false);
        long id = shipped.all("shop", Locale.ENGLISH).getFirst().id();

        assertThat(text(open(shipping, shipped, Locale.ENGLISH, id))).contains("Refunds", "From the industry’s plugin");
        _assertNone(Button.class, spec -> spec.withText("Back to the plugin’s text"));
        TestUi.stop();
        assertThat(text(open(shipping, shipped, Translations.CHINESE, id))).contains("退款", "来自行业插件");
        TestUi.stop();

        shipped.write("shop", id, 1, data("Ours", Set.of()));
        open(shipping, shipped, Locale.ENGLISH, id);
        _click(_get(Button.class, spec -> spec.withText("Back to the plugin’s text")));
        assertThat(shipped.get("shop", id).own()).isFalse();
        _click(_get(Button.class, spec -> spec.withText("Versions")));
        assertThat(_find(Details.class)).extracting(Details::getSummaryText).contains("Version 1 · from the plugin");
    }

    private Verticals shipping() {
        ArticleDefinition refunds = new ArticleDefinition("refunds", List.of(), List.of(), List.of(), null);
        Map<String, Map<String, String>> texts = Map.of(
                "en", Map.of("article.refunds", "Refunds", "article.refunds.text", "Pay back."),
                "zh-CN", Map.of("article.refunds", "退款", "article.refunds.text", "退还款项。"));
        return VerticalFixture.verticals(portal.vertical.with(
                portal.vertical.definition().withArticles(List.of(refunds)), new Texts.Bundles(texts)));
    }

    private KnowledgeView open(Verticals verticals, Articles shown, Locale locale, long id) {
        TestUi.start(locale);
        KnowledgeView view = new KnowledgeView(
                verticals,
                portal.rights,
                portal.announcements,
                new KnowledgeServices(shown, services.matching(), portal.clock));
        open(view, shown.get("shop", id));
        return view;
    }

    private Articles articles(Verticals verticals) {
        return new Articles(
                new ArticleDao(portal.database.jdbi(), portal.database.dialect()),
                verticals,
                portal.rights,
                portal.audit,
                portal.announcements,
                portal.clock);
    }

    private static ArticleData data(String title, Set<CaseType> types) {
        return new ArticleData(new Wording(title, ""), new Wording("Text of " + title, ""), Set.of(), types, Set.of());
    }

    private KnowledgeView open(Locale locale) {
        TestUi.start(locale);
        KnowledgeView view = new KnowledgeView(portal.verticals, portal.rights, portal.announcements, services);
        TestNavigation.open(view, "shop", "v/shop/knowledge");
        return view;
    }

    private static void open(KnowledgeView view, Article article) {
        TestNavigation.open(
                view,
                "v/shop/knowledge/" + article.id(),
                Map.of("vertical", "shop", "article", Long.toString(article.id())));
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
