package org.clientele.engine.model;

/** Calls the code of custom models; the engine itself knows no plugins. */
@FunctionalInterface
public interface CustomModels {
    /** Where no plugin's code is at hand: custom models are unavailable. */
    CustomModels NONE = call -> call.unavailable("NO_CODE");

    /** The call's result ({@link CustomCall#run}), or {@link CustomCall#unavailable}; never throws what the code throws. */
    ModelResult compute(CustomCall call);
}
