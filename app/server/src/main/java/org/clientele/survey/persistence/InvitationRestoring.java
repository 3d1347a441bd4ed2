package org.clientele.survey.persistence;

import static org.clientele.survey.persistence.InvitationColumns.RECORD;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.common.persistence.BulkInsert;
import org.clientele.common.persistence.Dialect;
import org.clientele.common.persistence.FreshRows;
import org.clientele.plugin.records.KnownNames;
import org.clientele.plugin.records.Occurrences;
import org.clientele.plugin.records.RecordRow;
import org.clientele.plugin.records.RowsOfRecords;
import org.clientele.plugin.records.UnfitRowException;
import org.clientele.plugin.records.UnfitRowException.Cause;
import org.clientele.survey.Reply;
import org.clientele.survey.SurveyAbout;
import org.clientele.survey.SurveyData;
import org.clientele.survey.persistence.InvitationColumns.Part;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Brings invitations back with their answers; those that are here stay as they are. A link that another invitation here has is left out. */
final class InvitationRestoring extends RowsOfRecords {
    private static final int HASH_LENGTH = 64;
    private static final int ABOUT_LENGTH = 100;
    private static final List<String> COLUMNS = List.of(
            "vertical_id",
            "survey_id",
            "customer_id",
            "token_hash",
            "about_kind",
            "about_key",
            "invited_by",
            "invited_at",
            "expires_at",
            "answered_at",
            "by_staff",
            "nps",
            "csat",
            "work_due_on",
            "work_owner_id",
            "work_done_at",
            "import_id");
    private static final List<String> ANSWER_COLUMNS =
            List.of("invitation_id", "question", "number_given", "text_given");

    private final Jdbi jdbi;
    private final Dialect dialect;
    private final int verticalId;
    private final KnownNames known;
    private final Map<String, Long> surveys;
    private final Occurrences here;
    private final List<Asked> asked = new ArrayList<>();

    /** Answers of the invitation of that place; -1: of the last one that was stored. */
    private final List<Answer> answers = new ArrayList<>();

    private final Set<Integer> answered = new HashSet<>();
    private long lastStored;

    /** @param surveys ids by key */
    InvitationRestoring(
            Jdbi jdbi, Dialect dialect, int verticalId, KnownNames known, Map<String, Long> surveys, Occurrences here) {
        super(RECORD);
        this.jdbi = jdbi;
        this.dialect = dialect;
        this.verticalId = verticalId;
        this.known = known;
        this.surveys = surveys;
        this.here = here;
    }

    private record Asked(
            long survey,
            long customer,
            @Nullable String link,
            SurveyAbout.@Nullable Kind about,
            @Nullable String aboutKey,
            long by,
            Instant at,
            Instant expires,
            @Nullable Instant answered,
            boolean byStaff,
            @Nullable Integer nps,
            @Nullable Integer csat,
            @Nullable LocalDate due,
            @Nullable Long owner,
            @Nullable Instant done) {}

    private record Answer(int place, Reply reply) {}

    /** What an invitation is known by. */
    static String key(String survey, String customer, String invited, String about, String aboutKey) {
        return String.join(" ", survey, customer, invited, about, aboutKey).strip();
    }

    @Override
    protected boolean isFirst(RecordRow row) throws UnfitRowException {
        return row.choice(InvitationColumns.PART, Part.class) == Part.ASKED;
    }

    @Override
    protected boolean first(String id, RecordRow row) throws UnfitRowException {
        Asked found = asked(row);
        String key = key(
                row.text(InvitationColumns.SURVEY),
                row.text(InvitationColumns.CUSTOMER),
                found.at().toString(),
                row.text(InvitationColumns.ABOUT),
                row.text(InvitationColumns.ABOUT_KEY));
        boolean isNew = here.isNew(key);
        if (isNew) {
            asked.add(found);
            answered.clear();
        }
        return isNew;
    }

    private Asked asked(RecordRow row) throws UnfitRowException {
        Long survey = surveys.get(row.text(InvitationColumns.SURVEY));
        if (survey == null) {
            throw row.unfit(InvitationColumns.SURVEY, Cause.UNKNOWN_RECORD);
        }
        return new Asked(
                survey,
                known.customer(row, InvitationColumns.CUSTOMER),
                row.textOrNull(InvitationColumns.LINK, HASH_LENGTH),
                row.orNull(InvitationColumns.ABOUT, column -> row.choice(column, SurveyAbout.Kind.class)),
                row.textOrNull(InvitationColumns.ABOUT_KEY, ABOUT_LENGTH),
                known.person(row, InvitationColumns.INVITED_BY),
                row.time(InvitationColumns.INVITED),
                row.time(InvitationColumns.EXPIRES),
                row.orNull(InvitationColumns.ANSWERED, row::time),
                row.flag(InvitationColumns.BY_STAFF),
                row.orNull(InvitationColumns.NPS, row::number),
                row.orNull(InvitationColumns.CSAT, row::number),
                row.orNull(InvitationColumns.DUE, row::day),
                row.orNull(InvitationColumns.OWNER, column -> known.person(row, column)),
                row.orNull(InvitationColumns.DONE, row::time));
    }

    @Override
    protected void next(RecordRow row) throws UnfitRowException {
        Reply reply = new Reply(
                row.number(InvitationColumns.QUESTION),
                row.orNull(InvitationColumns.NUMBER, row::number),
                row.textOrNull(InvitationColumns.TEXT, SurveyData.ANSWER_LENGTH));
        if (!answered.add(reply.question())) {
            throw row.unfit(InvitationColumns.QUESTION, Cause.TAKEN);
        }
        answers.add(new Answer(asked.size() - 1, reply));
    }

    @Override
    public void flush(@Nullable Long importId) {
        if (importId != null) {
            jdbi.useHandle(handle -> store(handle, importId));
        }
        asked.clear();
        answers.clear();
    }

    private void store(Handle handle, long importId) {
        List<Long> ids = FreshRows.insert(
                handle, dialect, "survey_invitation", COLUMNS, rows(takenLinks(handle), importId), importId);
        List<@Nullable Object[]> rows = new ArrayList<>(answers.size());
        answers.forEach(answer -> rows.add(new @Nullable Object[] {
            answer.place() < 0 ? lastStored : ids.get(answer.place()),
            answer.reply().question(),
            answer.reply().number(),
            answer.reply().text()
        }));
        BulkInsert.insert(handle, dialect, "survey_answer", ANSWER_COLUMNS, rows);
        if (!ids.isEmpty()) {
            lastStored = ids.getLast();
        }
    }

    private List<@Nullable Object[]> rows(Set<String> taken, long importId) {
        List<@Nullable Object[]> rows = new ArrayList<>(asked.size());
        asked.forEach(one -> rows.add(new @Nullable Object[] {
            verticalId,
            one.survey(),
            one.customer(),
            one.link() == null || !taken.add(one.link()) ? null : one.link(),
            one.about() == null ? null : one.about().name(),
            one.aboutKey(),
            one.by(),
            at(one.at()),
            at(one.expires()),
            at(one.answered()),
            one.byStaff(),
            one.nps(),
            one.csat(),
            one.due(),
            one.owner(),
            at(one.done()),
            importId
        }));
        return rows;
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    /** Links of these invitations that others have already; added to. */
    private Set<String> takenLinks(Handle handle) {
        List<String> links = new ArrayList<>();
        asked.forEach(one -> {
            if (one.link() != null) {
                links.add(one.link());
            }
        });
        return links.isEmpty()
                ? new HashSet<>()
                : new HashSet<>(
                        handle.createQuery("SELECT token_hash FROM survey_invitation WHERE token_hash IN (<links>)")
                                .bindList("links", links)
                                .mapTo(String.class)
                                .set());
    }
}
