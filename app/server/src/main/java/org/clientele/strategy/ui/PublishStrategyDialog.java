package org.clientele.strategy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.List;
import org.clientele.common.ui.PublicationFields;

/** Says what a version changes and what work it means, and asks why, before it is published. */
final class PublishStrategyDialog extends Dialog {
    private final PublicationFields fields;

    /**
     * @param differences from what applies, in words
     * @param effect what else to see before, may be empty
     * @param publish takes the reason and the moment
     */
    PublishStrategyDialog(
            StrategyWords words,
            String title,
            List<String> differences,
            List<? extends Component> effect,
            PublicationFields.Publication publish) {
        this(words, title, words.text("strategy.publish.do"), differences, effect, publish);
    }

    /** @param action what the button says */
    PublishStrategyDialog(
            StrategyWords words,
            String title,
            String action,
            List<String> differences,
            List<? extends Component> effect,
            PublicationFields.Publication publish) {
        super(title);
        setWidth("min(760px, 96vw)");
        fields = new PublicationFields(words.text("strategy.publish.note"));
        Div body = new Div(differences(words, differences));
        body.addClassName("stack");
        body.add(fields);
        effect.forEach(body::add);
        add(body);
        Button confirm = new Button(action, click -> attempt(publish));
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(words.text("common.cancel"), click -> close()), confirm);
    }

    /** Asks from when, too; what applies at once only does without. */
    PublishStrategyDialog askFrom(Instant now) {
        fields.askFrom(now);
        return this;
    }

    static Component differences(StrategyWords words, List<String> differences) {
        if (differences.isEmpty()) {
            return new Div(words.text("strategy.diff.none"));
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("bullets");
        differences.forEach(each -> list.add(new ListItem(each)));
        return list;
    }

    private void attempt(PublicationFields.Publication publish) {
        if (fields.attempt(publish)) {
            close();
        }
    }
}
