package org.clientele.cases;

import java.io.InputStream;
import java.util.List;
import org.clientele.cases.AttachmentFolder.Kept;
import org.clientele.cases.CaseEvent.Kind;
import org.clientele.cases.persistence.AttachmentDao;
import org.clientele.common.Problem;
import org.clientele.plugin.Vertical;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files of cases. A file is on disk before the case says that it has it, and goes once the case no longer does. */
@Service
public class CaseFiles {
    /** Files of one case at most. */
    public static final int MOST = 20;

    private static final int NAME_LENGTH = 200;

    private final CaseAccess access;
    private final AttachmentDao attachments;
    private final AttachmentFolder folder;

    CaseFiles(CaseAccess access, AttachmentDao attachments, AttachmentFolder folder) {
        this.access = access;
        this.attachments = attachments;
        this.folder = folder;
    }

    /**
     * Adds a file; what it is is told by its content.
     *
     * @param name as it was called where it came from
     * @throws Problem when it is empty, too large, of a kind that is not taken, or one too many
     */
    @Transactional
    public void add(String verticalKey, int number, String name, InputStream content) {
        Vertical vertical = access.working(verticalKey);
        ServiceCase found = access.get(vertical, number);
        if (attachments.of(found.id()).size() >= MOST) {
            throw new Problem("cases.problem.files", MOST);
        }
        Kept kept = folder.keepOrExplain(content);
        FilesAfterwards.run(() -> {}, () -> folder.delete(kept.storedName()));
        String shown = shown(name);
        attachments.insert(
                found.id(),
                shown,
                kept.kind(),
                kept.size(),
                kept.storedName(),
                access.rights().user().id(),
                access.now());
        access.record(vertical, found, Kind.ATTACHED, null, shown, "");
    }

    /** The files of the case, in the order in which they were added. */
    public List<CaseAttachment> of(String verticalKey, int number) {
        return attachments.of(access.get(access.reading(verticalKey), number).id());
    }

    /** A file's content; to be closed. */
    public InputStream read(String verticalKey, int number, long id) {
        return folder.read(
                find(access.get(access.reading(verticalKey), number), id).storedName());
    }

    /** Deletes a file. */
    @Transactional
    public void remove(String verticalKey, int number, long id) {
        Vertical vertical = access.working(verticalKey);
        ServiceCase found = access.get(vertical, number);
        CaseAttachment gone = find(found, id);
        attachments.delete(id);
        access.record(vertical, found, Kind.DETACHED, gone.name(), null, "");
        FilesAfterwards.run(() -> folder.delete(gone.storedName()), () -> {});
    }

    private CaseAttachment find(ServiceCase found, long id) {
        return attachments.find(found.id(), id).orElseThrow(() -> new Problem("cases.problem.file-gone"));
    }

    private static String shown(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        String shown = last.isEmpty() ? "file" : last;
        return shown.length() <= NAME_LENGTH ? shown : shown.substring(shown.length() - NAME_LENGTH);
    }
}
