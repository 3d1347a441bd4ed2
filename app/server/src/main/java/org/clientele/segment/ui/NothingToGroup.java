package org.clientele.segment.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.Icon;

/** In the place of segments, movement or a comparison where there is no customer yet: leads whoever may import to the data. */
public final class NothingToGroup extends Composite<Div> {
    /** @param own whether only the customers somebody looks after are shown */
    public NothingToGroup(Rights rights, String verticalKey, boolean own) {
        if (own) {
            getContent()
                    .add(new EmptyState(
                            Icon.SHAPES,
                            getTranslation("overview.empty.own"),
                            getTranslation("overview.empty.own.next")));
            return;
        }
        Button data = new Button(getTranslation("segment.list.empty.data"), click -> UI.getCurrent()
                .navigate("v/" + verticalKey + "/data"));
        boolean may = rights.may(Permission.IMPORT_DATA, verticalKey);
        getContent()
                .add(new EmptyState(
                        Icon.SHAPES,
                        getTranslation("segment.list.empty"),
                        getTranslation("segment.list.empty.next"),
                        may ? new Button[] {data} : new Button[0]));
    }
}
