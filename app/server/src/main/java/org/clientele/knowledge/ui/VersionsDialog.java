package org.clientele.knowledge.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.clientele.common.Problem;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Columns;
import org.clientele.knowledge.Article;
import org.clientele.knowledge.ArticleVersion;

/** Every version of an article as it was published; an older one can be published again. */
final class VersionsDialog extends Dialog {
    VersionsDialog(KnowledgeServices services, ArticleWords words, Article article, Runnable whenRestored) {
        super(words.text("knowledge.versions.of", words.title(article)));
        setWidth("min(720px, 96vw)");
        Div list = Columns.stack();
        List<ArticleVersion> versions =
                services.articles().history(words.vertical().key(), article.id());
        for (ArticleVersion version : versions) {
            Details details = new Details(
                    words.origin(version),
                    new Div(version.data().title().in(words.locale())),
                    new ArticleText(words.body(version.data())));
            if (version.number() != article.version()) {
                Button restore = new Button(words.text("knowledge.restore"), click -> {
                    try {
                        services.articles()
                                .restore(words.vertical().key(), article.id(), article.version(), version.number());
                        close();
                        whenRestored.run();
                    } catch (Problem problem) {
                        Messages.problem(problem);
                    }
                });
                restore.addThemeVariants(ButtonVariant.SMALL);
                details.add(restore);
            }
            list.add(details);
        }
        add(list);
        getFooter().add(new Button(getTranslation("common.close"), click -> close()));
    }
}
