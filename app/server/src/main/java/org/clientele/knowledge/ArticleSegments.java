package org.clientele.knowledge;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.knowledge.persistence.ArticleDao;
import org.clientele.plugin.Vertical;
import org.clientele.segment.SegmentName;
import org.clientele.segment.SegmentUse;
import org.clientele.segment.SegmentUser;
import org.springframework.stereotype.Component;

/** The articles that are shown to members of a segment by themselves. */
@Component
class ArticleSegments implements SegmentUser {
    private final ArticleDao dao;

    ArticleSegments(ArticleDao dao) {
        this.dao = dao;
    }

    @Override
    public Stream<SegmentUse> uses(Vertical vertical, String model, Mentions mentions) {
        Map<String, ArticleData> shipped = ShippedArticles.of(vertical);
        Stream<ArticleData> stored = dao.all(vertical.id(), shipped).stream()
                .filter(article -> !article.retired())
                .map(Article::data);
        return Stream.concat(stored, unread(vertical, shipped))
                .flatMap(article -> article.segments().stream())
                .filter(segment -> segment.model().equals(model))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .map(segment -> use(segment.getKey(), segment.getValue()));
    }

    /** An article of the plugin is stored when somebody first looks. */
    private Stream<ArticleData> unread(Vertical vertical, Map<String, ArticleData> shipped) {
        Set<String> known = shipped.isEmpty() ? Set.of() : Set.copyOf(dao.shipped(vertical.id()));
        return shipped.entrySet().stream()
                .filter(article -> !known.contains(article.getKey()))
                .map(Map.Entry::getValue);
    }

    private static SegmentUse use(SegmentName segment, long articles) {
        return new SegmentUse(segment, SegmentUse.Kind.ARTICLES, String.valueOf(articles), "");
    }
}
