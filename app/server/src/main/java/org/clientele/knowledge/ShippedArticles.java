package org.clientele.knowledge;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.cases.CaseType;
import org.clientele.common.Wording;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ArticleDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.segment.SegmentName;

/** The articles that a vertical's plugin ships, as articles of the portal. */
final class ShippedArticles {
    private ShippedArticles() {}

    /** What each says, by its id in the plugin. */
    static Map<String, ArticleData> of(Vertical vertical) {
        Map<String, ArticleData> shipped = new LinkedHashMap<>();
        vertical.definition().articles().forEach(article -> shipped.put(article.id(), data(vertical, article)));
        return shipped;
    }

    private static ArticleData data(Vertical vertical, ArticleDefinition article) {
        return new ArticleData(
                wording(vertical, Texts.article(article.id())),
                wording(vertical, Texts.articleText(article.id())),
                article.segments().stream()
                        .map(named -> new SegmentName(named.model(), named.segment()))
                        .collect(Collectors.toSet()),
                article.cases().stream()
                        .map(type -> CaseType.valueOf(type.name()))
                        .collect(Collectors.toSet()),
                Set.copyOf(article.guides()));
    }

    private static Wording wording(Vertical vertical, String key) {
        return new Wording(vertical.text(Locale.ENGLISH, key), vertical.text(Locale.SIMPLIFIED_CHINESE, key));
    }
}
