package org.clientele.segment.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import org.clientele.plugin.ui.TestNavigation;
import org.clientele.segment.ShopPortal;

/** The studio as a consultant works with it. */
record StudioPage(StudioView view) {
    static StudioPage open(ShopPortal portal, String model) {
        UI.getCurrent().removeAll();
        StudioView view = new StudioView(
                portal.verticals,
                portal.rights,
                portal.announcements,
                portal.studio,
                portal.versions,
                portal.uses,
                portal.ownModels);
        TestNavigation.open(view, "shop", "v/shop/segments/" + model + "/studio");
        MockVaadin.clientRoundtrip(false);
        return new StudioPage(view);
    }

    static <T> void edit(AbstractField<?, T> field, T value) {
        field.setValue(value);
        MockVaadin.clientRoundtrip(false);
    }

    static void undo() {
        _click(_get(
                Button.class,
                spec -> spec.withPredicate(
                        b -> "Undo (Ctrl Alt Z)".equals(b.getAriaLabel().orElse("")))));
        MockVaadin.clientRoundtrip(false);
    }

    void publish(String why) {
        _click(_get(Button.class, spec -> spec.withText("Publish…")));
        _setValue(_get(TextArea.class, spec -> spec.withLabel("Why")), why);
        _click(_get(Button.class, spec -> spec.withText("Publish")));
    }

    String text() {
        return view.getElement().getTextRecursively();
    }
}
