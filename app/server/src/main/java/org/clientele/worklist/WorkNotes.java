package org.clientele.worklist;

import java.time.Instant;
import java.util.List;
import org.clientele.plugin.Vertical;
import org.clientele.worklist.persistence.WorkNoteDao;
import org.springframework.stereotype.Component;

/** What was done with work, for a source that keeps nothing of its own: it follows from the notes what is still open. Callers check rights. */
@Component
public class WorkNotes {
    private final WorkNoteDao notes;

    public WorkNotes(WorkNoteDao notes) {
        this.notes = notes;
    }

    /** The notes on work of a kind written since, oldest first. */
    public List<WorkNote> since(Vertical vertical, String kind, Instant from) {
        return notes.since(vertical.id(), kind, from);
    }

    /** The notes on work of a kind for one customer, oldest first. */
    public List<WorkNote> ofCustomer(String kind, long customerId) {
        return notes.ofCustomer(customerId).stream()
                .filter(note -> note.kind().equals(kind))
                .toList();
    }
}
