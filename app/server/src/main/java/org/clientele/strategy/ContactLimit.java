package org.clientele.strategy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.plugin.Vertical;
import org.clientele.strategy.persistence.TaskDao;
import org.springframework.stereotype.Service;

/** Whether a customer had as many contacts as the contact rules allow. */
@Service
public class ContactLimit {
    private final TaskDao tasks;
    private final PublishedStrategies published;
    private final HouseTime time;
    private final Rights rights;

    public ContactLimit(TaskDao tasks, PublishedStrategies published, HouseTime time, Rights rights) {
        this.tasks = tasks;
        this.published = published;
        this.time = time;
        this.rights = rights;
    }

    /**
     * As many contacts as there may be, or more.
     *
     * @param contacts days on which there was one
     * @param days the period, up to today
     */
    public record Reached(int contacts, int days, int most) {}

    /** Empty while there may be another contact. */
    public Optional<Reached> reached(Vertical vertical, long customer) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        ContactRules rules = published.applied(vertical).rules();
        Integer most = rules.most();
        if (most == null) {
            return Optional.empty();
        }
        ZoneId zone = time.zone(vertical);
        LocalDate first = time.now(vertical).toLocalDate().minusDays(rules.days() - 1L);
        int contacts =
                (int) tasks.contacts(vertical.id(), first.atStartOfDay(zone).toInstant(), customer).stream()
                        .map(contact -> LocalDate.ofInstant(contact.at(), zone))
                        .distinct()
                        .count();
        return contacts < most ? Optional.empty() : Optional.of(new Reached(contacts, rules.days(), most));
    }
}
