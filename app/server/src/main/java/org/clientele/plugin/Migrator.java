package org.clientele.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.clientele.plugin.DefinitionChange.Kind;
import org.clientele.plugin.Migration.Choice;
import org.clientele.plugin.Migration.Move;
import org.clientele.plugin.VerticalLayout.Column;
import org.clientele.plugin.persistence.TypedTablesDao;
import org.clientele.plugin.persistence.ValuesDao;
import org.clientele.plugin.persistence.ValuesDao.Keys;
import org.clientele.plugin.persistence.ValuesDao.Misfits;
import org.clientele.plugins.api.FieldType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Holds a migration against the data and carries it out, up to what people see: the registry of columns is somebody else's. Everything can be done
 * again. A million values take some seconds to check, some ten to take over.
 */
@Component
class Migrator {
    private static final long PIECE = 20_000;

    private final TypedTablesDao tables;
    private final ValuesDao values;
    private final TransactionTemplate transactions;

    Migrator(TypedTablesDao tables, ValuesDao values, PlatformTransactionManager transactions) {
        this.tables = tables;
        this.values = values;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Fields that would lose values; empty when the migration may be carried out. */
    List<Obstacle> obstacles(Migration migration) {
        List<Obstacle> obstacles = new ArrayList<>();
        for (Move move : migration.moves()) {
            if (!move.returning()) {
                Misfits misfits = values.misfits(move.spot(), move.from(), move.conversion()::isExact);
                add(obstacles, move.spot(), move.from(), move.to().type(), misfits);
            }
        }
        for (Choice choice : migration.choices()) {
            if (!choice.lenient()) {
                add(obstacles, choice.spot(), choice.column(), FieldType.CHOICE, outside(choice));
            }
        }
        return obstacles;
    }

    /** What the migration does, with the number of values and rows it touches. */
    List<DefinitionChange> counted(Migration migration) {
        Stream<DefinitionChange> known =
                migration.changes().stream().map(change -> change.withRows(rows(migration, change)));
        Stream<DefinitionChange> outside = migration.choices().stream()
                .filter(Choice::lenient)
                .map(choice -> told(Kind.OUTSIDE, choice.spot(), outside(choice).count()));
        Stream<DefinitionChange> left = migration.moves().stream()
                .filter(Move::returning)
                .map(move -> told(Kind.LEFT_BEHIND, move.spot(), leftBehind(move)));
        return Stream.concat(known, Stream.concat(outside, left).filter(change -> change.rows() > 0))
                .toList();
    }

    /** Makes the tables and columns that are missing; nobody sees them yet. Not within a transaction. */
    void prepare(int verticalId, Migration migration) {
        tables.dropUnregistered(verticalId);
        tables.make(migration.target());
    }

    /** Removes what {@link #prepare} made. */
    void takeBack(int verticalId) {
        tables.dropUnregistered(verticalId);
    }

    /** Takes over the values; again and again, until nobody changes them any more. Not within a transaction. */
    void copy(String pluginId, Migration migration, Milestones milestones) {
        List<Keys> ranges =
                migration.moves().stream().map(move -> values.keys(move.spot())).toList();
        long total =
                ranges.stream().mapToLong(keys -> keys.last() - keys.above()).sum();
        long done = 0;
        for (int i = 0; i < ranges.size(); i++) {
            Move move = migration.moves().get(i);
            Keys range = ranges.get(i);
            for (long above = range.above(); above < range.last(); above += PIECE) {
                if (milestones.isCancelled()) {
                    throw new ChangeCancelled(pluginId);
                }
                Keys piece = new Keys(above, Math.min(above + PIECE, range.last()));
                transactions.executeWithoutResult(_ -> values.move(move, piece));
                done += piece.last() - piece.above();
                milestones.progress(done, total);
            }
        }
    }

    private static void add(
            List<Obstacle> obstacles, Migration.Spot spot, Column stored, FieldType declared, Misfits misfits) {
        if (misfits.count() > 0) {
            obstacles.add(new Obstacle(
                    spot.owner(), spot.field(), stored.type(), declared, misfits.count(), misfits.customerId()));
        }
    }

    private Misfits outside(Choice choice) {
        ValueConversion toText = ValueConversion.between(choice.column().type(), FieldType.TEXT);
        return values.misfits(choice.spot(), choice.column(), value -> {
            Object text = toText.apply(value);
            return text != null && choice.values().contains(text.toString());
        });
    }

    private long leftBehind(Move move) {
        return values.misfits(
                        move.spot(), move.from(), value -> move.conversion().apply(value) != null)
                .count();
    }

    private static DefinitionChange told(Kind kind, Migration.Spot spot, long count) {
        return new DefinitionChange(kind, spot.owner(), spot.field(), "", "", count);
    }

    private long rows(Migration migration, DefinitionChange change) {
        if (change.kind() == Kind.ADDED) {
            return 0;
        }
        return migration
                .target()
                .owner(change.owner())
                .map(owner -> change.field().isEmpty()
                        ? values.rows(owner.table())
                        : values(migration, owner.table(), change))
                .orElse(0L);
    }

    /** Of a field whose type changes the values lie in the column of before. */
    private long values(Migration migration, String table, DefinitionChange change) {
        String moved = migration.moves().stream()
                .filter(move -> move.spot().owner().equals(change.owner())
                        && move.spot().field().equals(change.field()))
                .map(move -> move.from().name())
                .findFirst()
                .orElse("");
        Column column = migration.target().column(change.owner(), change.field());
        String name = moved.isEmpty() && column != null ? column.name() : moved;
        return name.isEmpty() ? 0 : values.values(table, name);
    }
}
