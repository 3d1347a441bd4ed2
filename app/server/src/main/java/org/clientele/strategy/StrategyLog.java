package org.clientele.strategy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.clientele.access.Audit;
import org.clientele.access.Colleagues;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.ConflictProblem;
import org.clientele.notification.ApprovalNotices;
import org.clientele.notification.NoticeKind;
import org.clientele.plugin.Vertical;
import org.clientele.segment.SegmentName;
import org.clientele.strategy.persistence.StrategyVersionDao;
import org.jspecify.annotations.Nullable;

/** Writes the history of strategies, and tells whom it concerns; whoever calls checks the change and the rights. */
final class StrategyLog {
    private final StrategyVersionDao dao;
    private final Rights rights;
    private final Colleagues colleagues;
    private final Audit audit;
    private final Announcements announcements;
    private final ApprovalNotices notices;
    private final Clock clock;

    StrategyLog(
            StrategyVersionDao dao,
            Rights rights,
            Colleagues colleagues,
            Audit audit,
            Announcements announcements,
            Clock clock) {
        this.dao = dao;
        this.rights = rights;
        this.colleagues = colleagues;
        this.audit = audit;
        this.announcements = announcements;
        this.notices = new ApprovalNotices(
                announcements, rights, NoticeKind.STRATEGY_APPROVAL_WANTED, NoticeKind.STRATEGY_APPROVAL_DECIDED);
        this.clock = clock;
    }

    /**
     * How a version is to stand in the history.
     *
     * @param note why
     * @param at from when, or null: at once
     * @param seen the newest version that the author saw, 0 for none
     */
    record Wish(
            StrategyVersion.Kind kind,
            StrategyVersion.Status status,
            String note,
            @Nullable Instant at,
            int seen) {}

    /** Adds a checked change. @param before every version until now, newest first, stored or not */
    StrategyVersion add(Vertical vertical, StrategyChange change, Wish wish, List<StrategyVersion> before) {
        SegmentName segment = change.segment();
        @Nullable StrategyVersion newest = before.isEmpty() ? null : before.getFirst();
        if (newest != null && newest.number() != wish.seen()) {
            throw newer(vertical, newest.number(), newest.author());
        }
        if (newest != null && dao.history(vertical.id(), segment).isEmpty()) {
            dao.add(vertical.id(), newest);
        }
        StrategyVersion version = new StrategyVersion(
                segment,
                newest == null ? 1 : newest.number() + 1,
                wish.kind(),
                wish.status(),
                StrategyCodec.write(change),
                wish.note().strip(),
                rights.user().login(),
                clock.instant(),
                null,
                wish.at());
        if (!dao.add(vertical.id(), version)) {
            throw new ConflictProblem("strategy.problem.version-newer", version.number(), "");
        }
        boolean waits = wish.status() == StrategyVersion.Status.REVIEW;
        told(vertical, waits ? "strategy.propose" : "strategy.publish", version);
        if (waits) {
            notices.tellWanted(named(vertical, version), version.note());
        }
        return version;
    }

    /** Decides on a version that waits for approval. @param why not; may be empty */
    StrategyVersion decide(Vertical vertical, StrategyVersion version, StrategyVersion.Status outcome, String why) {
        return decide(vertical, version, StrategyVersion.Status.REVIEW, outcome, why);
    }

    /** Takes back a version that waits, for approval or for its moment. */
    void withdraw(Vertical vertical, StrategyVersion version) {
        StrategyVersion.Status from = version.status() == StrategyVersion.Status.REVIEW
                ? StrategyVersion.Status.REVIEW
                : StrategyVersion.Status.PUBLISHED;
        decide(vertical, version, from, StrategyVersion.Status.WITHDRAWN, "");
    }

    private StrategyVersion decide(
            Vertical vertical,
            StrategyVersion version,
            StrategyVersion.Status from,
            StrategyVersion.Status outcome,
            String why) {
        Instant now = clock.instant();
        StrategyVersion.Decision decision =
                new StrategyVersion.Decision(rights.user().login(), now, why);
        Instant wished = version.effectiveAt();
        boolean late = wished == null || wished.isBefore(now);
        Instant begins = outcome == StrategyVersion.Status.PUBLISHED && late ? now : wished;
        StrategyVersion decided = version.decided(outcome, decision, begins);
        if (!dao.decide(vertical.id(), decided, decision, from)) {
            throw new ConflictProblem("strategy.problem.decided");
        }
        boolean approved = outcome == StrategyVersion.Status.PUBLISHED;
        boolean refused = outcome == StrategyVersion.Status.REFUSED;
        told(vertical, approved ? "strategy.approve" : refused ? "strategy.refuse" : "strategy.withdraw", decided);
        if (approved || refused) {
            notices.tellDecided(named(vertical, decided), approved);
        }
        return decided;
    }

    private ConflictProblem newer(Vertical vertical, int number, String author) {
        return new ConflictProblem("strategy.problem.version-newer", number, colleagues.name(vertical.key(), author));
    }

    private void told(Vertical vertical, String action, StrategyVersion version) {
        audit.record(
                action,
                vertical.key() + " " + version.segment().model() + "."
                        + version.segment().segment(),
                null,
                "version " + version.number() + " " + version.content());
        announcements.publish(new StrategiesChanged(vertical.key()));
        announcements.publish(new TasksChanged(vertical.key()));
    }

    /** A segment is called by its name in the reader's language, which the place leads to; a condition by the name it was given. */
    private static ApprovalNotices.Version named(Vertical vertical, StrategyVersion version) {
        SegmentName segment = version.segment();
        StrategyChange change = StrategyCodec.read(version.content());
        return new ApprovalNotices.Version(
                vertical.key(),
                vertical.id(),
                segment.model() + "/" + segment.segment(),
                change.condition() == null ? "" : change.name().in(Locale.ENGLISH),
                version.number(),
                version.author());
    }
}
