package org.clientele.knowledge;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.clientele.access.Audit;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Problem;
import org.clientele.knowledge.persistence.ArticleDao;
import org.clientele.plugin.Verticals;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Articles are read by everybody of a vertical, and written by those who decide what is done for customers. What was published is never edited: a change is a new version. */
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
        return dao.all(reading(verticalKey)).stream()
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
        return dao.find(reading(verticalKey), id)
                .filter(article -> !article.retired() || mayWrite(verticalKey))
                .orElseThrow(() -> new Problem("knowledge.problem.missing"));
    }

    /** Every version, the newest first. */
    public List<ArticleVersion> history(String verticalKey, long id) {
        return dao.history(get(verticalKey, id).id());
    }

    /** Publishes a new article; its id. */
    @Transactional
    public long write(String verticalKey, ArticleData data) {
        int vertical = writing(verticalKey);
        data.check();
        long id = dao.insert(vertical, UUID.randomUUID().toString());
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
        Article before = get(verticalKey, id);
        if (before.version() != seen) {
            throw new ConflictProblem("knowledge.problem.conflict", before.author());
        }
        if (!before.data().equals(data)) {
            publish(verticalKey, id, seen + 1, data);
        }
    }

    /** Publishes what an older version says as a new one. */
    @Transactional
    public void restore(String verticalKey, long id, int seen, int number) {
        ArticleData older = history(verticalKey, id).stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(() -> new Problem("knowledge.problem.missing"))
                .data();
        write(verticalKey, id, seen, older);
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

    private void publish(String verticalKey, long id, int number, ArticleData data) {
        if (!dao.addVersion(id, number, data, rights.user().login(), clock.instant())) {
            throw new ConflictProblem("knowledge.problem.conflict", "");
        }
        audit.record("knowledge.write", verticalKey + " article " + id, null, "version " + number);
        announcements.publish(new ArticlesChanged(verticalKey));
    }

    private int reading(String verticalKey) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        return verticals.get(verticalKey).id();
    }

    private int writing(String verticalKey) {
        rights.require(Permission.MANAGE_STRATEGIES, verticalKey);
        return verticals.get(verticalKey).id();
    }
}
