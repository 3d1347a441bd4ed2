package org.clientele.notification;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.clientele.access.Audit;
import org.clientele.access.Grant;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Answer;
import org.clientele.common.Jobs;
import org.clientele.common.Problem;
import org.clientele.notification.persistence.MailQueueDao;
import org.springframework.stereotype.Service;

/** How mail stands, for administrators; and a mail to try it. */
@Service
public class MailAdministration {
    private final MailQueueDao queue;
    private final MailSettings settings;
    private final Postman postman;
    private final MailWording wording;
    private final Rights rights;
    private final Audit audit;
    private final Jobs jobs;

    public MailAdministration(
            MailQueueDao queue,
            MailSettings settings,
            Postman postman,
            MailWording wording,
            Rights rights,
            Audit audit,
            Jobs jobs) {
        this.queue = queue;
        this.settings = settings;
        this.postman = postman;
        this.wording = wording;
        this.rights = rights;
        this.audit = audit;
        this.jobs = jobs;
    }

    /** The server, as it was set; never show its password. */
    public MailSettings settings() {
        require();
        return settings;
    }

    /** Mails of the last months by what became of them. */
    public Standing standing() {
        require();
        Map<String, Long> counts = queue.counts();
        return new Standing(
                counts.getOrDefault(MailQueueDao.WAITING, 0L),
                counts.getOrDefault(MailQueueDao.SENT, 0L),
                counts.getOrDefault(MailQueueDao.GIVEN_UP, 0L));
    }

    /** How many mails wait, were sent, and were given up. */
    public record Standing(long waiting, long sent, long givenUp) {}

    /** Sends a mail in the background; the answer says why it could not be sent, or nothing. */
    public Answer<Optional<MailFailure>> test(String address, Locale locale) {
        require();
        if (!settings.isSet()) {
            throw new Problem("notification.problem.no-server");
        }
        String tidy = address.strip();
        NotificationSettings.requireAddress(tidy);
        audit.record("mail.test", "user " + rights.user().id(), null, settings.host());
        MailText text = wording.test(settings.portal(), locale);
        return jobs.answer("mail test", job -> postman.send(tidy, text, "test-" + UUID.randomUUID()));
    }

    private void require() {
        rights.require(Permission.MANAGE_USERS, Grant.EVERYWHERE);
    }
}
