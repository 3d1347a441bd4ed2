package org.clientele.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.clientele.cases.persistence.AttachmentDao;
import org.clientele.cases.persistence.AttachmentDao.Transfer;
import org.clientele.plugin.records.KnownNames;
import org.clientele.plugin.records.Occurrences;
import org.clientele.plugin.records.RecordKind;
import org.clientele.plugin.records.VerticalRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The files of cases as rows: what a file is with its first bytes, then the others, as Base64. */
@Component
public class CaseFileRecords implements VerticalRecords {
    static final String RECORD = RecordKind.CASE_FILES.firstColumn();
    static final String CASE = "case";
    static final String NAME = "name";
    static final String KIND = "kind";
    static final String SIZE = "size";
    static final String ADDED_BY = "added-by";
    static final String ADDED = "added";
    static final String CONTENT = "content";

    /** Bytes of a row. */
    static final int PIECE = 6_000;

    private static final Logger LOG = LoggerFactory.getLogger(CaseFileRecords.class);
    private static final int FILES = 500;

    private final AttachmentDao attachments;
    private final AttachmentFolder folder;

    public CaseFileRecords(AttachmentDao attachments, AttachmentFolder folder) {
        this.attachments = attachments;
        this.folder = folder;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.CASE_FILES;
    }

    @Override
    public List<String> columns() {
        return List.of(RECORD, CASE, NAME, KIND, SIZE, ADDED_BY, ADDED, CONTENT);
    }

    @Override
    public void read(int verticalId, Consumer<List<String>> rows) {
        List<Transfer> piece = attachments.transfers(verticalId, -1, FILES);
        while (!piece.isEmpty()) {
            piece.forEach(file -> write(file, rows));
            piece = attachments.transfers(verticalId, piece.getLast().id(), FILES);
        }
    }

    /** A file that is missing costs itself, not the export. */
    private void write(Transfer file, Consumer<List<String>> rows) {
        if (!folder.holds(file.storedName())) {
            LOG.warn("The attachment {} is missing and not exported", file.storedName());
            return;
        }
        String key = key(file.caseKey(), file.at().toString(), file.name());
        try (InputStream content = folder.read(file.storedName())) {
            byte[] bytes = content.readNBytes(PIECE);
            rows.accept(List.of(
                    key,
                    file.caseKey(),
                    file.name(),
                    file.kind().name(),
                    String.valueOf(file.size()),
                    file.login(),
                    file.at().toString(),
                    text(bytes)));
            for (bytes = content.readNBytes(PIECE); bytes.length > 0; bytes = content.readNBytes(PIECE)) {
                rows.accept(Arrays.asList(key, "", "", "", "", "", "", text(bytes)));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The attachment %s cannot be read".formatted(file.storedName()), failure);
        }
    }

    static String key(String caseKey, String added, String name) {
        return String.join(" ", caseKey, added, name);
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public Restoring restoring(int verticalId, KnownNames known) {
        Occurrences here = new Occurrences();
        List<Transfer> piece = attachments.transfers(verticalId, -1, FILES);
        while (!piece.isEmpty()) {
            piece.forEach(file -> here.here(key(file.caseKey(), file.at().toString(), file.name())));
            piece = attachments.transfers(verticalId, piece.getLast().id(), FILES);
        }
        return new CaseFileRestoring(attachments, folder, known, attachments.cases(verticalId), here);
    }

    /** Files first, so that none is left without a row when the portal stops on the way. */
    @Override
    public int takeBack(long importId) {
        List<String> files = attachments.importedNames(importId, FILES);
        files.forEach(folder::delete);
        return attachments.deleteAll(files);
    }
}
