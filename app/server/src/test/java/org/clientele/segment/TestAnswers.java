package org.clientele.segment;

import org.clientele.engine.check.CheckCall;
import org.clientele.engine.check.CustomChecks;
import org.clientele.engine.check.UnansweredException;
import org.clientele.engine.model.CustomCall;
import org.clientele.engine.model.CustomModels;
import org.clientele.engine.model.ModelResult;
import org.clientele.plugins.api.extension.Cells;
import org.clientele.plugins.api.extension.ModelInput;
import org.clientele.plugins.api.extension.ModelOutput;

/** A plugin's code that works, until it is told not to. */
public final class TestAnswers implements PluginAnswers {
    private volatile boolean failing;
    private volatile int calls;

    public void fail(boolean now) {
        failing = now;
    }

    /** How often the model was computed, or tried. */
    public int calls() {
        return calls;
    }

    @Override
    public CustomModels models(String verticalKey) {
        return this::compute;
    }

    @Override
    public CustomChecks checks(String verticalKey) {
        return (CheckCall call) -> {
            throw new UnansweredException(call.check(), "THREW");
        };
    }

    @SuppressWarnings("NonAtomicOperationOnVolatileField") // one test, one thread
    private ModelResult compute(CustomCall call) {
        calls++;
        return failing ? call.unavailable("TIMED_OUT") : call.run(TestAnswers::oftenIsTwice, () -> false);
    }

    private static ModelOutput oftenIsTwice(ModelInput input) {
        ModelOutput output = ModelOutput.of(input);
        int why = output.reason(
                "often", Cells.field("frequency"), Cells.field("monetary"), Cells.same(Cells.Kind.SHARE, 0.5));
        var frequency = input.wholes("frequency");
        for (int row = 0; row < input.size(); row++) {
            output.put(row, frequency.get(row) > 1 ? 0 : 1, why);
        }
        return output;
    }
}
