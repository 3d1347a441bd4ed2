package org.clientele.customer.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.clientele.common.Problem;
import org.clientele.common.ui.Messages;
import org.clientele.customer.SavedView;
import org.clientele.customer.SavedViews;
import org.clientele.customer.ViewPage;
import org.clientele.frontend.Icon;
import org.clientele.plugin.Vertical;

/** The personal views of a list: open, keep the current one, rename, delete. */
public final class ViewsMenu extends Composite<Div> {
    private final SavedViews views;
    private final Vertical vertical;
    private final ViewPage page;
    private final Supplier<String> query;
    private final Div items = new Div();
    private final Popover popover = new Popover(items);

    /** @param query the parameters of the list's address as it is shown, {@code f=…&q=…} */
    public ViewsMenu(SavedViews views, Vertical vertical, ViewPage page, Supplier<String> query) {
        this.views = views;
        this.vertical = vertical;
        this.page = page;
        this.query = query;
        Button button = new Button(getTranslation("customer.view.menu"), Icon.STAR.create());
        items.addClassNames("stack", "views-menu");
        popover.setTarget(button);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setAriaLabel(getTranslation("customer.view.menu"));
        popover.addOpenedChangeListener(opened -> {
            if (opened.isOpened()) {
                showItems();
            }
        });
        getContent().add(button, popover);
    }

    private void showItems() {
        items.removeAll();
        List<SavedView> all = views.all(vertical, page);
        if (all.isEmpty()) {
            Div none = new Div(getTranslation("customer.view.none"));
            none.addClassName("caption");
            items.add(none);
        }
        all.forEach(view -> items.add(item(view)));
        items.add(new Button(getTranslation("customer.view.save"), Icon.PLUS.create(), click -> {
            popover.close();
            askName(getTranslation("customer.view.save"), "", name -> {
                views.save(vertical, page, name, query.get());
                Messages.done(getTranslation("customer.view.saved", name));
            });
        }));
    }

    private Component item(SavedView view) {
        String path = page.address(vertical.key());
        Anchor open = new Anchor(view.query().isEmpty() ? path : path + "?" + view.query(), view.name());
        open.getElement().setAttribute("router-link", true);
        open.addClassName("grow");
        open.getElement().addEventListener("click", click -> views.opened(vertical, view));
        Button rename = small(Icon.PENCIL, getTranslation("customer.view.rename", view.name()), () -> {
            popover.close();
            askName(
                    getTranslation("customer.view.rename", view.name()),
                    view.name(),
                    name -> views.rename(vertical, page, view.id(), name));
        });
        Button delete = small(Icon.TRASH_2, getTranslation("customer.view.delete", view.name()), () -> {
            views.delete(vertical, view.id());
            showItems();
            Messages.done(
                    getTranslation("customer.view.deleted", view.name()),
                    () -> views.save(vertical, page, view.name(), view.query()));
        });
        Div item = new Div(open, rename, delete);
        item.addClassName("row");
        return item;
    }

    private static Button small(Icon icon, String label, Runnable act) {
        Button button = new Button(icon.create(), click -> act.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(label);
        button.setTooltipText(label);
        return button;
    }

    private void askName(String title, String name, Consumer<String> whenNamed) {
        Dialog dialog = new Dialog(title);
        TextField field = new TextField(getTranslation("customer.view.name"));
        field.setValue(name);
        field.setWidthFull();
        field.setAutofocus(true);
        Button keep = new Button(getTranslation("common.save"), click -> {
            try {
                whenNamed.accept(field.getValue());
                dialog.close();
            } catch (Problem problem) {
                field.setErrorMessage(Messages.text(problem));
                field.setInvalid(true);
            }
        });
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        keep.addClickShortcut(com.vaadin.flow.component.Key.ENTER);
        Button cancel = new Button(getTranslation("common.cancel"), click -> dialog.close());
        dialog.add(field);
        dialog.getFooter().add(cancel, keep);
        dialog.open();
    }
}
