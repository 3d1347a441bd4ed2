package org.clientele.common.ui.condition;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executor;
import org.clientele.common.ui.TestUi;
import org.clientele.common.ui.VerticalFormats;
import org.clientele.customer.TestVertical;
import org.clientele.engine.condition.Conditions;
import org.clientele.engine.condition.Operator;
import org.clientele.engine.condition.form.FormNode;
import org.clientele.engine.condition.form.FormNode.Compare;
import org.clientele.engine.condition.form.FormNode.Group;
import org.clientele.engine.condition.form.FormNode.Known;
import org.clientele.engine.condition.form.FormNode.Operand;
import org.clientele.engine.condition.form.FormReader;
import org.clientele.engine.condition.form.FormWriter;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.definition.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConditionDialogTest {
    private static final int CONDITIONS = 150;

    private final Vertical vertical = TestVertical.unstored();
    private final Scope scope = Scope.member(vertical.definition());
    private ConditionSubjects fields;
    private ConditionSentence sentences;
    private final List<String> applied = new ArrayList<>();
    private OptionalInt found = OptionalInt.of(3);
    private Executor workers = Runnable::run;

    @BeforeEach
    void start() {
        TestUi.start(Locale.ENGLISH);
        VerticalFormats formats =
                new VerticalFormats(vertical.definition(), vertical.texts(), vertical.currency(), Locale.ENGLISH);
        fields = ConditionSubjects.of(vertical.definition(), formats, Set.of())
                .within(scope, vertical.definition(), formats, UI.getCurrent());
        sentences = new ConditionSentence(UI.getCurrent(), vertical.definition(), formats, 2, scope);
    }

    @AfterEach
    void stop() {
        TestUi.stop();
    }

    @Test
    void shouldShowEveryConditionInTheBuilderAndReadTheSameOutOfIt() {
        Random random = new Random(8_105);
        for (int i = 0; i < CONDITIONS; i++) {
            String text = FormWriter.write(group(random, 2, random.nextBoolean()));
            ConditionGroup builder = new ConditionGroup(fields, () -> {}, null);
            builder.show(FormReader.read(Conditions.checked(text, scope, "A condition")));
            assertThat(writtenIn(builder)).as(text).isEmpty();
            assertThat(FormWriter.write(builder.node())).isEqualTo(text);
        }
    }

    @Test
    void shouldWriteWhatIsChosenAndSayWhomItFinds() {
        open("");
        _setValue(_get(ComboBox.class, spec -> spec.withPlaceholder("Field")), field("monetary"));
        _setValue(_get(BigDecimalField.class), new BigDecimal("100"));
        MockVaadin.clientRoundtrip(false);

        assertThat(dialogText()).contains("3 customers meet it", "¥100");
        _click(_get(Button.class, spec -> spec.withText("Apply")));
        assertThat(applied).containsExactly("monetary >= 100");
    }

    @Test
    void shouldSayBesideEachPartHowManyMeetIt() {
        List<String> asked = new ArrayList<>();
        String condition = "monetary > 5 && (recency < 9 || !missing(city))";
        new ConditionDialog(
                        fields,
                        sentences,
                        condition,
                        new ConditionCounts(
                                text -> {
                                    asked.add(text);
                                    return OptionalInt.of(text.length());
                                },
                                Runnable::run),
                        applied::add)
                .open();
        MockVaadin.clientRoundtrip(false);

        assertThat(asked)
                .containsExactlyInAnyOrder(
                        condition, "monetary > 5", "recency < 9", "!missing(city)", "recency < 9 || !missing(city)");
        assertThat(dialogText()).contains("12 customers", "29 customers");

        asked.clear();
        _setValue(_find(BigDecimalField.class).getFirst(), new BigDecimal("7"));
        MockVaadin.clientRoundtrip(false);
        assertThat(asked).containsExactlyInAnyOrder("monetary > 7", "monetary > 7 && (recency < 9 || !missing(city))");
    }

    @Test
    void shouldDimTheFiguresBeforeWhileNewOnesAreCounted() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        workers = waiting::add;
        open("monetary > 5 && recency < 9");
        assertThat(dialogText()).doesNotContain("meet it");
        waiting.remove().run();
        MockVaadin.clientRoundtrip(false);
        assertThat(dialogText()).contains("3 customers meet it");
        assertThat(outdated()).isEmpty();

        found = OptionalInt.of(4);
        _setValue(_find(BigDecimalField.class).getFirst(), new BigDecimal("7"));
        _setValue(_find(BigDecimalField.class).getFirst(), new BigDecimal("8"));
        assertThat(dialogText()).contains("3 customers meet it", "¥8");
        assertThat(outdated()).hasSize(3);
        waiting.remove().run();
        MockVaadin.clientRoundtrip(false);
        assertThat(dialogText()).contains("4 customers meet it");
        assertThat(outdated()).isEmpty();
        assertThat(waiting).isEmpty();
    }

    private static List<Component> outdated() {
        return _find(
                _get(ConditionDialog.class),
                Component.class,
                spec -> spec.withPredicate(
                        part -> part.getElement().getClassList().contains("outdated")));
    }

    @Test
    void shouldKeepInTextWhatNoFieldsShow() {
        open("monetary * 2.0 > 10.0 && !missing(city)");
        assertThat(_find(com.vaadin.flow.component.textfield.TextField.class).stream()
                        .map(com.vaadin.flow.component.textfield.TextField::getValue))
                .contains("monetary * 2.0 > 10.0");
    }

    @Test
    void shouldNameWhatIsWrongAndOfferWhatFits() {
        open("");
        text();
        _setValue(_get(TextArea.class), "monetry > 1.0");
        assertThat(_get(TextArea.class).isInvalid()).isTrue();
        assertThat(_get(TextArea.class).getErrorMessage()).contains("monetry");

        assertThat(_get(TextArea.class).getErrorMessage()).startsWith("Line 1, character 1: ");

        CompletionPopup popup = _get(CompletionPopup.class);
        popup.propose("mone > 5", 4);
        assertThat(popup.isOpened()).isTrue();
        popup.take(Completion.at("mone > 5", 4, fields).getFirst());
        assertThat(_get(TextArea.class).getValue()).isEqualTo("monetary > 5");
    }

    @Test
    void shouldRefuseWhatIsTooDearOrTooDeepInWords() {
        open("");
        text();
        String dear = String.join(" || ", Collections.nCopies(40, "count(purchase, 9, purchase.online) > 1"));
        _setValue(_get(TextArea.class), dear);
        assertThat(_get(TextArea.class).getErrorMessage()).contains("to compute", "2000", "split it");
        _setValue(_get(TextArea.class), "!(".repeat(90) + "member" + ")".repeat(90));
        assertThat(_get(TextArea.class).getErrorMessage()).contains("nested more than 60 levels deep");
        _setValue(_get(TextArea.class), "member || ".repeat(400) + "member");
        assertThat(_get(TextArea.class).getErrorMessage()).contains("has 4006 characters; 4000 are allowed");
        assertThat(_get(Button.class, spec -> spec.withText("Apply")).isEnabled())
                .isFalse();
    }

    @Test
    void shouldRefuseWhatIsHiddenFromTheUser() {
        found = OptionalInt.empty();
        open("!missing(city)");
        assertThat(dialogText()).contains("something that you may not see");
        assertThat(_get(Button.class, spec -> spec.withText("Apply")).isEnabled())
                .isFalse();
    }

    private void open(String condition) {
        new ConditionDialog(fields, sentences, condition, new ConditionCounts(text -> found, workers), applied::add)
                .open();
        MockVaadin.clientRoundtrip(false);
    }

    @SuppressWarnings("unchecked")
    private static void text() {
        RadioButtonGroup<Object> mode = _get(RadioButtonGroup.class);
        mode.setValue(mode.getListDataView().getItem(1));
    }

    /** What the builder could only show as text. */
    private static List<String> writtenIn(ConditionGroup builder) {
        return _find(
                        builder,
                        com.vaadin.flow.component.textfield.TextField.class,
                        spec -> spec.withPredicate(field -> field.getAriaLabel()
                                .filter("Written condition"::equals)
                                .isPresent()))
                .stream()
                .map(com.vaadin.flow.component.textfield.TextField::getValue)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private ListField field(String id) {
        return fields.find(id).orElseThrow();
    }

    private static String dialogText() {
        return _get(ConditionDialog.class).getElement().getTextRecursively();
    }

    private static FormNode group(Random random, int depth, boolean all) {
        List<FormNode> parts = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(2); i++) {
            parts.add(depth > 0 && random.nextInt(3) == 0 ? group(random, depth - 1, !all) : leaf(random));
        }
        return new Group(all, random.nextInt(4) == 0, parts);
    }

    private static FormNode leaf(Random random) {
        return switch (random.nextInt(18)) {
            case 16 -> new FormNode.Changed("gender", random.nextBoolean() ? "male" : null, "female", 30);
            case 17 -> new FormNode.Changed("member", "true", random.nextBoolean() ? "false" : null, 30, true);
            case 13 -> new FormNode.Changed("segment_pyramid", "gold", random.nextBoolean() ? "iron" : null, 7);
            case 14 -> new FormNode.Changed("segment_pyramid", null, random.nextBoolean() ? "iron" : null, 90);
            case 15 ->
                new Compare("days_in(segment_pyramid)", Operator.AT_LEAST, new Operand.Amount(BigDecimal.valueOf(180)));
            case 10, 11, 12 -> events(random);
            case 4 -> new FormNode.Flag("member", random.nextBoolean());
            case 5 -> new FormNode.Among("gender", List.of(new Operand.Words("female"), new Operand.Words("male")));
            case 6 -> new Compare("segment_pyramid", Operator.EQUAL, new Operand.Words("gold"));
            case 7 ->
                new Compare("born", Operator.AT_MOST, new Operand.FromToday(-random.nextInt(90), random.nextBoolean()));
            case 8 -> new Compare("born", Operator.MORE, new Operand.Day(java.time.LocalDate.of(1980, 1, 1)));
            case 9 -> new Compare("budget", Operator.MORE, new Operand.Field("monetary"));
            case 0 -> new Known("city", random.nextBoolean());
            case 1 -> new Compare("city", Operator.CONTAINS, new Operand.Words("a \"" + random.nextInt(9) + "\""));
            case 2 ->
                new Compare("recency", Operator.LESS, new Operand.Amount(BigDecimal.valueOf(random.nextInt(400))));
            default ->
                new Compare(
                        "monetary",
                        random.nextBoolean() ? Operator.AT_LEAST : Operator.MORE,
                        new Operand.Amount(BigDecimal.valueOf(random.nextInt(100_000), 2)));
        };
    }

    private static FormNode events(Random random) {
        Operand amount = random.nextInt(4) == 0
                ? new Operand.Field("frequency")
                : new Operand.Amount(BigDecimal.valueOf(random.nextInt(90)));
        String subject = random.nextBoolean() ? "purchase" : "purchase.amount";
        Integer days = random.nextInt(4) == 0 ? null : Integer.valueOf(1 + random.nextInt(90));
        FormNode where =
                switch (days == null ? 3 : random.nextInt(4)) {
                    case 0 -> new FormNode.Flag("purchase.online", random.nextBoolean());
                    case 1 ->
                        new Group(
                                random.nextBoolean(),
                                random.nextBoolean(),
                                List.of(
                                        new Compare(
                                                "purchase.amount", Operator.MORE, new Operand.Amount(BigDecimal.TWO)),
                                        new Known("purchase.product", true)));
                    case 2 -> new Compare("purchase.product", Operator.CONTAINS, new Operand.Words("tea"));
                    default -> null;
                };
        return new FormNode.Events(subject, days, where, Operator.AT_LEAST, amount);
    }
}
