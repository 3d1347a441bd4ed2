package org.clientele.strategy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Instant;
import java.util.List;
import org.clientele.common.Problem;
import org.clientele.common.ui.Messages;
import org.clientele.common.ui.MomentField;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Tone;
import org.jspecify.annotations.Nullable;

/** Says what a version changes and what work it means, and asks why, before it is published. */
final class PublishStrategyDialog extends Dialog {
    private static final int LONGEST = 1_000;

    /** Publishes. */
    @FunctionalInterface
    interface Publication {
        /** @param at from when, or null: at once */
        void publish(String note, @Nullable Instant at);
    }

    private final TextArea note = new TextArea();
    private final MomentField from = new MomentField();
    private final Div problems = new Div();

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
            Publication publish) {
        this(words, title, words.text("strategy.publish.do"), differences, effect, publish);
    }

    /** @param action what the button says */
    PublishStrategyDialog(
            StrategyWords words,
            String title,
            String action,
            List<String> differences,
            List<? extends Component> effect,
            Publication publish) {
        super(title);
        setWidth("min(760px, 96vw)");
        note.setLabel(words.text("strategy.publish.note"));
        note.setMaxLength(LONGEST);
        note.setRequired(true);
        note.setWidthFull();
        problems.getElement().setAttribute("aria-live", "polite");
        Div body = new Div(differences(words, differences));
        body.addClassName("stack");
        body.add(note, from, problems);
        effect.forEach(body::add);
        add(body);
        Button confirm = new Button(action, click -> attempt(publish));
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(words.text("common.cancel"), click -> close()), confirm);
    }

    /** For what applies at once only. */
    PublishStrategyDialog atOnce() {
        from.setVisible(false);
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

    private void attempt(Publication publish) {
        problems.removeAll();
        try {
            publish.publish(note.getValue(), from.moment());
            close();
        } catch (Problem problem) {
            problems.add(new Banner(Tone.BAD, Messages.text(problem)));
        }
    }
}
