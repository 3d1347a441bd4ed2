package org.clientele.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.clientele.plugin.persistence.RowCountDao;
import org.clientele.plugin.persistence.TypedTablesDao;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts and deletes all that is kept of a vertical, whichever feature keeps it. */
@Component
class VerticalErasure {
    private final List<VerticalContent> contents;
    private final TypedTablesDao tables;
    private final RowCountDao rows;
    private final VerticalStore store;
    private final TransactionTemplate transactions;

    VerticalErasure(
            List<VerticalContent> contents,
            TypedTablesDao tables,
            RowCountDao rows,
            VerticalStore store,
            PlatformTransactionManager transactions) {
        this.contents = List.copyOf(contents);
        this.tables = tables;
        this.rows = rows;
        this.store = store;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** What there is: customers, activities and references, then what hangs on them; nothing of what is not there. */
    List<ContentCount> counts(int verticalId) {
        List<ContentCount> others = contentCounts(verticalId);
        List<ContentCount> counts = new ArrayList<>();
        others.stream().filter(ContentCount::ofCustomers).forEach(counts::add);
        rows.count(verticalId).stream()
                .filter(count -> !count.ofCustomers())
                .map(ContentCount::of)
                .forEach(counts::add);
        others.stream().filter(count -> !count.ofCustomers()).forEach(counts::add);
        return counts.stream().filter(count -> count.rows() > 0).toList();
    }

    /** Deletes everything, piece by piece, so that the portal goes on meanwhile. Can be done again after a crash. Not within a transaction. */
    void erase(int verticalId, Milestones milestones) {
        milestones.reached(Milestone.DELETING);
        long total =
                contentCounts(verticalId).stream().mapToLong(ContentCount::rows).sum();
        long done = 0;
        for (VerticalContent content : contents) {
            int piece = 1;
            while (piece > 0) {
                piece = Objects.requireNonNull(transactions.execute(_ -> content.deletePiece(verticalId)));
                done += piece;
                milestones.progress(Math.min(done, total), total);
            }
        }
        tables.dropAll(verticalId);
    }

    /** Forgets the vertical itself, with whatever came since; in the caller's transaction. */
    void forget(int verticalId) {
        for (VerticalContent content : contents) {
            int piece = 1;
            while (piece > 0) {
                piece = content.deletePiece(verticalId);
            }
        }
        tables.forget(verticalId);
        store.delete(verticalId);
    }

    private List<ContentCount> contentCounts(int verticalId) {
        List<ContentCount> counts = new ArrayList<>();
        contents.reversed().forEach(content -> counts.addAll(content.count(verticalId)));
        return counts;
    }
}
