package org.clientele.plugin;

/** A jar's bytes are not those that were listed or taken. */
class AlteredProblem extends RefusedProblem {
    private final String found;

    AlteredProblem(String found, String expected) {
        super("digest", Digests.shortened(found), Digests.shortened(expected));
        this.found = found;
    }

    String found() {
        return found;
    }
}
