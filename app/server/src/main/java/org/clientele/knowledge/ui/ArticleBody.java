package org.clientele.knowledge.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.clientele.common.Problem;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Icon;
import org.clientele.knowledge.Article;

/** The text of an article, with the question whether it helped. */
final class ArticleBody extends Div {
    private final transient KnowledgeServices services;
    private final transient ArticleWords words;
    private final transient Article article;
    private final Div asked = new Div();

    ArticleBody(KnowledgeServices services, ArticleWords words, Article article) {
        this.services = services;
        this.words = words;
        this.article = article;
        addClassName("stack");
        asked.addClassName("row");
        asked.getElement().setAttribute("aria-live", "polite");
        Span question = new Span(words.text("knowledge.helped"));
        question.addClassName("caption");
        asked.add(question, answer("knowledge.helped.yes", true), answer("knowledge.helped.no", false));
        add(new ArticleText(words.body(article.data())), asked);
    }

    private Button answer(String key, boolean helped) {
        Button button = new Button(words.text(key), (helped ? Icon.CHECK : Icon.X).create(), click -> say(helped));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return button;
    }

    private void say(boolean helped) {
        try {
            services.articles().answer(words.vertical().key(), article.id(), helped);
            asked.removeAll();
            Span thanks = new Span(words.text("knowledge.helped.thanks"));
            thanks.addClassName("caption");
            asked.add(thanks);
        } catch (Problem problem) {
            Messages.problem(problem);
        }
    }
}
