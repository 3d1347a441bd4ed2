package org.clientele.portal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import jakarta.annotation.security.PermitAll;
import org.clientele.common.ui.PageMessage;
import org.clientele.frontend.Icon;
import org.clientele.frontend.Page;

/** There is no such page: an old bookmark, an industry that was taken away, a typing error. */
@ParentLayout(Shell.class)
@PermitAll
class NotFoundPage extends Page implements HasErrorParameter<NotFoundException>, HasDynamicTitle {
    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        removeAll();
        Button home = new Button(getTranslation("portal.missing.home"));
        home.addClickListener(click -> home.getUI().ifPresent(ui -> ui.navigate("")));
        add(new PageMessage(
                Icon.SEARCH, getTranslation("portal.missing.title"), getTranslation("portal.missing.text"), home));
        return HttpStatusCode.NOT_FOUND.getCode();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("portal.missing.title");
    }
}
