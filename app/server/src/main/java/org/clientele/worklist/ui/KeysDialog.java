package org.clientele.worklist.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.clientele.common.ui.FigureTable;

/** Which keys do what. */
final class KeysDialog extends Dialog {
    private static final List<String> KEYS = List.of("J ↓", "K ↑", "↵", "O", "C", "D", "P", "H", "X", "L", "U", "?");

    KeysDialog() {
        super();
        setHeaderTitle(getTranslation("worklist.keys"));
        setWidth("min(420px, 96vw)");
        FigureTable table = new FigureTable(
                        getTranslation("worklist.keys"),
                        getTranslation("worklist.keys.key"),
                        getTranslation("worklist.keys.what"))
                .words(1);
        for (int place = 0; place < KEYS.size(); place++) {
            table.row(new Span(KEYS.get(place)), getTranslation("worklist.keys." + place));
        }
        add(table);
        Button close = new Button(getTranslation("common.close"), click -> close());
        close.addClickShortcut(Key.ENTER);
        getFooter().add(close);
    }
}
