package org.clientele.knowledge.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.markdown.Markdown;

/** Markdown as it reads; whatever could run in it is taken out by the component. */
final class ArticleText extends Div {
    private final Markdown markdown = new Markdown();

    ArticleText(String text) {
        addClassName("article-text");
        markdown.setContent(text);
        add(markdown);
    }

    void show(String text) {
        markdown.setContent(text);
    }
}
