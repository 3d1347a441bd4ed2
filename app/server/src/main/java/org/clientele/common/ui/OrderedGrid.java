package org.clientele.common.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.SortDirection;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A long list in the order that its page's address says: somebody who sorts it changes the address, not the grid.
 *
 * @param <T> what a row shows
 */
public abstract class OrderedGrid<T> extends Grid<T> {
    private boolean showing;

    protected OrderedGrid() {
        addClassName("customer-grid");
        RowLinks.openOnEnter(this);
        addThemeVariants(GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
    }

    /** Replaces the columns; the one with this key is marked as that of the order. */
    protected final void show(Runnable columns, @Nullable String key, boolean descending) {
        showing = true;
        removeAllColumns();
        columns.run();
        Column<T> sorted = key == null ? null : getColumnByKey(key);
        if (sorted != null) {
            SortDirection direction = descending ? SortDirection.DESCENDING : SortDirection.ASCENDING;
            sort(List.of(new GridSortOrder<>(sorted, direction)));
        }
        showing = false;
    }

    /** Calls back with the column's key and whether it is backwards when somebody clicks a heading; no key: in no order any more. */
    protected final void onOrder(BiConsumer<@Nullable String, Boolean> whenOrdered) {
        addSortListener(sorted -> {
            if (!showing && sorted.isFromClient()) {
                List<GridSortOrder<T>> orders = sorted.getSortOrder();
                if (orders.isEmpty()) {
                    whenOrdered.accept(null, false);
                } else {
                    GridSortOrder<T> order = orders.getFirst();
                    whenOrdered.accept(order.getSorted().getKey(), order.getDirection() == SortDirection.DESCENDING);
                }
            }
        });
    }

    /** Lets somebody sort by a column. */
    protected static <T> Column<T> sortable(Column<T> column, String key, String heading, String width) {
        return column.setKey(key)
                .setSortProperty(key)
                .setHeader(heading)
                .setWidth(width)
                .setFlexGrow(1)
                .setResizable(true);
    }
}
