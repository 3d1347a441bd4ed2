package org.clientele.interaction.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Problem;
import org.clientele.common.ui.DateFields;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.LocalDraft;
import org.clientele.interaction.Channel;
import org.clientele.interaction.Direction;
import org.clientele.interaction.Interaction;
import org.clientele.interaction.InteractionData;
import org.clientele.interaction.InteractionService;
import org.clientele.interaction.Outcome;
import org.clientele.worklist.WorkItem;
import org.clientele.worklist.WorkOutcome;
import org.jspecify.annotations.Nullable;

/**
 * The box in which a contact is written down. What is typed is kept in the browser until it is saved, so a lost connection or an expired
 * session loses nothing; saving twice logs once.
 */
final class InteractionComposer extends Div implements Focusable<InteractionComposer> {
    private static final int NOTES_ROWS = 2;

    private final InteractionService interactions;
    private final Clock clock;
    private final String verticalKey;
    private final InteractionTexts texts = new InteractionTexts((key, arguments) -> getTranslation(key, arguments));
    private final RadioButtonGroup<Channel> channel = new RadioButtonGroup<>();
    private final RadioButtonGroup<Direction> direction = new RadioButtonGroup<>();
    private final TextField subject = new TextField();
    private final TextArea notes = new TextArea();
    private final Select<Outcome> outcome = new Select<>();
    private final DatePicker followUpOn;
    private final Select<Integer> satisfaction = new Select<>();
    private final Select<WorkItem> finishes = new Select<>();
    private final Div aids = new Div();
    private final Span draftState = new Span();
    private final Button save = new Button();
    private final Div more;
    private UUID request = UUID.randomUUID();

    InteractionComposer(InteractionService interactions, Clock clock, String verticalKey) {
        this.interactions = interactions;
        this.clock = clock;
        this.verticalKey = verticalKey;
        addClassName("composer");
        followUpOn = DateFields.create(text("follow-up"));
        more = row(outcome, followUpOn, satisfaction);
        label();
        clearFields();
        draftState.addClassName("caption");
        Div how = row(channel, direction);
        more.addClassName("composer-more");
        Div end = row(draftState, save);
        end.addClassName("composer-end");
        aids.addClassName("row");
        aids.setVisible(false);
        add(how, aids, subject, notes, more, end);
    }

    /** Offers texts to begin with, and work that the contact may finish. */
    private void offer(ContactAids offered, long customerId) {
        aids.removeAll();
        List<ContactTemplates.Template> templates = offered.templates(verticalKey);
        if (!templates.isEmpty()) {
            ComboBox<ContactTemplates.Template> template = new ComboBox<>();
            template.setPlaceholder(text("template"));
            template.setAriaLabel(text("template"));
            template.setItems(templates);
            template.setItemLabelGenerator(ContactTemplates.Template::subject);
            template.addValueChangeListener(change -> begin(change.getValue()));
            aids.add(template);
        }
        List<WorkItem> open = offered.open(verticalKey, customerId);
        if (!open.isEmpty()) {
            finishes.setPlaceholder(text("finishes"));
            finishes.setAriaLabel(text("finishes"));
            finishes.setEmptySelectionAllowed(true);
            finishes.setEmptySelectionCaption(text("finishes.none"));
            finishes.setItems(open);
            finishes.setItemLabelGenerator(item -> item == null ? "" : item.title());
            aids.add(finishes);
        }
        finishes.setVisible(!open.isEmpty());
        aids.setVisible(aids.getComponentCount() > 0);
    }

    private void begin(ContactTemplates.@Nullable Template template) {
        if (template != null) {
            subject.setValue(cut(template.subject(), InteractionData.SUBJECT_LENGTH));
            notes.setValue(cut(template.notes(), InteractionData.NOTES_LENGTH));
            subject.focus();
        }
    }

    /** Writes down a new contact with the customer; the draft is kept under the user and the customer. */
    InteractionComposer forCustomer(
            long customerId,
            long userId,
            List<ComposerAddition> additions,
            ContactAids offered,
            Consumer<Interaction> whenSaved) {
        List<ComposerAddition.Field> fields = additions.stream()
                .flatMap(addition -> addition.create(verticalKey, customerId).stream())
                .toList();
        fields.forEach(field -> more.add(field.component()));
        offer(offered, customerId);
        LocalDraft draft = draft("interaction:" + userId + ":" + verticalKey + ":" + customerId);
        onSave(() -> {
            WorkItem finished = finishes.getValue();
            Interaction logged = write(offered, customerId, contact -> {
                fields.forEach(field -> field.logged(contact));
                if (finished != null) {
                    offered.finish(
                            verticalKey,
                            finished,
                            outcome(contact.data()),
                            contact.data().subject());
                }
            });
            request = UUID.randomUUID();
            fields.forEach(ComposerAddition.Field::clear);
            clearFields();
            // Last, since emptied fields are a change that would be kept as a draft.
            draft.clear();
            draftState.setText("");
            offer(offered, customerId);
            whenSaved.accept(logged);
        });
        return this;
    }

    private static WorkOutcome outcome(InteractionData data) {
        return switch (data.outcome()) {
            case NOT_REACHED -> WorkOutcome.NOT_REACHED;
            case NOT_INTERESTED, COMPLAINT -> WorkOutcome.NOT_ACHIEVED;
            case CALL_BACK -> WorkOutcome.PARTLY;
            case null, default -> WorkOutcome.ACHIEVED;
        };
    }

    /** Writes down the contact with what follows from it, or nothing: work that somebody else finished meanwhile is then offered no more. */
    private Interaction write(ContactAids offered, long customerId, Consumer<Interaction> following) {
        try {
            return interactions.log(verticalKey, customerId, request, read(null), following);
        } catch (ConflictProblem conflict) {
            offer(offered, customerId);
            throw conflict;
        }
    }

    /** Changes a contact written down before. */
    InteractionComposer editing(Interaction interaction, Consumer<Interaction> whenSaved) {
        show(interaction.data());
        onSave(() -> whenSaved.accept(
                interactions.edit(verticalKey, interaction.id(), interaction.version(), read(interaction.data()))));
        return this;
    }

    /** Stands on a page that has its one primary action already. */
    InteractionComposer quiet() {
        save.removeThemeVariants(ButtonVariant.PRIMARY);
        return this;
    }

    /** Puts the cursor where typing begins. */
    @Override
    public void focus() {
        subject.focus();
    }

    private void label() {
        channel.addClassName("choice");
        channel.setAriaLabel(text("channel"));
        channel.setItems(Channel.values());
        channel.setItemLabelGenerator(c -> texts.channel(c));
        direction.addClassName("choice");
        direction.setAriaLabel(text("direction"));
        direction.setItems(Direction.values());
        direction.setItemLabelGenerator(d -> texts.direction(d));
        subject.setLabel(text("subject"));
        subject.addFocusShortcut(Key.KEY_L, KeyModifier.ALT);
        subject.setMaxLength(InteractionData.SUBJECT_LENGTH);
        subject.setValueChangeMode(ValueChangeMode.LAZY);
        subject.setWidthFull();
        notes.setLabel(text("notes"));
        notes.setMaxLength(InteractionData.NOTES_LENGTH);
        notes.setMinRows(NOTES_ROWS);
        notes.setValueChangeMode(ValueChangeMode.LAZY);
        notes.setWidthFull();
        outcome.setLabel(text("outcome"));
        outcome.setItems(Outcome.values());
        outcome.setEmptySelectionAllowed(true);
        outcome.setItemLabelGenerator(o -> o == null ? "" : texts.outcome(o));
        followUpOn.setClearButtonVisible(true);
        followUpOn.setMin(LocalDate.now(clock));
        satisfaction.setLabel(text("satisfaction"));
        satisfaction.setItems(IntStream.rangeClosed(1, InteractionData.BEST_SATISFACTION)
                .boxed()
                .toList());
        satisfaction.setEmptySelectionAllowed(true);
        satisfaction.setItemLabelGenerator(s -> s == null ? "" : s + " / " + InteractionData.BEST_SATISFACTION);
        save.setText(text("save"));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setTooltipText("Ctrl + ↵");
        save.setDisableOnClick(true);
    }

    private LocalDraft draft(String key) {
        LocalDraft draft = new LocalDraft(key)
                .keep("subject", subject)
                .keep("notes", notes)
                .keep("channel", channel, Channel::name, Channel::valueOf)
                .keep("direction", direction, Direction::name, Direction::valueOf)
                .keep("outcome", outcome, Outcome::name, Outcome::valueOf)
                .keep("follow-up", followUpOn, LocalDate::toString, LocalDate::parse)
                .keep("satisfaction", satisfaction, String::valueOf, Integer::valueOf);
        draft.addSavedListener(event -> draftState.setText(text("draft")));
        draft.addRestoredListener(event -> draftState.setText(text("restored")));
        add(draft);
        return draft;
    }

    private void onSave(Runnable store) {
        save.addClickListener(click -> {
            try {
                store.run();
                subject.setInvalid(false);
            } catch (Problem problem) {
                show(problem);
            } finally {
                save.setEnabled(true);
            }
        });
        Shortcuts.addShortcutListener(this, () -> save.clickInClient(), Key.ENTER, KeyModifier.CONTROL)
                .listenOn(this);
        Shortcuts.addShortcutListener(this, () -> save.clickInClient(), Key.ENTER, KeyModifier.META)
                .listenOn(this);
    }

    private void show(Problem problem) {
        if (problem.key().startsWith("interaction.problem.subject")) {
            subject.setErrorMessage(Messages.text(problem));
            subject.setInvalid(true);
            subject.focus();
        } else {
            Messages.problem(problem);
        }
    }

    private InteractionData read(@Nullable InteractionData before) {
        return new InteractionData(
                before == null ? clock.instant() : before.happenedAt(),
                channel.getValue(),
                direction.getValue(),
                subject.getValue(),
                notes.getValue(),
                outcome.getValue(),
                satisfaction.getValue(),
                followUpOn.getValue());
    }

    private void show(InteractionData data) {
        channel.setValue(data.channel());
        direction.setValue(data.direction());
        subject.setValue(data.subject());
        notes.setValue(data.notes());
        outcome.setValue(data.outcome());
        followUpOn.setMin(null);
        followUpOn.setValue(data.followUpOn());
        satisfaction.setValue(data.satisfaction());
    }

    private void clearFields() {
        channel.setValue(Channel.PHONE);
        direction.setValue(Direction.INCOMING);
        subject.clear();
        notes.clear();
        outcome.clear();
        followUpOn.clear();
        satisfaction.clear();
        finishes.clear();
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }

    private String text(String key) {
        return getTranslation("interaction.composer." + key);
    }

    private static Div row(Component... parts) {
        Div row = new Div(parts);
        row.addClassName("row");
        return row;
    }
}
