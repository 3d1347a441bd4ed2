package org.clientele.notification;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clientele.access.Audit;
import org.clientele.access.Rights;
import org.clientele.access.User;
import org.clientele.common.Problem;
import org.clientele.notification.persistence.NotificationSettingDao;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the user wants to be told: nobody sets it for others. */
@Service
public class NotificationSettings {
    private static final int LONGEST = 254;
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@<>,;:\\\\\"()]+@[^\\s@<>,;:\\\\\"()]+\\.[^\\s@<>,;:\\\\\"().]+");

    private final NotificationSettingDao dao;
    private final MailSettings mail;
    private final Rights rights;
    private final Audit audit;

    public NotificationSettings(NotificationSettingDao dao, MailSettings mail, Rights rights, Audit audit) {
        this.dao = dao;
        this.mail = mail;
        this.rights = rights;
        this.audit = audit;
    }

    /** Whether the portal sends mail at all. */
    public boolean isMailSet() {
        return mail.isSet();
    }

    /** The kinds that the user may hear of somewhere. */
    public List<NoticeKind> kinds() {
        User user = rights.user();
        return Arrays.stream(NoticeKind.values())
                .filter(kind -> user.mayAnywhere(kind.permission()))
                .toList();
    }

    /** What counts for the user, of every kind. */
    public Map<NoticeKind, NoticeChoice> choices() {
        Map<NoticeKind, NoticeChoice> choices = new EnumMap<>(NoticeKind.class);
        Arrays.stream(NoticeKind.values()).forEach(kind -> choices.put(kind, NoticeChoice.USUAL));
        choices.putAll(dao.choices(rights.user().id()));
        return choices;
    }

    /** Where the user gets mail. */
    public Optional<String> address() {
        return dao.address(rights.user().id());
    }

    /** @param address empty: no mail */
    @Transactional
    public void save(Map<NoticeKind, NoticeChoice> choices, String address) {
        String tidy = address.strip();
        boolean wantsMail = choices.values().stream().anyMatch(NoticeChoice::mail);
        if (wantsMail && tidy.isEmpty()) {
            throw new Problem("notification.problem.address-missing");
        }
        if (!tidy.isEmpty()) {
            requireAddress(tidy);
        }
        User user = rights.user();
        dao.choose(user.id(), choices);
        dao.setAddress(user.id(), tidy.isEmpty() ? null : tidy);
        audit.record("notification.settings", "user " + user.id(), null, null);
    }

    static void requireAddress(String address) {
        if (address.length() > LONGEST || !ADDRESS.matcher(address).matches()) {
            throw new Problem("notification.problem.address", address);
        }
    }
}
