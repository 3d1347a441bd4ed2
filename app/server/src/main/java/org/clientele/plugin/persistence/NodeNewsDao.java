package org.clientele.plugin.persistence;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.common.VerticalNews;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Repository;

/** What nodes tell each other of changes in the data of verticals. */
@Repository
public class NodeNewsDao {
    /** As many numbers as fit into the column; more are told as many. */
    private static final int MOST = 200;

    private final Jdbi jdbi;

    public NodeNewsDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Something that a node told. */
    public record Told(long id, String kind, VerticalNews news) {}

    /** Tells the other nodes; in the transaction of the change. */
    public void tell(String node, String kind, VerticalNews news) {
        Set<Long> customers = news.customerIds().size() > MOST ? Set.of() : news.customerIds();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO node_news (node_id, kind, vertical_key, customer_ids, made_at)
                        VALUES (:node, :kind, :vertical, :customers, CURRENT_TIMESTAMP)
                        """)
                .bind("node", node)
                .bind("kind", kind)
                .bind("vertical", news.verticalKey())
                .bind("customers", customers.stream().map(String::valueOf).collect(Collectors.joining(",")))
                .execute());
    }

    /** The number of the newest news; -1 when there is none. */
    public long newest() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT COALESCE(max(id), -1) FROM node_news")
                .mapTo(Long.class)
                .one());
    }

    /** What other nodes told with numbers above that one, the earliest first. */
    public List<Told> above(long id, String node) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, kind, vertical_key, customer_ids FROM node_news
                        WHERE id > :id AND node_id <> :node
                        ORDER BY id
                        """)
                .bind("id", id)
                .bind("node", node)
                .map((row, _) -> new Told(
                        row.getLong("id"),
                        row.getString("kind"),
                        new VerticalNews(row.getString("vertical_key"), numbers(row.getString("customer_ids")))))
                .list());
    }

    /**
     * Forgets what was told more than ten minutes ago.
     *
     * @return how much
     */
    public int forgetOld() {
        return jdbi.withHandle(handle ->
                handle.execute("DELETE FROM node_news WHERE made_at < CURRENT_TIMESTAMP - INTERVAL '10' MINUTE"));
    }

    private static Set<Long> numbers(String text) {
        return text.isEmpty()
                ? Set.of()
                : Arrays.stream(text.split(",")).map(Long::valueOf).collect(Collectors.toSet());
    }
}
