package org.clientele.plugin.code;

/** Why a plugin's code gave no result. */
public enum FailureCause {
    /** It threw, or could not be linked. */
    THREW(true),
    /** It took longer than it may and was interrupted. */
    TIMED_OUT(true),
    /** What it returned makes no sense. */
    WRONG_RESULT(true),
    /** What it returned is larger than anybody can use. */
    TOO_LARGE(true),
    /** Earlier calls have not ended yet. */
    BUSY(false),
    /** The plugin is disabled, or was while it worked. */
    GONE(false);

    private final boolean counts;

    FailureCause(boolean counts) {
        this.counts = counts;
    }

    /** Whether the plugin is to blame, so that several of these disable it. */
    public boolean counts() {
        return counts;
    }
}
