package org.clientele.segment;

import org.clientele.engine.check.CheckResult;
import org.clientele.engine.check.CustomChecks;
import org.clientele.engine.check.UnansweredException;
import org.clientele.engine.model.CustomModels;
import org.clientele.engine.model.ModelResult;
import org.clientele.plugin.code.Answer;
import org.clientele.plugin.code.Piece;
import org.clientele.plugin.code.PluginCalls;
import org.clientele.plugins.api.extension.CustomCheck;
import org.clientele.plugins.api.extension.CustomModel;
import org.springframework.stereotype.Component;

/** Has a plugin's code compute its custom models and checks; what fails there costs the model or check alone. Thread-safe. */
@Component
class CalledPlugins implements PluginAnswers {
    private final PluginCalls calls;

    CalledPlugins(PluginCalls calls) {
        this.calls = calls;
    }

    @Override
    public CustomModels models(String verticalKey) {
        return call -> {
            Answer<ModelResult> answer = calls.call(
                    new Piece(verticalKey, Piece.Kind.MODEL, call.model().id()),
                    CustomModel.class,
                    call.model().extension(),
                    calls.limits().modelLimit(call.customers()),
                    (model, cancelled) -> call.run(model::compute, cancelled));
            return switch (answer) {
                case Answer.Done<ModelResult>(ModelResult result) -> result;
                case Answer.Failed<ModelResult> failed ->
                    call.unavailable(failed.cause().name());
            };
        };
    }

    @Override
    public CustomChecks checks(String verticalKey) {
        return call -> {
            Answer<CheckResult> answer = calls.call(
                    new Piece(verticalKey, Piece.Kind.CHECK, call.check().id()),
                    CustomCheck.class,
                    String.valueOf(call.check().extension()),
                    calls.limits().callLimit(),
                    (check, cancelled) -> call.run(check::compute, cancelled));
            return switch (answer) {
                case Answer.Done<CheckResult>(CheckResult result) -> result;
                case Answer.Failed<CheckResult> failed ->
                    throw new UnansweredException(call.check(), failed.cause().name());
            };
        };
    }
}
