package org.clientele.engine.check;

/** Calls the code of custom checks; the engine itself knows no plugins. */
@FunctionalInterface
public interface CustomChecks {
    /** Where no plugin's code is at hand. */
    CustomChecks NONE = call -> {
        throw new UnansweredException(call.check(), "NO_CODE");
    };

    /**
     * The call's result ({@link CheckCall#run}).
     *
     * @throws UnansweredException when the code gave none
     */
    CheckResult compute(CheckCall call);
}
