package org.clientele.notification;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that people are told of. A feature publishes it as it publishes its events, within the transaction of what happened: both are kept, or
 * neither.
 *
 * @param customerId whom it is about; it is hidden from those who may not see the customer, and goes with the customer; null: nobody
 * @param event tells it from every other: the same event is told once, however often it is published
 * @param place where to look: number of a case, id of a customer or a model
 * @param subject names it without personal data, for mail: number of a case, id of a model; may be empty
 * @param detail what else is shown in the portal; may be empty
 */
public record Notice(
        NoticeKind kind,
        String verticalKey,
        @Nullable Long customerId,
        String event,
        String place,
        String subject,
        String detail,
        Audience audience) {
    static final int SUBJECT_LENGTH = 100;
    static final int DETAIL_LENGTH = 300;

    public Notice {
        subject = shortened(subject, SUBJECT_LENGTH);
        detail = shortened(detail, DETAIL_LENGTH);
    }

    /**
     * Somebody gave work with a customer to somebody.
     *
     * @param actor who did it
     */
    public static Notice handedOver(String verticalKey, long customerId, String event, long person, long actor) {
        return new Notice(
                NoticeKind.TASK_HANDED_OVER,
                verticalKey,
                customerId,
                event,
                Long.toString(customerId),
                "",
                "",
                Audience.of(Set.of(person)).except(actor));
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
