package org.clientele.worklist;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.plugin.Vertical;
import org.clientele.worklist.persistence.WorkNoteDao;
import org.springframework.stereotype.Service;

/** How staff answered to the plays of strategies, for whoever edits these. */
@Service
public class PlayAnswerCounts {
    private final WorkNoteDao notes;
    private final Rights rights;

    public PlayAnswerCounts(WorkNoteDao notes, Rights rights) {
        this.notes = notes;
        this.rights = rights;
    }

    /**
     * The answers to the plays of a segment's strategy, by play; plays that nobody answered to are left out.
     *
     * @param kinds of the work that is made of plays
     */
    public Map<String, PlayAnswers> of(Vertical vertical, Set<String> kinds, String model, String segment) {
        rights.require(Permission.EDIT_STRATEGIES, vertical.key());
        Map<String, PlayAnswers> answers = new HashMap<>();
        String prefix = model + " " + segment + " ";
        notes.answers(vertical.id(), kinds, prefix).forEach(found -> {
            String rest = found.key().substring(prefix.length());
            int end = rest.indexOf(' ');
            answers.merge(end < 0 ? rest : rest.substring(0, end), found.answers(), PlayAnswers::plus);
        });
        return answers;
    }
}
