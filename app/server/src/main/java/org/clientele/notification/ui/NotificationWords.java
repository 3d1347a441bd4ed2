package org.clientele.notification.ui;

import java.util.List;
import java.util.Locale;
import org.clientele.common.ui.Translations;
import org.clientele.frontend.Icon;
import org.clientele.notification.MailText;
import org.clientele.notification.MailWording;
import org.clientele.notification.NoticeKind;
import org.clientele.notification.NoticeNames;
import org.clientele.notification.Notification;
import org.clientele.plugin.Verticals;
import org.clientele.plugins.api.Texts;
import org.springframework.stereotype.Component;

/** What people are told, in their words, and where it leads. */
@Component
public class NotificationWords implements MailWording {
    private final Verticals verticals;
    private final Translations translations;
    private final List<NoticeNames> names;

    public NotificationWords(Verticals verticals, Translations translations, List<NoticeNames> names) {
        this.verticals = verticals;
        this.translations = translations;
        this.names = List.copyOf(names);
    }

    /** The kind, where one chooses among them. */
    String kind(NoticeKind kind, Locale locale) {
        return text(locale, "notification.kind." + kind.key());
    }

    /** What happened, without personal data. */
    String title(Notification told, Locale locale) {
        return text(locale, "notification.told." + told.kind().key(), subject(told, locale));
    }

    /** What has a name of its own in the reader's language is called by it, everything else as it was told. */
    private String subject(Notification told, Locale locale) {
        return names.stream()
                .flatMap(each -> each.name(told, locale).stream())
                .findFirst()
                .orElseGet(() -> ownSubject(told, locale));
    }

    /** A model and a segment are called by their names. */
    private String ownSubject(Notification told, Locale locale) {
        return switch (told.kind()) {
            case APPROVAL_WANTED, APPROVAL_DECIDED -> named(told, locale, Texts.model(told.subject()));
            case STRATEGY_APPROVAL_WANTED, STRATEGY_APPROVAL_DECIDED ->
                told.subject().isEmpty() ? segment(told, locale) : told.subject();
            default -> told.subject();
        };
    }

    private String segment(Notification told, Locale locale) {
        String[] ids = told.place().split("/", 2);
        return named(told, locale, Texts.segment(ids[0], ids[1]));
    }

    private String named(Notification told, Locale locale, String key) {
        return verticals
                .find(told.verticalKey())
                .map(vertical -> vertical.text(locale, key))
                .orElse(told.subject());
    }

    /** Whom it is about, and what else is known. */
    String detail(Notification told, Locale locale) {
        String detail =
                told.kind() == NoticeKind.APPROVAL_DECIDED || told.kind() == NoticeKind.STRATEGY_APPROVAL_DECIDED
                        ? text(locale, "notification.decided." + told.detail())
                        : told.detail();
        if (told.customer().isEmpty()) {
            return detail;
        }
        return detail.isEmpty() ? told.customer() : told.customer() + " · " + detail;
    }

    /** The industry's name. */
    String vertical(Notification told, Locale locale) {
        return verticals
                .find(told.verticalKey())
                .map(vertical -> vertical.name(locale))
                .orElse(told.verticalKey());
    }

    static Icon icon(NoticeKind kind) {
        return switch (kind) {
            case CASE_NEAR, CASE_LATE, CASE_ESCALATED -> Icon.CLOCK;
            case CASE_CHANGED, CASE_ASSIGNED -> Icon.LIFE_BUOY;
            case TASK_HANDED_OVER -> Icon.LIST_CHECKS;
            case UNHAPPY -> Icon.SMILE;
            case PARTY_DUE -> Icon.BUILDING_2;
            case APPROVAL_WANTED, APPROVAL_DECIDED -> Icon.SHAPES;
            case STRATEGY_APPROVAL_WANTED, STRATEGY_APPROVAL_DECIDED -> Icon.ROUTE;
            case IMPORT_FAILED -> Icon.UPLOAD;
            case RECOMPUTE_FAILED -> Icon.DATABASE;
        };
    }

    /** The page to look at. */
    static String path(Notification told) {
        String root = "v/" + told.verticalKey() + "/";
        return root
                + switch (told.kind()) {
                    case CASE_NEAR, CASE_LATE, CASE_ESCALATED, CASE_CHANGED, CASE_ASSIGNED -> "cases/" + told.place();
                    case TASK_HANDED_OVER, UNHAPPY -> "customers/" + told.place();
                    case PARTY_DUE -> "stakeholders/" + told.place();
                    case APPROVAL_WANTED, APPROVAL_DECIDED -> "segments/" + told.place() + "/studio";
                    case STRATEGY_APPROVAL_WANTED, STRATEGY_APPROVAL_DECIDED ->
                        "strategies/edit?model=%s&segment=%s"
                                .formatted((Object[]) told.place().split("/", 2));
                    case IMPORT_FAILED -> "data";
                    case RECOMPUTE_FAILED -> "segments/recomputes";
                };
    }

    @Override
    public MailText notification(Notification told, String portal, Locale locale) {
        String title = title(told, locale);
        return new MailText(
                text(locale, "notification.mail.subject", title, vertical(told, locale)),
                text(
                        locale,
                        "notification.mail.body",
                        title,
                        portal + "/" + path(told),
                        portal + "/account/notifications"));
    }

    @Override
    public MailText test(String portal, Locale locale) {
        return new MailText(
                text(locale, "notification.mail.test.subject"), text(locale, "notification.mail.test.body", portal));
    }

    private String text(Locale locale, String key, Object... arguments) {
        return translations.getTranslation(key, locale, arguments);
    }
}
