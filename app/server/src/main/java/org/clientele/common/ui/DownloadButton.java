package org.clientele.common.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadHandler;
import org.clientele.frontend.Icon;

/** A button that downloads what is made at that moment. */
public final class DownloadButton extends Composite<Div> {
    /**
     * @param id of the link that does it, for tests and scripts
     */
    public DownloadButton(String id, String text, DownloadHandler handler) {
        Anchor download = new Anchor(handler, "");
        download.setId(id);
        download.addClassName("visually-hidden");
        download.getElement().setAttribute("tabindex", "-1").setAttribute("aria-hidden", "true");
        Button button = new Button(
                text, Icon.DOWNLOAD.create(), click -> download.getElement().callJsFunction("click"));
        button.addClassName("hide-on-phone");
        getContent().add(button, download);
    }
}
