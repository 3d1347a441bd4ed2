package org.clientele.stakeholder.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.clientele.plugins.api.StrategyDefinition.Relationship;
import org.clientele.stakeholder.Agreement;
import org.clientele.stakeholder.PartyContact;
import org.clientele.stakeholder.PartyEvent;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What hangs on a party: contacts, agreements, what happened. */
@Repository
public class DossierDao {
    private final Jdbi jdbi;

    public DossierDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public List<PartyContact> contacts(long partyId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT id, contact_name, position_held, phone, email FROM stakeholder_contact WHERE stakeholder_id = :party ORDER BY id")
                .bind("party", partyId)
                .map((row, _) -> contact(row))
                .list());
    }

    static PartyContact contact(ResultSet row) throws SQLException {
        return new PartyContact(
                row.getLong("id"),
                row.getString("contact_name"),
                row.getString("position_held"),
                row.getString("phone"),
                row.getString("email"));
    }

    public void add(long partyId, PartyContact contact) {
        jdbi.useHandle(handle -> insert(handle, partyId, contact));
    }

    static void insert(Handle handle, long partyId, PartyContact contact) {
        handle.execute(
                "INSERT INTO stakeholder_contact (stakeholder_id, contact_name, position_held, phone, email) VALUES (?, ?, ?, ?, ?)",
                partyId,
                contact.name(),
                contact.position(),
                contact.phone(),
                contact.email());
    }

    /** Whether it was there. */
    public boolean change(long partyId, PartyContact contact) {
        return jdbi.withHandle(handle -> handle.execute(
                        "UPDATE stakeholder_contact SET contact_name = ?, position_held = ?, phone = ?, email = ? WHERE id = ? AND stakeholder_id = ?",
                        contact.name(),
                        contact.position(),
                        contact.phone(),
                        contact.email(),
                        contact.id(),
                        partyId)
                == 1);
    }

    /** Whether it was there. */
    public boolean eraseContact(long partyId, long id) {
        return jdbi.withHandle(handle ->
                handle.execute("DELETE FROM stakeholder_contact WHERE id = ? AND stakeholder_id = ?", id, partyId)
                        == 1);
    }

    /** An agreement with the party it is with. */
    public record OfParty(long partyId, Agreement agreement) {}

    /** By party, in order of their beginning. */
    public Map<Long, List<Agreement>> agreements(Collection<Long> partyIds) {
        return partyIds.isEmpty()
                ? Map.of()
                : group(jdbi.withHandle(handle -> handle.createQuery("""
                                SELECT id, stakeholder_id, title, starts_on, ends_on, remind_on FROM stakeholder_agreement
                                WHERE stakeholder_id IN (<parties>) ORDER BY starts_on, id""")
                        .bindList("parties", List.copyOf(partyIds))
                        .map((row, _) -> new OfParty(row.getLong("stakeholder_id"), agreement(row)))
                        .list()));
    }

    private static Map<Long, List<Agreement>> group(List<OfParty> found) {
        return found.stream()
                .collect(Collectors.groupingBy(
                        OfParty::partyId, Collectors.mapping(OfParty::agreement, Collectors.toList())));
    }

    /** Those of whose end somebody is to be told by the day. */
    public List<OfParty> ending(int verticalId, LocalDate until) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT a.id, a.stakeholder_id, a.title, a.starts_on, a.ends_on, a.remind_on
                        FROM stakeholder_agreement a JOIN stakeholder s ON s.id = a.stakeholder_id
                        WHERE s.vertical_id = :vertical AND a.remind_on <= :until ORDER BY a.id""")
                .bind("vertical", verticalId)
                .bind("until", until)
                .map((row, _) -> new OfParty(row.getLong("stakeholder_id"), agreement(row)))
                .list());
    }

    static Agreement agreement(ResultSet row) throws SQLException {
        return new Agreement(
                row.getLong("id"),
                row.getString("title"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getObject("remind_on", LocalDate.class));
    }

    public void add(long partyId, Agreement agreement) {
        jdbi.useHandle(handle -> insert(handle, partyId, agreement));
    }

    static void insert(Handle handle, long partyId, Agreement agreement) {
        handle.createUpdate("""
                        INSERT INTO stakeholder_agreement (stakeholder_id, title, starts_on, ends_on, remind_on)
                        VALUES (:party, :title, :starts, :ends, :remind)""")
                .bind("party", partyId)
                .bind("title", agreement.title())
                .bind("starts", agreement.startsOn())
                .bind("ends", agreement.endsOn())
                .bind("remind", agreement.remindOn())
                .execute();
    }

    /** Whether it was there. */
    public boolean change(long partyId, Agreement agreement) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                UPDATE stakeholder_agreement SET title = :title, starts_on = :starts, ends_on = :ends, remind_on = :remind
                                WHERE id = :id AND stakeholder_id = :party""")
                        .bind("title", agreement.title())
                        .bind("starts", agreement.startsOn())
                        .bind("ends", agreement.endsOn())
                        .bind("remind", agreement.remindOn())
                        .bind("id", agreement.id())
                        .bind("party", partyId)
                        .execute()
                == 1);
    }

    /** Whether it was there. */
    public boolean deleteAgreement(long partyId, long id) {
        return jdbi.withHandle(handle ->
                handle.execute("DELETE FROM stakeholder_agreement WHERE id = ? AND stakeholder_id = ?", id, partyId)
                        == 1);
    }

    /** Sets when somebody is told of an agreement's end; false when that day is another one already. */
    public boolean remind(long agreementId, @Nullable LocalDate before, @Nullable LocalDate day) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                UPDATE stakeholder_agreement SET remind_on = :day
                                WHERE id = :id AND COALESCE(remind_on, DATE '1900-01-01') = :before""")
                        .bind("day", day)
                        .bind("id", agreementId)
                        .bind("before", before == null ? LocalDate.of(1900, 1, 1) : before)
                        .execute()
                == 1);
    }

    /** What happened, the latest first. */
    public List<PartyEvent> events(long partyId, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT e.id, e.event_kind, e.happened_at, u.display_name, e.subject, e.note, e.relationship_level, e.health
                        FROM stakeholder_event e JOIN app_user u ON u.id = e.author_id
                        WHERE e.stakeholder_id = :party ORDER BY e.id DESC FETCH FIRST %d ROWS ONLY""".formatted(limit))
                .bind("party", partyId)
                .map((row, _) -> event(row))
                .list());
    }

    static PartyEvent event(ResultSet row) throws SQLException {
        String level = row.getString("relationship_level");
        return new PartyEvent(
                row.getLong("id"),
                PartyEvent.Kind.valueOf(row.getString("event_kind")),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                row.getString("display_name"),
                row.getString("subject"),
                row.getString("note"),
                level == null ? null : Relationship.valueOf(level),
                row.getObject("health", Integer.class));
    }

    /** The event's number. */
    public long insert(
            long partyId,
            PartyEvent.Kind kind,
            Instant at,
            long author,
            String subject,
            String note,
            @Nullable Relationship level,
            @Nullable Integer health) {
        return jdbi.withHandle(handle -> insert(handle, partyId, kind, at, author, subject, note, level, health));
    }

    static long insert(
            Handle handle,
            long partyId,
            PartyEvent.Kind kind,
            Instant at,
            long author,
            String subject,
            String note,
            @Nullable Relationship level,
            @Nullable Integer health) {
        return handle.createUpdate("""
                        INSERT INTO stakeholder_event (stakeholder_id, event_kind, happened_at, author_id, subject, note, relationship_level,
                          health)
                        VALUES (:party, :kind, :at, :author, :subject, :note, :level, :health)""")
                .bind("party", partyId)
                .bind("kind", kind.name())
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("author", author)
                .bind("subject", subject)
                .bind("note", note)
                .bind("level", level == null ? null : level.name())
                .bind("health", health)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    public void deleteEvent(long id) {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM stakeholder_event WHERE id = ?", id));
    }
}
