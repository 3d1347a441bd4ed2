package org.clientele.notification;

import org.clientele.access.Rights;
import org.clientele.common.Announcements;

/**
 * Tells of versions that wait for somebody else's approval, and of what was decided, whatever they are versions of.
 *
 * @param wanted told to everybody else who may approve
 * @param decided told to the author, unless the author decided
 */
public record ApprovalNotices(Announcements announcements, Rights rights, NoticeKind wanted, NoticeKind decided) {
    /**
     * A version.
     *
     * @param place where it is decided on, see {@link Notice}
     * @param subject what it is a version of, see {@link Notice}
     * @param author login of whoever asked for approval
     */
    public record Version(
            String verticalKey, int verticalId, String place, String subject, int number, String author) {}

    /** Somebody asks for approval. @param note why, in the author's words */
    public void tellWanted(Version version, String note) {
        tell(wanted, version, note, Audience.everybody());
    }

    /** Somebody decided. */
    public void tellDecided(Version version, boolean approved) {
        tell(decided, version, approved ? "approved" : "refused", Audience.ofLogin(version.author()));
    }

    private void tell(NoticeKind kind, Version version, String detail, Audience audience) {
        announcements.publish(new Notice(
                kind,
                version.verticalKey(),
                null,
                "%s %d %s %d".formatted(kind.key(), version.verticalId(), version.place(), version.number()),
                version.place(),
                version.subject(),
                detail,
                audience.except(rights.user().id())));
    }
}
