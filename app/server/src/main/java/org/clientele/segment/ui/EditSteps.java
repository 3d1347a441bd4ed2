package org.clientele.segment.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import org.clientele.segment.ModelChange;

/** What is being edited, with the steps back and forth. */
final class EditSteps {
    private static final int MOST = 100;

    private final Deque<ModelChange> back = new ArrayDeque<>();
    private final Deque<ModelChange> forth = new ArrayDeque<>();
    private ModelChange current;

    EditSteps(ModelChange start) {
        current = start;
    }

    ModelChange current() {
        return current;
    }

    /** Goes on to another setting, from which one can go back. */
    void edit(ModelChange change) {
        back.push(current);
        while (back.size() > MOST) {
            back.removeLast();
        }
        forth.clear();
        current = change;
    }

    /** Follows what applies, where nothing was edited. */
    void follow(ModelChange applied) {
        current = applied;
    }

    boolean canUndo() {
        return !back.isEmpty();
    }

    boolean canRedo() {
        return !forth.isEmpty();
    }

    /** Takes the last step back; false when there is none. */
    boolean undo() {
        return step(back, forth);
    }

    /** Takes a step again that was taken back; false when there is none. */
    boolean redo() {
        return step(forth, back);
    }

    private boolean step(Deque<ModelChange> from, Deque<ModelChange> to) {
        ModelChange wanted = from.poll();
        if (wanted == null) {
            return false;
        }
        to.push(current);
        current = wanted;
        return true;
    }
}
