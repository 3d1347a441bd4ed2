package org.clientele.plugin;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.clientele.common.Problem;
import org.clientele.plugin.persistence.TypedTablesDao;
import org.clientele.plugin.persistence.VerticalDao;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps what belongs to a vertical and makes room for its data. */
@Component
public class VerticalStore {
    private final VerticalDao verticals;
    private final TypedTablesDao tables;

    public VerticalStore(VerticalDao verticals, TypedTablesDao tables) {
        this.verticals = verticals;
        this.tables = tables;
    }

    /** What is kept of a vertical; empty when it was never enabled. */
    public Optional<VerticalSettings> find(String key) {
        return verticals.find(key);
    }

    /** Whether the vertical holds data, so that its currency can no longer change. */
    public boolean hasData(String key) {
        return verticals.find(key).map(v -> tables.hasRows(v.id())).orElse(false);
    }

    /**
     * Registers the vertical, or takes up the one registered under the key; its data kept from earlier is found again.
     *
     * @throws Problem when the currency is none, or another one than that of the data kept
     */
    public VerticalSettings register(String key, String currency, AsOfMode asOfMode, @Nullable LocalDate asOfDate) {
        requireCurrency(currency);
        Optional<VerticalSettings> known = verticals.find(key);
        if (known.isEmpty()) {
            verticals.insert(key, currency, asOfMode, asOfDate);
        } else {
            VerticalSettings before = known.get();
            if (!before.currency().equals(currency) && tables.hasRows(before.id())) {
                throw new Problem("plugin.problem.currency-fixed", before.currency(), currency);
            }
            verticals.update(new VerticalSettings(before.id(), key, currency, asOfMode, asOfDate));
        }
        return verticals.find(key).orElseThrow();
    }

    /**
     * Opens the data for the definition, making the tables and columns that are missing. Names are registered first, and what a crash then
     * leaves undone the next call does. Call it outside a transaction: HSQLDB commits at each table made.
     *
     * @throws FieldChangedProblem when data would have to be converted; nothing is changed
     */
    public Vertical open(VerticalSettings settings, VerticalDefinition definition, Texts.Bundles texts) {
        Migration migration = migration(settings.id(), null, definition, null);
        migration.moves().stream().findFirst().ifPresent(VerticalStore::refuse);
        if (!migration.target().equals(migration.before())) {
            tables.register(settings.id(), migration.target());
        }
        tables.make(migration.target());
        return vertical(settings, definition, texts, migration.target());
    }

    /** Where the vertical's data lies. */
    public VerticalLayout layout(int verticalId) {
        return tables.layout(verticalId);
    }

    /**
     * What it takes to go from the data as it lies now to another definition.
     *
     * @param declared the definition in force; null when there is none
     * @param digest of the jar to come, so that it gets its own columns back if it ran before; null when it never did
     */
    Migration migration(
            int verticalId, @Nullable VerticalDefinition declared, VerticalDefinition target, @Nullable String digest) {
        VerticalLayout ran = digest == null ? null : tables.ranWith(verticalId, digest);
        return new MigrationPlanner(
                        tables.layout(verticalId),
                        declared,
                        ran == null || ran.owners().isEmpty() ? null : ran,
                        tables.freeNames(verticalId))
                .plan(target);
    }

    static Vertical vertical(
            VerticalSettings settings, VerticalDefinition definition, Texts.Bundles texts, VerticalLayout layout) {
        return new Vertical(
                settings.id(),
                settings.key(),
                settings.currency(),
                settings.asOfMode(),
                settings.asOfDate(),
                definition,
                texts,
                layout.tables(definition));
    }

    private static void refuse(Migration.Move move) {
        throw new FieldChangedProblem(
                move.spot().owner(),
                move.spot().field(),
                move.from().type(),
                move.to().type());
    }

    /** Keys of the verticals of which something is kept. */
    List<String> keys() {
        return verticals.keys();
    }

    void delete(int verticalId) {
        verticals.delete(verticalId);
    }

    /** Other nodes follow. */
    void update(VerticalSettings settings) {
        verticals.update(settings);
        verticals.tellNodes();
    }

    private static void requireCurrency(String currency) {
        boolean known = Currency.getAvailableCurrencies().stream()
                .anyMatch(c -> c.getCurrencyCode().equals(currency));
        if (!known) {
            throw new Problem("plugin.problem.currency", currency);
        }
    }
}
