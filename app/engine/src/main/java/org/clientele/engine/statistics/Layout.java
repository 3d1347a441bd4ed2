package org.clientele.engine.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * Which column of the design stands for what: 0 is the constant; an amount has a column for its standardised value and one that says that
 * it is missing; a choice has one for each level and one that says that it is missing. Amounts come first.
 */
record Layout(List<Slot> slots, int columns) {
    Layout {
        slots = List.copyOf(slots);
    }

    /**
     * A feature's columns.
     *
     * @param id the feature
     * @param levels of a choice; empty for an amount
     * @param isAmount whether it is an amount
     * @param first its first column; the value's, or the first level's
     * @param missing the column that says that it is missing
     */
    record Slot(String id, List<String> levels, boolean isAmount, int first, int missing) {
        Slot {
            levels = List.copyOf(levels);
        }
    }

    /** Slots in the order of amounts, then choices. */
    static Layout of(List<Feature> features) {
        List<Slot> slots = new ArrayList<>();
        int column = 1;
        for (Feature feature : features) {
            if (feature instanceof Feature.Amount(String id, var _)) {
                slots.add(new Slot(id, List.of(), true, column, column + 1));
                column += 2;
            }
        }
        for (Feature feature : features) {
            if (feature instanceof Feature.Choice(String id, List<String> levels, var _)) {
                slots.add(new Slot(id, levels, false, column, column + levels.size()));
                column += levels.size() + 1;
            }
        }
        return new Layout(slots, column);
    }

    /** The first columns of the amounts or of the choices, in their order. */
    int[] firsts(boolean amounts) {
        return slots.stream()
                .filter(slot -> slot.isAmount() == amounts)
                .mapToInt(Slot::first)
                .toArray();
    }

    /** The columns for "missing" of the choices, in their order. */
    int[] missingChoices() {
        return slots.stream()
                .filter(slot -> !slot.isAmount())
                .mapToInt(Slot::missing)
                .toArray();
    }
}
