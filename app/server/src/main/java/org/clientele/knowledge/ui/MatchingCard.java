package org.clientele.knowledge.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import java.util.List;
import org.clientele.frontend.Card;
import org.clientele.knowledge.Article;

/** Articles that fit, by their titles; opened where they stand. */
final class MatchingCard extends Card {
    MatchingCard(KnowledgeServices services, ArticleWords words, List<Article> articles) {
        super(words.text("knowledge.matching"));
        Anchor all = new Anchor(KnowledgeNavigation.to(words.vertical().key()), words.text("knowledge.all"));
        all.getElement().setAttribute("router-link", true);
        actions(all);
        articles.forEach(article -> add(details(services, words, article)));
    }

    /** Opened for the first time, it counts as read. */
    static Details details(KnowledgeServices services, ArticleWords words, Article article) {
        Details details = new Details(words.title(article));
        details.addOpenedChangeListener(change -> {
            if (change.isOpened() && details.getContent().findAny().isEmpty()) {
                services.articles().used(words.vertical().key(), article.id());
                details.add(new ArticleBody(services, words, article));
            }
        });
        return details;
    }
}
