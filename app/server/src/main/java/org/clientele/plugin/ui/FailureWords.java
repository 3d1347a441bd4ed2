package org.clientele.plugin.ui;

import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Collectors;
import org.clientele.common.ui.Formats;
import org.clientele.plugin.PluginCard;
import org.clientele.plugin.code.Health;
import org.clientele.plugin.code.Piece;
import org.clientele.plugins.api.Texts;

/** What is said of failures in a plugin's code, in the reader's language. */
final class FailureWords {
    private final PluginCard card;
    private final Locale locale;
    private final Formats formats;
    private final ZoneId zone;

    FailureWords(PluginCard card, Locale locale, ZoneId zone) {
        this.card = card;
        this.locale = locale;
        this.zone = zone;
        this.formats = new Formats(locale, "CNY");
    }

    /** How the code does now, as a sentence. */
    String state(Health health) {
        if (health.disabledAt() != null) {
            return text("plugin.code.disabled", time(health.disabledAt()));
        }
        if (health.recent() > 0) {
            return text("plugin.code.recent", health.recent(), health.allowed());
        }
        return text(health.last() == null ? "plugin.code.good" : "plugin.code.good-again");
    }

    /** The part of the plugin by its name: Screen “Board”. */
    String piece(Piece piece) {
        return text("plugin.code.piece." + piece.kind(), name(piece));
    }

    /** What happened there: the part, why, how often, when. */
    String what(FailureGroup group) {
        return text(
                "plugin.code.what",
                piece(group.newest().piece()),
                text("plugin.cause." + group.newest().cause()));
    }

    String when(FailureGroup group) {
        return text(
                "plugin.code.when",
                group.times(),
                time(group.newest().at()),
                group.newest().version());
    }

    String time(Instant instant) {
        return formats.dateTime(instant, zone);
    }

    /** The whole report as text, to be sent to whoever makes the plugin. */
    String report(Health health, Iterable<FailureGroup> groups) {
        StringBuilder report = new StringBuilder(
                card.id() + " " + card.version() + " · " + card.provider() + "\n" + state(health) + "\n");
        for (FailureGroup group : groups) {
            report.append('\n')
                    .append(what(group))
                    .append('\n')
                    .append(when(group))
                    .append('\n')
                    .append(group.newest().detail())
                    .append('\n')
                    .append(group.place().lines().map(frame -> "    " + frame).collect(Collectors.joining("\n")))
                    .append('\n');
        }
        return report.toString();
    }

    private String name(Piece piece) {
        String key =
                switch (piece.kind()) {
                    case MODEL -> Texts.model(piece.id());
                    case CHECK -> Texts.check(piece.id());
                    case SCREEN -> Texts.screen(piece.id());
                };
        String found = card.content() == null ? null : card.content().texts().find(locale, key);
        return found == null ? piece.id() : found;
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
