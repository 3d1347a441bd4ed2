package org.clientele.interaction.persistence;

import static org.clientele.interaction.persistence.InteractionColumns.AUTHOR;
import static org.clientele.interaction.persistence.InteractionColumns.CHANNEL;
import static org.clientele.interaction.persistence.InteractionColumns.CUSTOMER;
import static org.clientele.interaction.persistence.InteractionColumns.DIRECTION;
import static org.clientele.interaction.persistence.InteractionColumns.DONE;
import static org.clientele.interaction.persistence.InteractionColumns.DONE_BY;
import static org.clientele.interaction.persistence.InteractionColumns.FOLLOW_UP;
import static org.clientele.interaction.persistence.InteractionColumns.NOTES;
import static org.clientele.interaction.persistence.InteractionColumns.OUTCOME;
import static org.clientele.interaction.persistence.InteractionColumns.RECORD;
import static org.clientele.interaction.persistence.InteractionColumns.REPLACED;
import static org.clientele.interaction.persistence.InteractionColumns.REPLACED_BY;
import static org.clientele.interaction.persistence.InteractionColumns.SATISFACTION;
import static org.clientele.interaction.persistence.InteractionColumns.SUBJECT;
import static org.clientele.interaction.persistence.InteractionColumns.TIME;
import static org.clientele.interaction.persistence.InteractionColumns.VERSION;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.clientele.common.Problem;
import org.clientele.interaction.Channel;
import org.clientele.interaction.Direction;
import org.clientele.interaction.InteractionData;
import org.clientele.interaction.Outcome;
import org.clientele.plugin.records.KnownNames;
import org.clientele.plugin.records.RecordRow;
import org.clientele.plugin.records.RowsOfRecords;
import org.clientele.plugin.records.UnfitRowException;
import org.clientele.plugin.records.UnfitRowException.Cause;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Brings contacts back; those that are here stay as they are. */
final class InteractionRestoring extends RowsOfRecords {
    private static final int KEY_LENGTH = 36;

    private final Jdbi jdbi;
    private final int verticalId;
    private final KnownNames known;
    private final Set<String> here;
    private final RevisionText revisionText = new RevisionText();
    private final List<Contact> contacts = new ArrayList<>();
    private final List<Before> revisions = new ArrayList<>();
    private int lastVersion;

    /** @param here keys of the contacts that the portal has; added to */
    InteractionRestoring(Jdbi jdbi, int verticalId, KnownNames known, Set<String> here) {
        super(RECORD);
        this.jdbi = jdbi;
        this.verticalId = verticalId;
        this.known = known;
        this.here = here;
    }

    private record Contact(
            String key,
            int version,
            long customer,
            long author,
            InteractionData data,
            @Nullable Instant doneAt,
            @Nullable Long doneBy) {}

    private record Before(String key, int version, Instant editedAt, long editor, InteractionData data) {}

    @Override
    protected boolean isFirst(RecordRow row) {
        return row.text(REPLACED).isEmpty();
    }

    @Override
    protected boolean first(String id, RecordRow row) throws UnfitRowException {
        String key = row.required(RECORD, KEY_LENGTH);
        if (here.contains(key)) {
            return false;
        }
        contacts.add(new Contact(
                key,
                row.number(VERSION),
                known.customer(row, CUSTOMER),
                known.person(row, AUTHOR),
                data(row),
                row.orNull(DONE, row::time),
                row.orNull(DONE_BY, column -> known.person(row, column))));
        here.add(key);
        lastVersion = -1;
        return true;
    }

    @Override
    protected void next(RecordRow row) throws UnfitRowException {
        int version = row.number(VERSION);
        if (version <= lastVersion) {
            throw row.unfit(VERSION, Cause.NOT_AS_WRITTEN);
        }
        revisions.add(
                new Before(row.text(RECORD), version, row.time(REPLACED), known.person(row, REPLACED_BY), data(row)));
        lastVersion = version;
    }

    private static InteractionData data(RecordRow row) throws UnfitRowException {
        try {
            return new InteractionData(
                    row.time(TIME),
                    row.choice(CHANNEL, Channel.class),
                    row.choice(DIRECTION, Direction.class),
                    row.text(SUBJECT),
                    row.text(NOTES, InteractionData.NOTES_LENGTH),
                    row.orNull(OUTCOME, column -> row.choice(column, Outcome.class)),
                    row.orNull(SATISFACTION, row::number),
                    row.orNull(FOLLOW_UP, row::day));
        } catch (Problem refused) {
            throw row.unfit(refused.key().contains(SATISFACTION) ? SATISFACTION : SUBJECT, Cause.NOT_AS_WRITTEN);
        }
    }

    @Override
    public void flush(@Nullable Long importId) {
        if (importId != null) {
            jdbi.useHandle(handle -> {
                storeContacts(handle, importId);
                storeRevisions(handle);
            });
        }
        contacts.clear();
        revisions.clear();
    }

    private void storeContacts(Handle handle, long importId) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO interaction (request_key, vertical_id, customer_id, author_id, happened_at, channel, direction,
                  subject, notes, outcome, satisfaction, follow_up_on, follow_up_done_at, follow_up_done_by, version, import_id)
                VALUES (:key, :vertical, :customer, :author, :happenedAt, :channel, :direction, :subject, :notes, :outcome,
                  :satisfaction, :followUpOn, :doneAt, :doneBy, :version, :import)
                """);
        for (Contact contact : contacts) {
            Instant doneAt = contact.doneAt();
            InteractionDao.bind(batch, contact.data())
                    .bind("key", contact.key())
                    .bind("vertical", verticalId)
                    .bind("customer", contact.customer())
                    .bind("author", contact.author())
                    .bind("doneAt", doneAt == null ? null : doneAt.atOffset(ZoneOffset.UTC))
                    .bind("doneBy", contact.doneBy())
                    .bind("version", contact.version())
                    .bind("import", importId)
                    .add();
        }
        batch.execute();
    }

    private void storeRevisions(Handle handle) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO interaction_revision (interaction_id, version, edited_by, edited_at, before_state)
                VALUES ((SELECT id FROM interaction WHERE request_key = :key), :version, :editor, :at, :before)
                """);
        revisions.forEach(before -> batch.bind("key", before.key())
                .bind("version", before.version())
                .bind("editor", before.editor())
                .bind("at", before.editedAt().atOffset(ZoneOffset.UTC))
                .bind("before", revisionText.write(before.data()))
                .add());
        batch.execute();
    }
}
