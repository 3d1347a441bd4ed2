package org.clientele.worklist;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was done about work of which nothing is kept but notes.
 *
 * @param finished it was done, or decided against
 * @param until to which day it was put off, or null
 * @param owner who took it or got it, or null
 * @param ownerName display name of that user
 */
public record HandledWork(
        boolean finished,
        @Nullable LocalDate until,
        @Nullable Long owner,
        @Nullable String ownerName) {
    private static final HandledWork NOT = new HandledWork(false, null, null, null);

    /** What follows from notes, oldest first. */
    public static HandledWork by(List<WorkNote> notes) {
        HandledWork handled = NOT;
        for (WorkNote note : notes) {
            handled = handled.with(note);
        }
        return handled;
    }

    /** After one more note. */
    public HandledWork with(WorkNote note) {
        return switch (note.act()) {
            case DONE, SKIP -> new HandledWork(true, until, owner, ownerName);
            case POSTPONE -> new HandledWork(finished, note.day(), owner, ownerName);
            case CLAIM -> new HandledWork(finished, until, note.authorId(), note.author());
            case HAND_OVER -> new HandledWork(finished, until, note.person(), note.personName());
        };
    }
}
