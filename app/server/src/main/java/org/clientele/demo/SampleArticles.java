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

/** A few articles that fit any industry. */
@Component
@ConditionalOnProperty("clientele.demo")
class SampleArticles {
    private static final List<ArticleData> ARTICLES = List.of(
            new ArticleData(
                    new Wording("A complaint, step by step", "投诉处理五步法"),
                    new Wording("""
                            1. **Apologise** at once and without a but: whose fault it is comes later.
                            2. **Remedy**: say what is done now and by when, and write the date into the case.
                            3. **Root cause**: ask "why" until the answer is something that can be changed.
                            4. **Cost**: record what the remedy costs, small amounts too.
                            5. **Decision**: say what changes for the next customer, and who sees to it.

                            Call back after three days and ask whether it held.
                            """, """
                            1. **致歉**：立即道歉，不加“但是”，责任问题稍后再说。
                            2. **补救**：说明现在做什么、何时完成，并把日期写进工单。
                            3. **根本原因**：连续追问“为什么”，直到答案是可以改变的事情。
                            4. **成本**：记录补救成本，金额再小也要记。
                            5. **决策**：写明今后如何改进、由谁负责。

                            三天后回访，确认问题没有再发生。
                            """),
                    Set.of(),
                    Set.of(CaseType.COMPLAINT),
                    Set.of()),
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
