package org.clientele.common.ui;

import com.vaadin.flow.component.grid.Grid;

/** Makes Enter on any cell of a row open the link of the row, as a click on it does; by itself a grid only puts the focus into the cell. */
public final class RowLinks {
    private static final String ENTER = """
            this.addEventListener('keydown', event => {
              const cell = event.composedPath()[0];
              if (event.key !== 'Enter' || cell.localName !== 'td') {
                return;
              }
              const link = [...cell.parentElement.children]
                  .flatMap(each => each.querySelector('slot')?.assignedElements() ?? [])
                  .map(content => content.querySelector('a[href]'))
                  .find(found => found);
              if (link) {
                event.preventDefault();
                event.stopImmediatePropagation();
                link.click();
              }
            }, true);
            """;

    private RowLinks() {}

    /** Follows the keyboard on the grid, each time that it comes onto a page. */
    public static void openOnEnter(Grid<?> grid) {
        grid.addAttachListener(attached -> grid.getElement().executeJs(ENTER));
    }
}
