package org.clientele.dataimport.sample;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.clientele.engine.condition.Condition;
import org.clientele.engine.condition.Conditions;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.SampleRecipe;
import org.clientele.plugins.definition.Scope;
import org.jspecify.annotations.Nullable;

/** Fills a table's fields by the entries of a recipe. Of several entries for one field the first whose condition holds counts. */
final class SampleFiller {
    private final long seed;
    private final LocalDate asOf;
    private final SampleDraws draws;

    SampleFiller(long seed, LocalDate asOf, SampleDraws draws) {
        this.seed = seed;
        this.asOf = asOf;
        this.draws = draws;
    }

    /**
     * @param place names the table, for its random numbers and for errors
     * @param wealth the wealth of each row's customer
     */
    void fill(
            String place,
            SampleTable table,
            List<SampleRecipe.Value> entries,
            Scope scope,
            IntToDoubleFunction wealth) {
        Map<String, BitSet> decided = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            SampleRecipe.Value entry = entries.get(i);
            FieldType type = table.type(entry.field());
            Condition when = condition(entry.when(), table, scope, place + " " + entry.field());
            BitSet done = decided.computeIfAbsent(entry.field(), field -> new BitSet());
            SampleRandom random = SampleRandom.of(seed, place + "/" + entry.field() + "/" + i);
            for (int row = 0; row < table.size(); row++) {
                if (!done.get(row) && when.holds(row)) {
                    done.set(row);
                    if (!random.chance(entry.missing())) {
                        SampleDraws.Cell cell = new SampleDraws.Cell(table, row, type, wealth.applyAsDouble(row));
                        table.set(entry.field(), row, draws.draw(entry.draw(), cell, random));
                    }
                }
            }
        }
    }

    Condition condition(@Nullable String when, SampleTable table, Scope scope, String place) {
        return when == null
                ? Condition.ALWAYS
                : Conditions.bind(Conditions.checked(when, scope, "Sample of " + place), table.variables(asOf));
    }
}
