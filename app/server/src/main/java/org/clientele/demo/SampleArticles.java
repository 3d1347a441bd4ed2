package org.clientele.demo;

import java.util.List;
import java.util.Set;
import org.clientele.cases.CaseType;
import org.clientele.common.Wording;
import org.clientele.knowledge.ArticleData;
import org.clientele.knowledge.Articles;
import org.clientele.plugin.Vertical;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What somebody of the house wrote, beside what the industry's plugin ships. */
@Component
@ConditionalOnProperty("clientele.demo")
class SampleArticles {
    private static final List<ArticleData> ARTICLES = List.of(
            new ArticleData(
                    new Wording("An enquiry that cannot be answered at once", "无法当场答复的咨询"),
                    new Wording("""
                            - Repeat the question in your own words; most misunderstandings end here.
                            - Say **when** you call back, not "as soon as possible", and set the follow-up while the customer is on the line.
                            - Nobody knows? Hand the case over with a note of what was asked *and* what was promised.
                            """, """
                            - 用自己的话复述问题，多数误会到此为止。
                            - 说清**何时**回电，不说“尽快”，并在通话中就设好跟进日期。
                            - 没有人知道答案？移交工单时写明客户问了什么、我们*承诺*了什么。
                            """),
                    Set.of(),
                    Set.of(CaseType.ENQUIRY),
                    Set.of()),
            new ArticleData(
                    new Wording("May I contact this customer?", "可以联系这位客户吗？"),
                    new Wording("""
                            Look at the customer's page first: consent counts **for each purpose**, and "do not contact" beats everything else.
                            When somebody asks to be left alone, record it during the call. It takes effect at once, for every strategy.
                            """, """
                            先看客户页面：同意按**用途**分别有效，“请勿联系”优先于一切。
                            客户要求不再打扰时，请在通话中立即登记，对所有策略即时生效。
                            """),
                    Set.of(),
                    Set.of(),
                    Set.of()));

    private final Articles articles;

    SampleArticles(Articles articles) {
        this.articles = articles;
    }

    void write(Vertical vertical) {
        ARTICLES.forEach(article -> articles.write(vertical.key(), article));
    }
}
