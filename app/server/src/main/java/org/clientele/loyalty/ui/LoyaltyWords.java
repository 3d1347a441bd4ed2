package org.clientele.loyalty.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.clientele.common.AddressParameters;
import org.clientele.common.Money;
import org.clientele.common.ui.Formats;
import org.clientele.common.ui.Translations;
import org.clientele.loyalty.MemberTier;
import org.clientele.loyalty.PointsEntry;
import org.clientele.loyalty.Programme;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.Texts;

/** Points, tiers and entries in the words of a language. */
final class LoyaltyWords {
    private static final Translations TEXTS = new Translations();

    private final Vertical vertical;
    private final Locale locale;
    private final Formats formats;
    private final ZoneId zone;

    LoyaltyWords(Vertical vertical, Locale locale, ZoneId zone) {
        this.vertical = vertical;
        this.locale = locale;
        this.formats = new Formats(locale, vertical.currency());
        this.zone = zone;
    }

    Locale locale() {
        return locale;
    }

    Formats formats() {
        return formats;
    }

    String text(String key, Object... arguments) {
        return TEXTS.getTranslation(key, locale, arguments);
    }

    /** "1,200 points". */
    String points(long many) {
        return text("loyalty.points", formats.whole(many), many);
    }

    /** "+120", "-20". */
    String change(long many) {
        return many > 0 ? "+" + formats.whole(many) : formats.whole(many);
    }

    String tier(MemberTier tier) {
        return tier.name() == null ? vertical.text(locale, Texts.programmeTier(tier.id())) : tier.name();
    }

    List<String> benefits(MemberTier tier) {
        String benefits =
                tier.benefits() == null ? vertical.text(locale, Texts.programmeBenefits(tier.id())) : tier.benefits();
        return benefits.lines().filter(line -> !line.isBlank()).toList();
    }

    String activity(String id) {
        return vertical.text(locale, Texts.activity(id));
    }

    /** "Each ¥1 of “Purchase” earns 1 point." */
    String rule(Programme programme) {
        long unit = Math.round(Math.pow(10, Money.fractionDigits(vertical.currency())));
        double points = programme.pointsPerUnit().doubleValue();
        return text(
                "loyalty.rule",
                formats.money(unit),
                activity(programme.activity()),
                text("loyalty.points", programme.pointsPerUnit().toPlainString(), points));
    }

    String expiry(Programme programme) {
        return programme.expireMonths() == 0
                ? text("loyalty.expire.never")
                : text("loyalty.expire.after", programme.expireMonths());
    }

    String kind(PointsEntry entry) {
        String kind = text("loyalty.kind." + AddressParameters.code(entry.kind()));
        return entry.reverses() == null ? kind : text("loyalty.kind.reversed", kind);
    }

    String by(PointsEntry entry) {
        return Objects.requireNonNullElse(entry.by(), text("loyalty.portal"));
    }

    String day(LocalDate day) {
        return formats.date(day);
    }

    /** The day of a moment. */
    String day(Instant moment) {
        return formats.date(LocalDate.ofInstant(moment, zone));
    }
}
