package org.clientele.knowledge.ui;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientele.cases.CaseType;
import org.clientele.common.ui.Formats;
import org.clientele.common.ui.Translations;
import org.clientele.knowledge.Article;
import org.clientele.knowledge.ArticleData;
import org.clientele.knowledge.ArticleVersion;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.GuideDefinition;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.segment.SegmentName;

/** Articles in words. */
final class ArticleWords {
    private static final Translations TEXTS = new Translations();

    private final Vertical vertical;
    private final Locale locale;
    private final ZoneId zone;
    private final Formats formats;

    ArticleWords(Vertical vertical, Locale locale, ZoneId zone) {
        this.vertical = vertical;
        this.locale = locale;
        this.zone = zone;
        this.formats = new Formats(locale, vertical.currency());
    }

    Locale locale() {
        return locale;
    }

    Vertical vertical() {
        return vertical;
    }

    String text(String key, Object... arguments) {
        return TEXTS.getTranslation(key, locale, arguments);
    }

    String title(Article article) {
        return article.data().title().in(locale);
    }

    String body(ArticleData data) {
        return data.text().in(locale);
    }

    String time(Instant at) {
        return formats.dateTime(at, zone);
    }

    String type(CaseType type) {
        return text("cases.type." + type.name().toLowerCase(Locale.ROOT));
    }

    String segment(SegmentName segment) {
        return vertical.text(locale, Texts.model(segment.model())) + ": "
                + vertical.text(locale, Texts.segment(segment.model(), segment.segment()));
    }

    String guide(String id) {
        return vertical.text(locale, Texts.guide(id));
    }

    /** Every segment of the vertical. */
    List<SegmentName> segments() {
        return vertical.definition().models().stream()
                .flatMap(ArticleWords::segments)
                .toList();
    }

    private static Stream<SegmentName> segments(ModelDefinition model) {
        return model.segments().stream().map(segment -> new SegmentName(model.id(), segment.id()));
    }

    /** The ids of every guide card. */
    List<String> guides() {
        return vertical.definition().guides().stream().map(GuideDefinition::id).toList();
    }

    /** Where the article is shown by itself; nothing: only where it is searched. */
    List<String> places(ArticleData data) {
        return Stream.of(
                        data.types().stream().sorted().map(this::type),
                        data.segments().stream().map(this::segment).sorted(),
                        data.guides().stream().map(this::guide).sorted())
                .flatMap(places -> places)
                .toList();
    }

    /** "Version 3 · Zhou Min · 14 Mar 2026 09:20"; of the plugin's where it comes from. */
    String origin(Article article) {
        if (article.own()) {
            return text("knowledge.version", article.version(), article.author(), time(article.writtenAt()));
        }
        return source(article)
                .map(source -> text("knowledge.plugin.source", source))
                .orElseGet(() -> text("knowledge.plugin.from"));
    }

    private Optional<String> source(Article article) {
        return vertical.definition().articles().stream()
                .filter(shipped -> shipped.id().equals(article.key()))
                .flatMap(shipped -> Stream.ofNullable(shipped.source()))
                .map(source -> vertical.text(locale, Texts.source(source)))
                .findFirst();
    }

    /** As of an article; one that follows the plugin says so, and who put it back. */
    String origin(ArticleVersion version) {
        if (!version.shipped()) {
            return text("knowledge.version", version.number(), version.author(), time(version.writtenAt()));
        }
        return version.number() == 1
                ? text("knowledge.version.plugin", version.number())
                : text("knowledge.version.reset", version.number(), version.author(), time(version.writtenAt()));
    }

    /** "Read 12 times · helped 5, did not help 1"; nobody who did not read it can say whether it helped. */
    String figures(Article article) {
        boolean answered = article.helped() + article.notHelped() > 0;
        return article.used() == 0 && !answered
                ? text("knowledge.unread")
                : text("knowledge.figures", article.used(), article.helped(), article.notHelped());
    }
}
