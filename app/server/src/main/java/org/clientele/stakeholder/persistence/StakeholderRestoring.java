package org.clientele.stakeholder.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clientele.plugin.records.KnownNames;
import org.clientele.plugin.records.RecordRow;
import org.clientele.plugin.records.RowsOfRecords;
import org.clientele.plugin.records.UnfitRowException;
import org.clientele.plugin.records.UnfitRowException.Cause;
import org.clientele.plugins.api.StrategyDefinition.Relationship;
import org.clientele.stakeholder.Agreement;
import org.clientele.stakeholder.Criterion;
import org.clientele.stakeholder.Market;
import org.clientele.stakeholder.NewRow;
import org.clientele.stakeholder.PartyContact;
import org.clientele.stakeholder.PartyEvent;
import org.clientele.stakeholder.PartyScore;
import org.clientele.stakeholder.PlanAction;
import org.clientele.stakeholder.Purpose;
import org.clientele.stakeholder.StakeholderData;
import org.clientele.stakeholder.persistence.PartyColumns.Kind;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Brings parties back with all that hangs on them; those that are here stay as they are, and so do the criteria of a purpose that has some. */
final class StakeholderRestoring extends RowsOfRecords {
    private static final int MARKS_LENGTH = 8_000;

    private final Jdbi jdbi;
    private final int verticalId;
    private final KnownNames known;
    private final Set<String> here;
    private final Set<String> taken = new HashSet<>();
    private final List<Criteria> criteria = new ArrayList<>();
    private final List<Dossier> dossiers = new ArrayList<>();
    /** Hangs on the party stored last, whose rows go on. */
    private final List<Hanging> late = new ArrayList<>();

    private long last = NewRow.ID;

    /** @param here keys of the parties and purposes that the portal has; added to */
    StakeholderRestoring(Jdbi jdbi, int verticalId, KnownNames known, Set<String> here) {
        super(PartyColumns.RECORD);
        this.jdbi = jdbi;
        this.verticalId = verticalId;
        this.known = known;
        this.here = here;
    }

    private record Criteria(Purpose purpose, int place, Criterion criterion) {}

    /** What hangs on a party stores itself. */
    @FunctionalInterface
    private interface Hanging {
        void store(Handle handle, long party);
    }

    private record Dossier(StakeholderData party, List<Hanging> hanging) {}

    @Override
    protected boolean isFirst(RecordRow row) throws UnfitRowException {
        Kind kind = row.choice(PartyColumns.PART, Kind.class);
        return kind == Kind.PARTY || kind == Kind.CRITERION;
    }

    @Override
    protected boolean first(String id, RecordRow row) throws UnfitRowException {
        return row.choice(PartyColumns.PART, Kind.class) == Kind.PARTY ? party(row) : criterion(id, row);
    }

    private boolean criterion(String id, RecordRow row) throws UnfitRowException {
        Purpose purpose = row.choice(PartyColumns.CHOICE, Purpose.class);
        Criteria one = new Criteria(
                purpose,
                row.number(PartyColumns.NUMBER),
                new Criterion(row.required(PartyColumns.NAME, Criterion.NAME_LENGTH), row.number(PartyColumns.MORE)));
        if (here.contains(purpose.name()) || !taken.add(id)) {
            return false;
        }
        criteria.add(one);
        return true;
    }

    private boolean party(RecordRow row) throws UnfitRowException {
        int months = row.number(PartyColumns.NUMBER);
        if (months < 1 || months > StakeholderData.MOST_MONTHS) {
            throw row.unfit(PartyColumns.NUMBER, Cause.NOT_AS_WRITTEN);
        }
        StakeholderData data = new StakeholderData(
                row.choice(PartyColumns.CHOICE, Market.class),
                row.required(PartyColumns.NAME, StakeholderData.NAME_LENGTH),
                row.text(PartyColumns.TEXT, StakeholderData.TEXT_LENGTH),
                row.text(PartyColumns.MORE, StakeholderData.TEXT_LENGTH),
                row.choice(PartyColumns.LEVEL, Relationship.class),
                person(row),
                months,
                row.orNull(PartyColumns.DAY, row::day));
        if (!here.add("party " + data.name())) {
            return false;
        }
        dossiers.add(new Dossier(data, new ArrayList<>()));
        return true;
    }

    private @Nullable Long person(RecordRow row) throws UnfitRowException {
        return row.orNull(PartyColumns.PERSON, column -> known.person(row, column));
    }

    @Override
    protected void next(RecordRow row) throws UnfitRowException {
        Hanging hanging =
                switch (row.choice(PartyColumns.PART, Kind.class)) {
                    case CONTACT -> contact(row);
                    case AGREEMENT -> agreement(row);
                    case ACTION -> action(row);
                    case EVENT -> event(row);
                    case SCORE -> score(row);
                    case PARTY, CRITERION -> throw row.unfit(PartyColumns.PART, Cause.NOT_AS_WRITTEN);
                };
        (dossiers.isEmpty() ? late : dossiers.getLast().hanging()).add(hanging);
    }

    private static Hanging contact(RecordRow row) throws UnfitRowException {
        PartyContact contact = new PartyContact(
                NewRow.ID,
                row.required(PartyColumns.NAME, StakeholderData.NAME_LENGTH),
                row.text(PartyColumns.TEXT, StakeholderData.NAME_LENGTH),
                row.text(PartyColumns.MORE, PartyContact.PHONE_LENGTH),
                row.text(PartyColumns.EMAIL, StakeholderData.NAME_LENGTH));
        return (handle, party) -> DossierDao.insert(handle, party, contact);
    }

    private static Hanging agreement(RecordRow row) throws UnfitRowException {
        Agreement agreement = new Agreement(
                NewRow.ID,
                row.required(PartyColumns.NAME, StakeholderData.NAME_LENGTH),
                row.day(PartyColumns.DAY),
                row.orNull(PartyColumns.UNTIL, row::day),
                row.orNull(PartyColumns.REMIND, row::day));
        return (handle, party) -> DossierDao.insert(handle, party, agreement);
    }

    private Hanging action(RecordRow row) throws UnfitRowException {
        PlanAction action = new PlanAction(
                NewRow.ID,
                row.required(PartyColumns.NAME, StakeholderData.NAME_LENGTH),
                person(row),
                null,
                row.day(PartyColumns.DAY),
                row.choice(PartyColumns.CHOICE, PlanAction.State.class),
                row.orNull(PartyColumns.UNTIL, row::day));
        return (handle, party) -> PlanDao.insert(handle, party, action);
    }

    private Hanging event(RecordRow row) throws UnfitRowException {
        PartyEvent.Kind kind = row.choice(PartyColumns.CHOICE, PartyEvent.Kind.class);
        Instant at = row.time(PartyColumns.TIME);
        long author = known.person(row, PartyColumns.PERSON);
        String subject = row.text(PartyColumns.NAME, StakeholderData.NAME_LENGTH);
        String note = row.text(PartyColumns.TEXT, StakeholderData.TEXT_LENGTH);
        Relationship level = row.orNull(PartyColumns.LEVEL, column -> row.choice(column, Relationship.class));
        Integer health = row.orNull(PartyColumns.NUMBER, row::number);
        return (handle, party) -> DossierDao.insert(handle, party, kind, at, author, subject, note, level, health);
    }

    private Hanging score(RecordRow row) throws UnfitRowException {
        Purpose purpose = row.choice(PartyColumns.CHOICE, Purpose.class);
        LocalDate day = row.day(PartyColumns.DAY);
        long by = known.person(row, PartyColumns.PERSON);
        String note = row.text(PartyColumns.TEXT, StakeholderData.TEXT_LENGTH);
        ScoreText text = marks(row);
        return (handle, party) -> ScoreDao.insert(
                handle, new PartyScore(NewRow.ID, party, purpose, day, "", text.marks(), text.risks(), note), by);
    }

    private static ScoreText marks(RecordRow row) throws UnfitRowException {
        try {
            return StakeholderRecords.JSON.readValue(row.required(PartyColumns.MARKS, MARKS_LENGTH), ScoreText.class);
        } catch (JacksonException unreadable) {
            throw row.unfit(PartyColumns.MARKS, Cause.NOT_AS_WRITTEN);
        }
    }

    @Override
    public void flush(@Nullable Long importId) {
        if (importId != null) {
            jdbi.useHandle(handle -> {
                criteria.forEach(one -> handle.execute(
                        "INSERT INTO stakeholder_criterion (vertical_id, purpose, place, criterion, weight, import_id) VALUES (?, ?, ?, ?, ?, ?)",
                        verticalId,
                        one.purpose().name(),
                        one.place(),
                        one.criterion().name(),
                        one.criterion().weight(),
                        importId));
                late.forEach(hanging -> hanging.store(handle, last));
                dossiers.forEach(dossier -> store(handle, dossier, importId));
            });
        }
        criteria.clear();
        late.clear();
        dossiers.clear();
    }

    private void store(Handle handle, Dossier dossier, long importId) {
        last = StakeholderDao.insert(handle, verticalId, dossier.party(), importId);
        dossier.hanging().forEach(hanging -> hanging.store(handle, last));
    }
}
