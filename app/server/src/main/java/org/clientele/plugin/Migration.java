package org.clientele.plugin;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What another version of a plugin does to the data.
 *
 * @param before where everything lies now
 * @param target where it lies afterwards
 * @param moves values to take over into a column of another type
 * @param choices texts that become choices, or choices with fewer values, where they lie
 * @param changes what to tell people, without counts
 */
public record Migration(
        VerticalLayout before,
        VerticalLayout target,
        List<Move> moves,
        List<Choice> choices,
        List<DefinitionChange> changes) {
    public Migration {
        moves = List.copyOf(moves);
        choices = List.copyOf(choices);
        changes = List.copyOf(changes);
    }

    /** Where a field is: its owner and id in the version to come, its table in the database. */
    public record Spot(String owner, String field, VerticalLayout.Owner place) {
        public String table() {
            return place.table();
        }

        /** The primary key of the table. */
        public String key() {
            return place.key();
        }
    }

    /**
     * Values to take over.
     *
     * @param returning whether the column to fill held this field before, so that its own values count where nothing was entered since
     */
    public record Move(Spot spot, VerticalLayout.Column from, VerticalLayout.Column to, boolean returning) {
        public ValueConversion conversion() {
            return ValueConversion.between(from.type(), to.type());
        }

        /** Whether what is there says the same as the source, so that it stays as exact as it is. */
        public boolean isTakenOver(@Nullable Object source, @Nullable Object there) {
            if (source == null || there == null) {
                return source == there;
            }
            return source.equals(conversion().back().apply(there));
        }
    }

    /**
     * Values that are to be of a list.
     *
     * @param column where they lie now
     * @param lenient whether values outside the list may stay
     */
    public record Choice(Spot spot, VerticalLayout.Column column, Set<String> values, boolean lenient) {
        public Choice {
            values = Set.copyOf(values);
        }
    }

    /** Whether people must stand back for a moment while the last values are taken over. */
    boolean needsPause() {
        return !moves.isEmpty();
    }
}
