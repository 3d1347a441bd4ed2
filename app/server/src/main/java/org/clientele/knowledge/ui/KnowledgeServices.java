package org.clientele.knowledge.ui;

import java.time.Clock;
import org.clientele.knowledge.Articles;
import org.clientele.knowledge.MatchingArticles;
import org.springframework.stereotype.Component;

/** What the screens of articles ask. */
@Component
record KnowledgeServices(Articles articles, MatchingArticles matching, Clock clock) {}
