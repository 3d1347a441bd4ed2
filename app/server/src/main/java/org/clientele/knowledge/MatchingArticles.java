package org.clientele.knowledge;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.cases.CaseType;
import org.clientele.customer.Customer;
import org.clientele.guide.Guides;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.GuideDefinition;
import org.clientele.segment.Memberships;
import org.clientele.segment.Memberships.Membership;
import org.clientele.segment.SegmentName;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The articles that fit a case or a customer; those that ask for nothing are found by searching alone. */
@Service
public class MatchingArticles {
    private static final int MOST = 5;

    private final Articles articles;
    private final Memberships memberships;
    private final Guides guides;

    public MatchingArticles(Articles articles, Memberships memberships, Guides guides) {
        this.articles = articles;
        this.memberships = memberships;
        this.guides = guides;
    }

    /** Those for a customer, whatever the matter is; the closest fit first. */
    public List<Article> ofCustomer(Vertical vertical, Customer customer, Locale locale) {
        return fitting(vertical, customer, null, locale);
    }

    /** Those for a case of a customer; the closest fit first. */
    public List<Article> ofCase(Vertical vertical, Customer customer, CaseType type, Locale locale) {
        return fitting(vertical, customer, type, locale);
    }

    private List<Article> fitting(Vertical vertical, Customer customer, @Nullable CaseType type, Locale locale) {
        List<Article> asking = articles.all(vertical.key(), locale).stream()
                .filter(article -> !article.retired() && article.data().demands() > 0)
                .filter(article -> article.data().types().isEmpty()
                        || (type != null && article.data().types().contains(type)))
                .toList();
        if (asking.isEmpty()) {
            return asking;
        }
        Set<SegmentName> segments = memberships.history(vertical.key(), customer.id()).stream()
                .filter(membership -> membership.validTo() == null)
                .map(Membership::segment)
                .collect(Collectors.toSet());
        Set<String> open = guides.ofCustomer(vertical.key(), customer).stream()
                .flatMap(group -> group.open().stream())
                .map(GuideDefinition::id)
                .collect(Collectors.toSet());
        return asking.stream()
                .filter(article -> fits(article.data().segments(), segments)
                        && fits(article.data().guides(), open))
                .sorted(Comparator.comparingInt(
                                (Article article) -> -article.data().demands())
                        .thenComparingLong(article -> -article.helped()))
                .limit(MOST)
                .toList();
    }

    private static <T> boolean fits(Set<T> wanted, Set<T> there) {
        return wanted.isEmpty() || !Collections.disjoint(wanted, there);
    }
}
