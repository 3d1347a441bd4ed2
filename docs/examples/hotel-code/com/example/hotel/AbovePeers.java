package com.example.hotel;

import java.util.Arrays;
import org.clientele.plugins.api.extension.Cells;
import org.clientele.plugins.api.extension.CustomModel;
import org.clientele.plugins.api.extension.CustomerTable;
import org.clientele.plugins.api.extension.ModelInput;
import org.clientele.plugins.api.extension.ModelOutput;

/** Who pays more a night than half of the guests who travel for the same purpose. */
public final class AbovePeers implements CustomModel {
    @Override
    public ModelOutput compute(ModelInput input) {
        ModelOutput output = ModelOutput.of(input);
        CustomerTable.Texts purpose = input.texts("purpose");
        CustomerTable.Numbers rate = input.numbers("revenue_per_night");
        int above = input.segments().indexOf("above");
        int below = input.segments().indexOf("below");
        for (int code = 0; code < purpose.codes(); code++) {
            input.checkCancelled();
            int[] peers = peers(input, purpose, rate, code);
            double median = median(rate, peers);
            int why = output.reason(
                    "rate",
                    Cells.field("revenue_per_night"),
                    Cells.field("purpose"),
                    Cells.same(Cells.Kind.MONEY, median));
            for (int row : peers) {
                output.put(row, rate.get(row) > median ? above : below, why);
            }
        }
        return output;
    }

    private static int[] peers(ModelInput input, CustomerTable.Texts purpose, CustomerTable.Numbers rate, int code) {
        int[] rows = new int[input.size()];
        int count = 0;
        for (int row = 0; row < input.size(); row++) {
            if (input.present(row) && purpose.code(row) == code && !rate.isMissing(row)) {
                rows[count++] = row;
            }
        }
        return Arrays.copyOf(rows, count);
    }

    /** The lower of two middle values. */
    private static double median(CustomerTable.Numbers rate, int[] rows) {
        double[] values = Arrays.stream(rows).mapToDouble(rate::get).sorted().toArray();
        return values.length == 0 ? Double.NaN : values[(values.length - 1) / 2];
    }
}
