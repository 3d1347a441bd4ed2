package org.clientele.knowledge;

import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.clientele.access.Audit;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Problem;
import org.clientele.knowledge.persistence.ArticleDao;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Articles are read by everybody of a vertical, and written by those who decide what is done for customers. What was published is never
 * edited: a change is a new version. An article of the plugin says what the plugin says until somebody edits it, and again when it is put
 * back.
 */
@Service
public class Articles {
    private final ArticleDao dao;
    private final Verticals verticals;
    private final Rights rights;
    private final Audit audit;
    private final Announcements announcements;
    private final Clock clock;

    public Articles(
            ArticleDao dao, Verticals verticals, Rights rights, Audit audit, Announcements announcements, Clock clock) {
        this.dao = dao;
        this.verticals = verticals;
        this.rights = rights;
        this.audit = audit;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Whether the user may write. */
    public boolean mayWrite(String verticalKey) {
        return rights.may(Permission.MANAGE_STRATEGIES, verticalKey);
    }

    /** All that apply, by title; for writers also what is retired, at the end. */
    public List<Article> all(String verticalKey, Locale locale) {
        boolean writer = mayWrite(verticalKey);
        return stored(reading(verticalKey)).stream()
                .filter(article -> writer || !article.retired())
                .sorted(Comparator.comparing(Article::retired)
                        .thenComparing(article -> article.data().title().in(locale)))
                .toList();
    }

    /** Those in which all words are found, in whichever language: first those with the words in the title. */
    public List<Article> search(String verticalKey, String words, Locale locale) {
        List<Article> all = all(verticalKey, locale);
        return words.isBlank()
                ? all
                : all.stream()
                        .filter(article -> article.data().hits(words, locale) > 0)
                        .sorted(Comparator.comparingInt(
                                article -> -article.data().hits(words, locale)))
                        .toList();
    }

    /** The article as it applies. */
    public Article get(String verticalKey, long id) {
        Vertical vertical = reading(verticalKey);
        return dao.find(vertical.id(), id, ShippedArticles.of(vertical))
                .filter(article -> !article.retired() || mayWrite(verticalKey))
                .orElseThrow(() -> new Problem("knowledge.problem.missing"));
    }

    /** Every version, the newest first. */
    public List<ArticleVersion> history(String verticalKey, long id) {
        Article article = get(verticalKey, id);
        return dao.history(id, article.key() == null ? null : shipped(verticalKey, article.key()));
    }

    /** Publishes a new article; its id. */
    @Transactional
    public long write(String verticalKey, ArticleData data) {
        Vertical vertical = writing(verticalKey);
        data.check();
        long id = dao.insert(vertical.id(), UUID.randomUUID().toString());
        publish(verticalKey, id, 1, data);
        return id;
    }

    /**
     * Publishes the next version.
     *
     * @param seen the version that the author saw
     */
    @Transactional
    public void write(String verticalKey, long id, int seen, ArticleData data) {
        writing(verticalKey);
        data.check();
        Article before = seen(verticalKey, id, seen);
        if (!before.data().equals(data)) {
            boolean shipped = before.key() != null && data.equals(shipped(verticalKey, before.key()));
            publish(verticalKey, id, seen + 1, shipped ? null : data);
        }
    }

    /** Lets an article of the plugin say again what the plugin says, also after its next upgrade. */
    @Transactional
    public void putBack(String verticalKey, long id, int seen) {
        writing(verticalKey);
        if (seen(verticalKey, id, seen).isEdited()) {
            publish(verticalKey, id, seen + 1, null);
        }
    }

    /** Publishes what an older version says as a new one. */
    @Transactional
    public void restore(String verticalKey, long id, int seen, int number) {
        ArticleVersion older = history(verticalKey, id).stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(() -> new Problem("knowledge.problem.missing"));
        write(verticalKey, id, seen, older.data());
    }

    /** Takes an article out of sight, or back. */
    @Transactional
    public void retire(String verticalKey, long id, boolean retired) {
        writing(verticalKey);
        Article before = get(verticalKey, id);
        dao.retire(id, retired);
        audit.record(
                "knowledge.retire",
                verticalKey + " article " + id,
                String.valueOf(before.retired()),
                String.valueOf(retired));
        announcements.publish(new ArticlesChanged(verticalKey));
    }

    /** Counts that somebody read it. */
    @Transactional
    public void used(String verticalKey, long id) {
        dao.countUse(get(verticalKey, id).id());
    }

    /** Notes whether it helped the user; what was said before does not count any more. */
    @Transactional
    public void answer(String verticalKey, long id, boolean helped) {
        dao.answer(get(verticalKey, id).id(), rights.user().id(), helped);
    }

    private Article seen(String verticalKey, long id, int seen) {
        Article now = get(verticalKey, id);
        if (now.version() != seen) {
            throw new ConflictProblem("knowledge.problem.conflict", now.author());
        }
        return now;
    }

    /** Articles of the plugin are stored when they are first read: from then on they can be linked, counted and answered. */
    private List<Article> stored(Vertical vertical) {
        Map<String, ArticleData> shipped = ShippedArticles.of(vertical);
        Set<String> fresh = new LinkedHashSet<>(shipped.keySet());
        if (!fresh.isEmpty()) {
            fresh.removeAll(dao.shipped(vertical.id()));
            fresh.forEach(key -> dao.ship(vertical.id(), key, clock.instant()));
        }
        return dao.all(vertical.id(), shipped);
    }

    private @Nullable ArticleData shipped(String verticalKey, String key) {
        return ShippedArticles.of(verticals.get(verticalKey)).get(key);
    }

    private void publish(String verticalKey, long id, int number, @Nullable ArticleData data) {
        if (!dao.addVersion(id, number, data, rights.user().login(), clock.instant())) {
            throw new ConflictProblem("knowledge.problem.conflict", "");
        }
        audit.record(
                "knowledge.write",
                verticalKey + " article " + id,
                null,
                "version " + number + (data == null ? ", the plugin's" : ""));
        announcements.publish(new ArticlesChanged(verticalKey));
    }

    private Vertical reading(String verticalKey) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        return verticals.get(verticalKey);
    }

    private Vertical writing(String verticalKey) {
        rights.require(Permission.MANAGE_STRATEGIES, verticalKey);
        return verticals.get(verticalKey);
    }
}
