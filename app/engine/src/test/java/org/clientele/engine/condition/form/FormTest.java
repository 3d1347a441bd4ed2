package org.clientele.engine.condition.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.clientele.engine.Fixtures;
import org.clientele.engine.condition.Conditions;
import org.clientele.engine.condition.Operator;
import org.clientele.engine.condition.form.FormNode.Among;
import org.clientele.engine.condition.form.FormNode.Changed;
import org.clientele.engine.condition.form.FormNode.Compare;
import org.clientele.engine.condition.form.FormNode.Events;
import org.clientele.engine.condition.form.FormNode.Flag;
import org.clientele.engine.condition.form.FormNode.Group;
import org.clientele.engine.condition.form.FormNode.Known;
import org.clientele.engine.condition.form.FormNode.Operand;
import org.clientele.engine.condition.form.FormNode.Written;
import org.clientele.plugins.definition.Scope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {
    private static final int CONDITIONS = 3_000;
    private static final Scope SCOPE = Scope.member(Fixtures.retail());
    private static final List<Operator> ORDERED = List.of(
            Operator.LESS, Operator.AT_MOST, Operator.MORE, Operator.AT_LEAST, Operator.EQUAL, Operator.NOT_EQUAL);

    private final Random random = new Random(20_261_127);

    @Test
    void shouldComeBackFromTextAsTheVeryFormItWas() {
        for (int i = 0; i < CONDITIONS; i++) {
            FormNode form = form(3);
            String text = FormWriter.write(form);
            assertThat(read(text)).as(text).isEqualTo(form);
            assertThat(FormWriter.write(read(text))).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "monetary / frequency > 20.0",
                "(monetary > 5.0 ? recency : frequency) > 3 && city == \"a\"",
                "member == true || !(monetary * 2.0 < 10.0)",
                "10 <= recency && -3.5 > monetary",
                "days_until(born) < 30 && born < in_days(-30)",
                "true",
                "!(recency > 1)",
                "2 < count(purchase, 90)",
                "count(purchase, 90) > 2 * count(purchase, 365)",
                "sum(purchase.quantity, 30, purchase.amount * 2.0 > 3.0 || purchase.gift) / frequency < 3.0",
                "city in [\"it's\", \"a \\\"b\\\" \\\\ c\"]"
            })
    void shouldKeepWhatNoFormShowsAsItIsWritten(String text) {
        FormNode form = read(text);
        String again = FormWriter.write(form);
        assertThat(read(again)).isEqualTo(form);
        assertThat(FormWriter.write(read(again))).isEqualTo(again);
    }

    @Test
    void shouldTurnAConstantOnTheLeftRound() {
        assertThat(read("10 <= recency"))
                .isEqualTo(new Compare("recency", Operator.AT_LEAST, new Operand.Amount(BigDecimal.TEN)));
    }

    @Test
    void shouldLeaveOutGroupsWithoutParts() {
        Group empty = new Group(true, true, List.of());
        Known known = new Known("city", true);
        assertThat(FormWriter.write(new Group(true, false, List.of(empty, known))))
                .isEqualTo("!missing(city)");
        assertThat(FormWriter.write(empty)).isEmpty();
        assertThat(FormWriter.write(new Group(false, false, List.of(new Written(" "), known))))
                .isEqualTo("!missing(city)");
    }

    private static FormNode read(String text) {
        return FormReader.read(Conditions.checked(text, SCOPE, "A condition"));
    }

    /** A form as the reader gives it: no group directly in one of its kind, none of one part unless it negates. */
    private FormNode form(int depth) {
        return depth == 0 || random.nextInt(3) == 0
                ? leaf()
                : group(depth, random.nextBoolean(), random.nextInt(4) == 0);
    }

    private Group group(int depth, boolean all, boolean negated) {
        int size = 2 + random.nextInt(3);
        List<FormNode> parts = new ArrayList<>();
        while (parts.size() < size) {
            FormNode part = form(depth - 1);
            boolean merges = part instanceof Group inner && !inner.negated() && inner.all() == all;
            if (!merges) {
                parts.add(part);
            }
        }
        return new Group(all, negated, parts);
    }

    private FormNode leaf() {
        return switch (random.nextInt(12)) {
            case 9 -> new Compare("days_in(segment_pyramid)", ordered(), amount());
            case 10 -> new Changed("segment_pyramid", segment(), segment(), 1 + random.nextInt(400));
            case 11 ->
                random.nextBoolean()
                        ? new Changed("member", "true", random.nextBoolean() ? "false" : null, 30, true)
                        : new Changed("gender", null, random.nextBoolean() ? "man" : null, 30);
            case 8 -> events();
            case 0 -> new Flag("member", random.nextBoolean());
            case 1 -> new Known(random.nextBoolean() ? "city" : "recency", random.nextBoolean());
            case 2 -> new Compare("gender", Operator.EQUAL, new Operand.Words(random.nextBoolean() ? "woman" : "man"));
            case 3 -> new Among("city", List.of(words(), words()));
            case 4 -> new Compare("city", textTest(), words());
            case 5 -> new Compare("born", ordered(), day());
            case 6 -> new Compare("monetary", ordered(), new Operand.Field("spend_year"));
            default -> new Compare("monetary", ordered(), amount());
        };
    }

    private Events events() {
        String subject = random.nextBoolean() ? "purchase" : "purchase.amount";
        Integer days = random.nextInt(3) == 0 ? null : Integer.valueOf(1 + random.nextInt(400));
        FormNode where = days == null || random.nextBoolean() ? null : row(2);
        Operand operand = random.nextInt(4) == 0
                ? new Operand.Field("frequency")
                : new Operand.Amount(BigDecimal.valueOf(random.nextInt(100)));
        return new Events(subject, days, where, ordered(), operand);
    }

    private FormNode row(int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 5)) {
            case 0 -> new Compare("purchase.amount", ordered(), amount());
            case 1 -> new Compare("purchase.days_ago", ordered(), new Operand.Amount(BigDecimal.valueOf(30)));
            case 2 -> new Compare("purchase.channel", Operator.EQUAL, new Operand.Words("online"));
            case 3 -> new Known("purchase.category", random.nextBoolean());
            default -> new Group(true, random.nextBoolean(), List.of(row(0), row(0)));
        };
    }

    private @Nullable String segment() {
        return random.nextInt(3) == 0 ? null : random.nextBoolean() ? "gold" : "iron";
    }

    private Operator ordered() {
        return ORDERED.get(random.nextInt(ORDERED.size()));
    }

    private Operator textTest() {
        return List.of(Operator.CONTAINS, Operator.STARTS_WITH, Operator.ENDS_WITH)
                .get(random.nextInt(3));
    }

    private Operand words() {
        return new Operand.Words(
                List.of("杭州", "a \"quoted\" \\ one", "New\nYork", "it's", "").get(random.nextInt(5)));
    }

    private Operand amount() {
        return new Operand.Amount(BigDecimal.valueOf(random.nextInt(2_000_000) - 1_000_000, random.nextInt(3)));
    }

    private Operand day() {
        return switch (random.nextInt(3)) {
            case 0 -> new Operand.Day(LocalDate.ofEpochDay(random.nextInt(20_000)));
            case 1 -> new Operand.FromToday(random.nextInt(800) - 400, false);
            default -> new Operand.FromToday(random.nextInt(48) - 24, true);
        };
    }
}
