package org.clientele.strategy.ui;

import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.clientele.common.Money;
import org.clientele.common.ui.Formats;
import org.clientele.common.ui.Translations;
import org.clientele.common.ui.VerticalFormats;
import org.clientele.common.ui.condition.ConditionSentence;
import org.clientele.frontend.Icon;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.PlayDefinition;
import org.clientele.plugins.api.PlayDefinition.From;
import org.clientele.plugins.api.StrategyDefinition;
import org.clientele.plugins.api.StrategyDefinition.Relationship;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.definition.Scope;
import org.clientele.segment.SegmentName;
import org.clientele.strategy.AppliedStrategies;
import org.clientele.strategy.ContactLimit;
import org.clientele.strategy.ContactRules;
import org.clientele.strategy.HoldoutPlan;
import org.clientele.strategy.LocalText;
import org.clientele.strategy.QuietTime;
import org.clientele.strategy.TextTemplate;
import org.jspecify.annotations.Nullable;

/** Strategies, plays and their days in the words of a language. */
final class StrategyWords {
    private static final Translations TEXTS = new Translations();
    private static final int YEAR = 365;

    private final AppliedStrategies applied;
    private final VerticalFormats names;
    private final Locale locale;
    private final @Nullable CustomerTexts customers;
    private final @Nullable LocalDateTime now;
    private final QuietTime quiet;

    /** For strategies as the plugin has them. */
    StrategyWords(Vertical vertical, Locale locale) {
        this(new AppliedStrategies(vertical, Map.of(), Set.of(), Map.of(), ContactRules.NONE, Map.of()), locale, null);
    }

    /** @param customers puts what is known of a customer into what to say to them, or null: for no customer */
    StrategyWords(AppliedStrategies applied, Locale locale, @Nullable CustomerTexts customers) {
        this(applied, locale, customers, null, Set.of());
    }

    /**
     * @param now the time where the house works, for who contacts customers now; null: for no particular time
     * @param daysOff of the house
     */
    StrategyWords(
            AppliedStrategies applied,
            Locale locale,
            @Nullable CustomerTexts customers,
            @Nullable LocalDateTime now,
            Set<LocalDate> daysOff) {
        Vertical vertical = applied.vertical();
        this.applied = applied;
        this.locale = locale;
        this.names = new VerticalFormats(vertical.definition(), vertical.texts(), vertical.currency(), locale);
        this.customers = customers;
        this.now = now;
        this.quiet = new QuietTime(applied.rules(), daysOff);
    }

    AppliedStrategies applied() {
        return applied;
    }

    Locale locale() {
        return locale;
    }

    VerticalFormats names() {
        return names;
    }

    Formats formats() {
        return names.formats();
    }

    String segment(StrategyDefinition strategy) {
        return names.segment(strategy.model(), strategy.segment());
    }

    String goal(StrategyDefinition strategy) {
        return names.text(Texts.strategyGoal(strategy.model(), strategy.segment()));
    }

    List<String> actions(StrategyDefinition strategy) {
        return lines(Texts.strategyActions(strategy.model(), strategy.segment()));
    }

    /** The lines of a text that holds one thing a line. */
    List<String> lines(String key) {
        return names.text(key)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    String source(String source) {
        return text("strategy.source", names.text(Texts.source(source)));
    }

    String relationship(Relationship level) {
        return text("strategy.relationship." + code(level));
    }

    /** What a level of relationship means, in a few words. */
    String meaning(Relationship level) {
        return text("strategy.relationship." + code(level) + ".meaning");
    }

    String play(StrategyDefinition strategy, PlayDefinition play) {
        return names.text(Texts.play(strategy.model(), strategy.segment(), play.id()));
    }

    String playText(StrategyDefinition strategy, PlayDefinition play) {
        return names.text(Texts.playText(strategy.model(), strategy.segment(), play.id()));
    }

    /** What is offered with a play; empty when there is nothing. */
    String offer(StrategyDefinition strategy, PlayDefinition play) {
        return Objects.requireNonNullElse(
                applied.vertical()
                        .texts()
                        .find(locale, LocalText.offerKey(strategy.model(), strategy.segment(), play.id())),
                "");
    }

    /** A text with what is known of the customer in place of the fields that it names. */
    String toCustomer(String text, long customer) {
        return customers == null || !TextTemplate.hasFields(text) ? text : customers.fill(text, customer, this);
    }

    /**
     * When nobody is contacted: that it is so now, else "Not between 21:00 and 08:00."; empty where there are no such hours or the play is no contact.
     */
    String quietHours(PlayDefinition play) {
        if (ContactRules.isContact(play) && quietNow().isPresent()) {
            return quietNow().orElseThrow();
        }
        LocalTime from = applied.rules().quietFrom();
        LocalTime to = applied.rules().quietTo();
        return from == null || to == null || !ContactRules.isContact(play)
                ? ""
                : text("strategy.rules.quiet", formats().time(from), formats().time(to));
    }

    /** That nobody is contacted now, why, and from when on; nothing at any other time. */
    Optional<String> quietNow() {
        LocalDateTime then = now == null ? null : quiet.allowed(now);
        if (now == null || then == null || then.equals(now)) {
            return Optional.empty();
        }
        return Optional.of(
                quiet.isQuiet(now.toLocalDate())
                        ? text("strategy.rules.quiet-day", formats().dateTime(then))
                        : text("strategy.rules.quiet-now", formats().dateTime(then)));
    }

    /** That a customer had as many contacts as the rules allow. */
    String reached(ContactLimit.Reached reached) {
        return text("strategy.rules.reached", reached.contacts(), reached.days(), reached.most());
    }

    /** "Holdout 10 % · result", or that there is none. */
    String holdout(SegmentName segment) {
        HoldoutPlan plan = applied.holdouts().get(segment);
        return plan == null || !plan.isActive()
                ? text("strategy.uplift.none")
                : text("strategy.uplift.some", formats().percentWhole(plan.percent() / 100.0));
    }

    /** The metric or activity that shows whether a goal is reached. */
    String measure(String measure) {
        return applied.vertical().definition().activity(measure) == null
                ? names.name(measure)
                : names.text(Texts.activity(measure));
    }

    String channel(PlayDefinition.Channel channel) {
        return text("strategy.channel." + code(channel));
    }

    static Icon icon(PlayDefinition.Channel channel) {
        return switch (channel) {
            case CALL -> Icon.PHONE;
            case VISIT -> Icon.MAP_PIN;
            case EMAIL -> Icon.MAIL;
            case MESSAGE -> Icon.MESSAGE_CIRCLE;
            case LETTER -> Icon.FILE_TEXT;
            case EVENT -> Icon.CALENDAR;
            case INTERNAL -> Icon.CLIPBOARD_LIST;
        };
    }

    String means(PlayDefinition.Means means) {
        return text("strategy.means." + code(means));
    }

    String meansHelp(PlayDefinition.Means means) {
        return text("strategy.means." + code(means) + ".help");
    }

    String owner(PlayDefinition.Owner owner) {
        return text("strategy.owner." + code(owner));
    }

    /** The same with how often, where that has an end: "…, 3 times at most". */
    String when(StrategyDefinition strategy, PlayDefinition play) {
        Integer times = applied.times(strategy, play);
        return times == null ? when(play) : text("strategy.when.times", when(play), times);
    }

    /** "3 days after the last purchase", "30 days before “Contract end”, every year". */
    String when(PlayDefinition play) {
        String field = play.field() == null ? "" : counted(play.from(), play.field());
        String days = formats().days(Math.abs((long) play.afterDays()));
        String side = play.afterDays() == 0 ? "" : play.afterDays() > 0 ? ".after" : ".before";
        String once = text("strategy.when." + code(play.from()) + side, days, field);
        Integer every = play.everyDays();
        if (every == null) {
            return once;
        }
        return play.from() == From.DATE && every == YEAR
                ? text("strategy.when.yearly", once)
                : text("strategy.when.every", once, formats().days(every));
    }

    /** The name of a date in quotation marks is a text's; the name of an activity stands inside the sentence. */
    private String counted(From from, String field) {
        if (from == From.DATE) {
            return names.name(field);
        }
        String name = names.text(Texts.activity(field));
        boolean word = name.length() > 1 && Character.isLowerCase(name.charAt(1));
        return word ? name.substring(0, 1).toLowerCase(locale) + name.substring(1) : name;
    }

    /** "3 Mar 2026, in 5 days". */
    String due(LocalDate day, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, day);
        String date = formats().date(day);
        if (days == 0) {
            return text("strategy.due.today", date);
        }
        return text(
                days > 0 ? "strategy.due.in" : "strategy.due.ago",
                date,
                formats().days(Math.abs(days)));
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A condition as a sentence; as it is written where it cannot be read. */
    String condition(String condition) {
        try {
            return sentences().of(condition);
        } catch (IllegalArgumentException unread) {
            return condition;
        }
    }

    /** Says conditions of strategies. */
    ConditionSentence sentences() {
        VerticalDefinition definition = applied.vertical().definition();
        return new ConditionSentence(
                new Div(),
                definition,
                names,
                Money.fractionDigits(applied.vertical().currency()),
                Scope.member(definition));
    }

    String text(String key, Object... arguments) {
        return TEXTS.getTranslation(key, locale, arguments);
    }
}
