package org.clientele.plugin.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.clientele.common.VerticalNews;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.plugin.persistence.NodeNewsDao.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class NodeNewsDaoTest {
    private final TestDatabase.Kind kind;
    private TestDatabase database;
    private NodeNewsDao news;

    NodeNewsDaoTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void start() {
        database = TestDatabase.create(kind);
        news = new NodeNewsDao(database.jdbi());
    }

    @AfterEach
    void stop() throws Exception {
        database.close();
    }

    @Test
    void shouldTellOthersInOrderAndNotTheTeller() {
        assertThat(news.newest()).isEqualTo(-1);
        news.tell("a", "customer", new VerticalNews("shop", Set.of(7L, 8L)));
        long first = news.newest();
        news.tell("a", "dataimport", new VerticalNews("club", Set.of()));

        assertThat(news.above(-1, "b"))
                .extracting(Told::kind, Told::news)
                .containsExactly(
                        tuple("customer", new VerticalNews("shop", Set.of(7L, 8L))),
                        tuple("dataimport", new VerticalNews("club", Set.of())));
        assertThat(news.above(first, "b")).extracting(Told::kind).containsExactly("dataimport");
        assertThat(news.above(-1, "a")).isEmpty();
    }

    @Test
    void shouldTellOfManyWhereThereAreTooManyToName() {
        Set<Long> many = LongStream.range(0, 201).boxed().collect(Collectors.toSet());

        news.tell("a", "customer", new VerticalNews("shop", many));

        assertThat(news.above(-1, "b")).extracting(Told::news).containsExactly(new VerticalNews("shop", Set.of()));
    }

    @Test
    void shouldTellNothingOfAChangeThatIsTakenBack() {
        database.transactions().executeWithoutResult(transaction -> {
            news.tell("a", "customer", new VerticalNews("shop", Set.of(7L)));
            transaction.setRollbackOnly();
        });

        assertThat(news.above(-1, "b")).isEmpty();
    }

    @Test
    void shouldForgetWhatIsOld() {
        news.tell("a", "customer", new VerticalNews("shop", Set.of(7L)));
        database.jdbi()
                .useHandle(handle ->
                        handle.execute("UPDATE node_news SET made_at = CURRENT_TIMESTAMP - INTERVAL '11' MINUTE"));
        news.tell("a", "customer", new VerticalNews("shop", Set.of(8L)));

        assertThat(news.forgetOld()).isEqualTo(1);
        assertThat(news.above(-1, "b")).extracting(Told::news).containsExactly(new VerticalNews("shop", Set.of(8L)));
    }
}
