package org.clientele.strategy.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.PlayDefinition;
import org.clientele.plugins.api.PlayDefinition.Channel;
import org.clientele.plugins.api.PlayDefinition.From;
import org.clientele.plugins.api.PlayDefinition.Means;
import org.clientele.plugins.api.PlayDefinition.Owner;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.definition.Scope;
import org.clientele.plugins.definition.ValueKind;
import org.clientele.strategy.StrategyChange;
import org.clientele.strategy.TextTemplate;
import org.jspecify.annotations.Nullable;

/** The fields of one play: who does what, by which channel, when; and what to say. */
final class PlayFields extends Div {
    private static final int NAME = 60;
    private static final int TEXT = 2_000;

    private final transient StrategyWords words;
    private final transient StrategyChange.Play play;
    private final TextField name = new TextField();
    private final Select<Channel> channel = new Select<>();
    private final Select<Means> means = new Select<>();
    private final Select<Owner> owner = new Select<>();
    private final Select<From> from = new Select<>();
    private final ComboBox<String> field = new ComboBox<>();
    private final IntegerField after = new IntegerField();
    private final IntegerField every = new IntegerField();
    private final IntegerField times = new IntegerField();
    private final TextArea text = new TextArea();
    private final TextField offer = new TextField();
    private final ComboBox<String> insert = new ComboBox<>();

    PlayFields(StrategyWords words, StrategyChange.Play play) {
        this.words = words;
        this.play = play;
        addClassName("form");
        PlayDefinition step = play.step();
        name.setLabel(words.text("strategy.edit.play.name"));
        name.setMaxLength(NAME);
        name.setValue(play.name().in(words.locale()));
        choose(channel, "channel", step.channel(), words::channel);
        choose(means, "means", step.means(), words::means);
        choose(owner, "owner", step.owner(), words::owner);
        choose(from, "from", step.from(), each -> words.text("strategy.edit.from." + each.name()));
        field.setItemLabelGenerator(this::counted);
        after.setLabel(words.text("strategy.edit.play.after"));
        after.setValue(step.afterDays());
        every.setLabel(words.text("strategy.edit.play.every"));
        every.setHelperText(words.text("strategy.edit.play.every.help"));
        every.setValue(step.everyDays());
        times.setLabel(words.text("strategy.edit.play.times"));
        times.setHelperText(words.text("strategy.edit.play.times.help"));
        times.setValue(play.times());
        Stream.of(after, every, times).forEach(number -> number.setStepButtonsVisible(true));
        text.setLabel(words.text("strategy.edit.play.text"));
        text.setMaxLength(TEXT);
        text.setMinRows(2);
        text.setValue(play.text().in(words.locale()));
        offer.setLabel(words.text("strategy.edit.play.offer"));
        offer.setMaxLength(TEXT);
        offer.setValue(play.offer().in(words.locale()));
        text.addClassName("form-wide");
        offerFields();
        showField(step.from());
        field.setValue(step.field());
        from.addValueChangeListener(change -> showField(change.getValue()));
        every.addValueChangeListener(change -> showTimes());
        showTimes();
        add(name, channel, means, owner, from, field, after, every, times, text, insert, offer);
    }

    private <E extends Enum<E>> void choose(
            Select<E> select, String key, E value, com.vaadin.flow.component.ItemLabelGenerator<E> labels) {
        select.setLabel(words.text("strategy.edit.play." + key));
        select.setItems(value.getDeclaringClass().getEnumConstants());
        select.setItemLabelGenerator(labels);
        select.setValue(value);
    }

    private void offerFields() {
        insert.setLabel(words.text("strategy.edit.play.insert"));
        insert.setHelperText(words.text("strategy.edit.play.insert.help"));
        insert.setItems(TextTemplate.known(definition()));
        insert.setItemLabelGenerator(id -> CustomerTexts.name(id, words));
        insert.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                text.setValue((text.getValue() + " {" + change.getValue() + "}").strip());
                insert.clear();
            }
        });
    }

    private VerticalDefinition definition() {
        return words.applied().vertical().definition();
    }

    private String counted(String id) {
        return from.getValue() == From.ACTIVITY
                ? words.names().text(Texts.activity(id))
                : words.names().name(id);
    }

    private void showField(From counted) {
        field.setVisible(counted != From.ENTRY);
        field.setLabel(words.text("strategy.edit.play.field." + (counted == From.ACTIVITY ? "activity" : "date")));
        field.setItems(
                counted == From.ACTIVITY
                        ? definition().activities().stream()
                                .map(ActivityDefinition::id)
                                .toList()
                        : dates());
        field.setValue(null);
        after.setHelperText(counted == From.DATE ? words.text("strategy.edit.play.after.date") : null);
        showTimes();
    }

    private void showTimes() {
        times.setVisible(every.getValue() != null && from.getValue() != From.DATE);
    }

    private List<String> dates() {
        VerticalDefinition definition = definition();
        Scope scope = Scope.member(definition);
        return Stream.concat(
                        definition.attributes().stream().map(AttributeDefinition::id),
                        definition.metrics().stream().map(MetricDefinition::id))
                .filter(id -> Optional.ofNullable(scope.variables().get(id))
                        .filter(variable -> variable.kind() == ValueKind.DATE)
                        .isPresent())
                .toList();
    }

    /** What the fields say; texts of other languages stay as they are. */
    StrategyChange.Play play() {
        PlayDefinition step = play.step();
        return new StrategyChange.Play(
                new PlayDefinition(
                        step.id(),
                        channel.getValue(),
                        means.getValue(),
                        owner.getValue(),
                        from.getValue(),
                        from.getValue() == From.ENTRY ? null : field.getValue(),
                        Objects.requireNonNullElse(after.getValue(), 0),
                        every.getValue(),
                        step.source()),
                limited(),
                play.name().with(words.locale(), name.getValue()),
                play.text().with(words.locale(), text.getValue()),
                play.offer().with(words.locale(), offer.getValue()));
    }

    private @Nullable Integer limited() {
        return times.isVisible() ? times.getValue() : null;
    }
}
