package org.clientele.notification.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.EnumMap;
import java.util.Map;
import org.clientele.common.Problem;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Card;
import org.clientele.frontend.Page;
import org.clientele.frontend.PageHeader;
import org.clientele.frontend.Tone;
import org.clientele.notification.NoticeChoice;
import org.clientele.notification.NoticeKind;
import org.clientele.notification.NotificationSettings;

/** Of what everybody wants to hear, by the bell, by mail or not at all. */
@Route(NotificationNavigation.SETTINGS)
@PermitAll
class NotificationSettingsView extends Page implements HasDynamicTitle {
    private final transient NotificationSettings settings;
    private final transient NotificationWords words;
    private final TextField address = new TextField();
    private final Div remark = new Div();
    private final transient Map<NoticeKind, Row> rows = new EnumMap<>(NoticeKind.class);

    private record Row(Checkbox bell, Checkbox mail) {
        NoticeChoice choice() {
            return new NoticeChoice(bell.getValue(), mail.getValue());
        }
    }

    NotificationSettingsView(NotificationSettings settings, NotificationWords words) {
        this.settings = settings;
        this.words = words;
        remark.getElement().setAttribute("aria-live", "polite");
        Button save = new Button(getTranslation("common.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        add(new PageHeader(heading(), getTranslation("notification.settings.subtitle")).primary(save), remark, kinds());
        if (settings.isMailSet()) {
            add(mail());
        }
    }

    private String heading() {
        return getTranslation("notification.settings.title");
    }

    @Override
    public String getPageTitle() {
        return heading();
    }

    private Card kinds() {
        Map<NoticeKind, NoticeChoice> choices = settings.choices();
        UnorderedList list = new UnorderedList();
        list.addClassName("list");
        settings.kinds().forEach(kind -> list.add(item(kind, choices.getOrDefault(kind, NoticeChoice.USUAL))));
        Card card = new Card(getTranslation("notification.settings.kinds"), list);
        return settings.isMailSet() ? card : card.hint(getTranslation("notification.settings.no-mail"));
    }

    private ListItem item(NoticeKind kind, NoticeChoice choice) {
        String name = words.kind(kind, UI.getCurrent().getLocale());
        Span title = new Span(name);
        title.addClassName("list-item-body");
        Checkbox bell = box("notification.way.bell", name, choice.bell());
        Checkbox mail = box("notification.way.mail", name, choice.mail());
        mail.setVisible(settings.isMailSet());
        rows.put(kind, new Row(bell, mail));
        ListItem item = new ListItem(title, bell, mail);
        item.addClassName("list-item");
        return item;
    }

    private Checkbox box(String way, String kind, boolean chosen) {
        Checkbox box = new Checkbox(getTranslation(way), chosen);
        box.setAriaLabel(getTranslation("notification.way.of", getTranslation(way), kind));
        return box;
    }

    private Card mail() {
        address.setLabel(getTranslation("notification.settings.address"));
        address.setHelperText(getTranslation("notification.settings.address.help"));
        address.setAutocomplete(Autocomplete.EMAIL);
        address.setValue(settings.address().orElse(""));
        address.setWidthFull();
        return new Card(getTranslation("notification.way.mail"), address);
    }

    private void save() {
        remark.removeAll();
        Map<NoticeKind, NoticeChoice> choices = settings.choices();
        rows.forEach((kind, row) -> choices.put(kind, row.choice()));
        try {
            settings.save(
                    choices,
                    settings.isMailSet()
                            ? address.getValue()
                            : settings.address().orElse(""));
            Messages.done(getTranslation("notification.settings.saved"));
        } catch (Problem problem) {
            remark.add(new Banner(Tone.BAD, Messages.text(problem)));
        }
    }
}
