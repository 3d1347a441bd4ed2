package org.clientele.dataimport;

/** Why a row is not imported. The texts are {@code dataimport.reason.<key>} with column, value and detail as arguments. */
public enum Reason {
    NO_CUSTOMER("no-customer"),
    NO_KEY("no-key"),
    NO_TIME("no-time"),
    NOT_A_DATE("not-a-date"),
    NOT_A_NUMBER("not-a-number"),
    NOT_WHOLE("not-whole"),
    TOO_LARGE("too-large"),
    NOT_A_CHOICE("not-a-choice"),
    NOT_YES_OR_NO("not-yes-or-no"),
    TOO_LONG("too-long"),
    CONTROL_CHARACTER("control-character"),
    DUPLICATE("duplicate"),
    UNKNOWN_OWNER("unknown-owner"),
    UNKNOWN_CUSTOMER("unknown-customer"),
    UNKNOWN_PERSON("unknown-person"),
    UNKNOWN_RECORD("unknown-record"),
    NOT_AS_WRITTEN("not-as-written"),
    WITHOUT_RECORD("without-record"),
    TAKEN("taken"),
    NO_POINTS("no-points"),
    TOO_MANY_POINTS("too-many-points"),
    NO_REASON("no-reason"),
    TO_COME("to-come"),
    BALANCE("balance");

    private final String key;

    Reason(String key) {
        this.key = key;
    }

    public String key() {
        return "dataimport.reason." + key;
    }
}
