package org.clientele.cases;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.cases.AttachmentFolder.Kept;
import org.clientele.cases.persistence.AttachmentDao;
import org.clientele.plugin.records.KnownNames;
import org.clientele.plugin.records.Occurrences;
import org.clientele.plugin.records.RecordRow;
import org.clientele.plugin.records.RowsOfRecords;
import org.clientele.plugin.records.UnfitRowException;
import org.clientele.plugin.records.UnfitRowException.Cause;
import org.jspecify.annotations.Nullable;

/** Brings files back to their cases; those that are here stay. A file is stored once all its bytes have come. */
final class CaseFileRestoring extends RowsOfRecords {
    private static final int KEY_LENGTH = 36;
    private static final int NAME_LENGTH = 200;
    private static final int TEXT_LENGTH = CaseFileRecords.PIECE * 2;

    private final AttachmentDao attachments;
    private final AttachmentFolder folder;
    private final KnownNames known;
    private final Map<String, Long> cases;
    private final Occurrences here;
    private final List<Found> complete = new ArrayList<>();
    private @Nullable Found coming;

    /** @param cases ids of the vertical's cases by key */
    CaseFileRestoring(
            AttachmentDao attachments,
            AttachmentFolder folder,
            KnownNames known,
            Map<String, Long> cases,
            Occurrences here) {
        super(CaseFileRecords.RECORD);
        this.attachments = attachments;
        this.folder = folder;
        this.known = known;
        this.cases = cases;
        this.here = here;
    }

    private record Found(
            long caseId, String name, FileKind kind, long size, long by, Instant at, ByteArrayOutputStream content) {}

    @Override
    protected boolean isFirst(RecordRow row) {
        return !row.text(CaseFileRecords.CASE).isEmpty();
    }

    @Override
    protected boolean first(String id, RecordRow row) throws UnfitRowException {
        coming = null;
        String key = row.required(CaseFileRecords.CASE, KEY_LENGTH);
        Long caseId = cases.get(key);
        if (caseId == null) {
            throw row.unfit(CaseFileRecords.CASE, Cause.UNKNOWN_RECORD);
        }
        Found found = new Found(
                caseId,
                row.required(CaseFileRecords.NAME, NAME_LENGTH),
                row.choice(CaseFileRecords.KIND, FileKind.class),
                row.whole(CaseFileRecords.SIZE),
                known.person(row, CaseFileRecords.ADDED_BY),
                row.time(CaseFileRecords.ADDED),
                new ByteArrayOutputStream());
        if (found.size() == 0 || found.size() > AttachmentFolder.LARGEST) {
            throw row.unfit(CaseFileRecords.SIZE, Cause.NOT_AS_WRITTEN);
        }
        byte[] bytes = bytes(row);
        if (!here.isNew(CaseFileRecords.key(key, found.at().toString(), found.name()))) {
            return false;
        }
        coming = found;
        append(row, found, bytes);
        return true;
    }

    @Override
    protected void next(RecordRow row) throws UnfitRowException {
        Found found = coming;
        if (found == null) {
            throw row.unfit(CaseFileRecords.CONTENT, Cause.WITHOUT_RECORD);
        }
        append(row, found, bytes(row));
    }

    private static byte[] bytes(RecordRow row) throws UnfitRowException {
        try {
            return Base64.getDecoder().decode(row.required(CaseFileRecords.CONTENT, TEXT_LENGTH));
        } catch (IllegalArgumentException unreadable) {
            throw row.unfit(CaseFileRecords.CONTENT, Cause.NOT_AS_WRITTEN);
        }
    }

    private void append(RecordRow row, Found found, byte[] bytes) throws UnfitRowException {
        found.content().writeBytes(bytes);
        if (found.content().size() < found.size()) {
            return;
        }
        coming = null;
        byte[] all = found.content().toByteArray();
        Optional<FileKind> kind = FileKind.of(Arrays.copyOf(all, Math.min(all.length, FileKind.HEAD)));
        if (all.length > found.size() || kind.filter(found.kind()::equals).isEmpty()) {
            throw row.unfit(CaseFileRecords.CONTENT, Cause.NOT_AS_WRITTEN);
        }
        complete.add(found);
    }

    @Override
    public void flush(@Nullable Long importId) {
        if (importId != null) {
            complete.forEach(found -> store(found, importId));
        }
        complete.clear();
    }

    private void store(Found found, long importId) {
        Kept kept =
                folder.keepOrExplain(new ByteArrayInputStream(found.content().toByteArray()));
        FilesAfterwards.run(() -> {}, () -> folder.delete(kept.storedName()));
        attachments.insert(
                found.caseId(), found.name(), kept.kind(), kept.size(), kept.storedName(), found.by(), found.at());
        attachments.setImport(kept.storedName(), importId);
    }
}
