package org.clientele.plugins.api.extension;

import org.pf4j.ExtensionPoint;

/**
 * A model that is computed by code. Declared with {@code kind: custom}:
 *
 * <pre>{@code
 * models:
 *   - id: occupancy
 *     kind: custom
 *     extension: com.example.hotel.Occupancy
 *     inputs: [nights, last_stay]
 *     reasons: [nights]
 *     segments: [{ id: regular }, { id: occasional }]
 * }</pre>
 *
 * and implemented as
 *
 * <pre>{@code
 * public final class Occupancy implements CustomModel {
 *     @Override
 *     public ModelOutput compute(ModelInput input) {
 *         ModelOutput output = ModelOutput.of(input);
 *         CustomerTable.Numbers nights = input.numbers("nights");
 *         int why = output.reason("nights", Cells.field("nights"), Cells.whole(12));
 *         for (int row = 0; row < input.size(); row++) {
 *             if (input.present(row) && !nights.isMissing(row)) {
 *                 output.put(row, nights.get(row) >= 12 ? 0 : 1, why);
 *             }
 *         }
 *         return output;
 *     }
 * }
 * }</pre>
 *
 * with {@code model.occupancy.reason.nights=stayed {0} nights, regulars at least {1}} among the texts.
 */
public interface CustomModel extends ExtensionPoint {
    /**
     * Puts every customer into one of the model's segments or into none. Called for the current day and for days in the past, each with
     * the columns as of that day.
     *
     * @return made by {@link ModelOutput#of} from this input
     */
    ModelOutput compute(ModelInput input);
}
